package repair

import (
	"fmt"
	"strings"
	"unicode"
)

// commas puts a comma between two entries in brackets.
func (f flow) commas() []trial {
	var out []trial
	for i := 1; i < len(f.text)-1 && len(out) < maxSpots; i++ {
		last := f.text[i-1]
		if !unicode.IsSpace(f.text[i]) || unicode.IsSpace(last) || strings.ContainsRune("[{,:", last) || !f.entryAt(i+1) {
			continue
		}
		out = append(out, f.trial(plausible-0.1+0.001*float64(len(out)), CodeMissingComma, i, i+1,
			"there is no comma between two entries", fmt.Sprintf("put a comma after %q", lastWord(f.text[:i])), f.insert(i, ",")))
	}
	return out
}

// maxKey is how long a key in brackets may be to be taken for one.
const maxKey = 70

// entryAt reports whether what begins here looks like an entry: a key with
// its colon, a quoted text or a collection.
func (f flow) entryAt(i int) bool {
	if c := f.char(i); isQuote(c) || opens(c) {
		return true
	}
	for k := i; k < len(f.text) && k < i+maxKey; k++ {
		switch c := f.text[k]; {
		case c == ':':
			return k > i && unicode.IsSpace(f.char(k+1))
		case unicode.IsSpace(c) || strings.ContainsRune(",[]{}", c):
			return false
		}
	}
	return false
}

// texts puts quotes around a value that holds marks of its own.
func (f flow) texts() []trial {
	var out []trial
	last := len(f.text) - 1
	for _, colon := range f.marks {
		if f.text[colon] != ':' || len(out) >= maxSpots {
			continue
		}
		from := f.skipSpace(colon+1, last)
		if to := f.valueEnd(from, last); to-from > 1 && !isQuote(f.text[from]) {
			out = append(out, f.sub(from, to).quoteEntry()...)
		}
	}
	return out
}

// quoteEntry quotes a value in brackets that has a bracket or a mark in it.
func (t stretch) quoteEntry() []trial {
	for i, c := range t.text {
		if opens(c) || closes(c) {
			return wrap(t, plausible+0.15, CodeReservedCharacter, i, i+1,
				fmt.Sprintf("the text has %q in it, which within brackets means something else in YAML", c))
		}
	}
	return quoteText(t, 0.05)
}

// valueEnd is where a value ends: before a comma that a key follows, or before
// the last bracket.
func (f flow) valueEnd(from, last int) int {
	for i := from; i < last; i++ {
		if f.text[i] == ',' && unicode.IsSpace(f.char(i+1)) && f.entryAt(i+2) {
			return i
		}
	}
	return last
}
