package yamldoc

import (
	"fmt"
	"strings"
	"unicode"
)

// flow is a collection in brackets, as far as it can be followed.
type flow struct {
	stretch
	open  []int // brackets that nothing closes, outermost first
	wrong []int // closing brackets of the other kind than the one they close
	extra []int // closing brackets that close nothing
	marks []int // the commas, brackets and colons outside quotes
}

var closing = map[rune]rune{'[': ']', '{': '}'}
var opening = map[rune]rune{']': '[', '}': '{'}

// newFlow follows the brackets of a text.
func newFlow(t stretch) flow {
	f := flow{stretch: t}
	for i := 0; i < len(t.text); i++ {
		switch c := t.text[i]; c {
		case '"', '\'':
			if f.beginsEntry(i) {
				i += quotedWidth(t.text[i:]) - 1
			}
		case '[', '{':
			f.open = append(f.open, i)
			f.marks = append(f.marks, i)
		case ']', '}':
			f.shut(i)
		case ',':
			f.marks = append(f.marks, i)
		case ':':
			if unicode.IsSpace(t.char(i + 1)) {
				f.marks = append(f.marks, i)
			}
		}
	}
	return f
}

func (f *flow) shut(i int) {
	f.marks = append(f.marks, i)
	if len(f.open) == 0 {
		f.extra = append(f.extra, i)
		return
	}
	last := len(f.open) - 1
	if closing[f.text[f.open[last]]] != f.text[i] {
		f.wrong = append(f.wrong, i)
	}
	f.open = f.open[:last]
}

// beginsEntry reports whether a key, a value or an entry begins here.
func (f *flow) beginsEntry(i int) bool {
	for i--; i >= 0 && unicode.IsSpace(f.text[i]); i-- {
	}
	return i < 0 || strings.ContainsRune("[{,:", f.text[i])
}

// proposeFlow mends brackets and commas.
func proposeFlow(s *site) []trial {
	if s.value >= s.end {
		return s.unopenedBlock()
	}
	if !strings.ContainsRune("[{", s.at(s.value)) {
		return s.unopenedFlow()
	}
	var out []trial
	if last := s.flowEnd(); last > s.n {
		out = append(out, newFlow(s.stretch(s.value, last)).propose(0)...)
	}
	return append(out, newFlow(s.stretch(s.value, s.n)).propose(0.05)...)
}

// flowEnd is the last line of a collection in brackets: the lines below that
// are deeper, and one that begins with a closing bracket.
func (s *site) flowEnd() int {
	last := s.extent(s.n, s.inner())
	if n := s.below(last); n >= 0 && strings.ContainsAny(strings.TrimSpace(s.lines[n])[:1], "]}") {
		return n
	}
	return last
}

// unopenedFlow puts the missing bracket before a value that ends in one.
func (s *site) unopenedFlow() []trial {
	o, ends := opening[s.at(s.end-1)]
	if !ends || strings.ContainsRune(string(s.text[s.value:s.end]), o) {
		return nil
	}
	return []trial{s.trial(likely+0.2, CodeUnclosedBracket, s.value, s.value+1,
		fmt.Sprintf("nothing opens what the %q at the end closes", s.at(s.end-1)), fmt.Sprintf("put %c here", o), s.insert(s.value, string(o)))}
}

// unopenedBlock puts the bracket that is missing after a key when the line
// below ends like an entry in brackets.
func (s *site) unopenedBlock() []trial {
	n := s.below(s.n)
	if n < 0 || s.colon < 0 || !strings.HasSuffix(strings.TrimSpace(s.lines[n]), ",") {
		return nil
	}
	o := "["
	if s.outline.site(n).colon >= 0 {
		o = "{"
	}
	return []trial{s.trial(likely, CodeUnclosedBracket, s.end, s.end+1,
		"the lines below are written like entries in brackets, and nothing opens them", "put "+o+" here", s.insert(s.end, " "+o))}
}

func (f flow) propose(extra float64) []trial {
	var out []trial
	for _, group := range [][]trial{f.unclosed(), f.mismatched(), f.superfluous(), f.commas(), f.texts()} {
		for _, t := range group {
			t.cost += extra
			out = append(out, t)
		}
	}
	return out
}

// unclosed closes what is open at the end, or further in.
func (f flow) unclosed() []trial {
	if len(f.open) == 0 {
		return nil
	}
	at := f.open[0]
	var missing strings.Builder
	for i := len(f.open) - 1; i >= 0; i-- {
		missing.WriteRune(closing[f.text[f.open[i]]])
	}
	out := []trial{f.trial(likely+0.1, CodeUnclosedBracket, at, at+1, unclosedMessage(f.text[at]),
		fmt.Sprintf("put %s at the end", missing.String()), f.insert(len(f.text), missing.String()))}
	for k, open := range f.open {
		out = append(out, f.closeBefore(open, plausible+0.01*float64(k))...)
		if k > 0 && open == f.open[k-1]+1 {
			out = append(out, f.trial(likely+0.05, CodeUnclosedBracket, open, open+1, "the bracket stands twice", "take one away", f.replace(open, open+1, "")))
		}
	}
	if len(f.open) == 1 && f.char(at+1) == f.text[at] {
		out = append(out, f.trial(likely+0.05, CodeUnclosedBracket, at, at+1, "the bracket stands twice", "take one away", f.replace(at, at+1, "")))
	}
	return out
}

func unclosedMessage(c rune) string { return fmt.Sprintf("the %q opened here is not closed", c) }

// closeBefore closes a bracket before one of the marks that follow it.
func (f flow) closeBefore(open int, cost float64) []trial {
	var out []trial
	c := closing[f.text[open]]
	for _, i := range f.marks {
		if i > open+1 && strings.ContainsRune(",]}", f.text[i]) {
			out = append(out, f.trial(cost+0.01*float64(len(out)), CodeUnclosedBracket, open, open+1, unclosedMessage(f.text[open]),
				fmt.Sprintf("put %c after %q", c, lastWord(f.text[open:i])), f.insert(i, string(c))))
		}
	}
	return out
}

// lastWord is the end of a text, to name a place in it.
func lastWord(text []rune) string {
	fields := strings.Fields(string(text))
	return fields[len(fields)-1]
}

// mismatched makes a closing bracket the one that fits, or closes another
// bracket before it.
func (f flow) mismatched() []trial {
	var out []trial
	for _, i := range f.wrong {
		open := f.opener(i)
		c := f.text[open]
		message := fmt.Sprintf("%q closes what %q opened", f.text[i], c)
		shutCost := plausible
		if strings.ContainsRune(string(f.text[open:i]), ':') != (c == '{') {
			shutCost += 0.1
		}
		out = append(out,
			f.trial(shutCost, CodeUnclosedBracket, i, i+1, message, fmt.Sprintf("write %c here", closing[c]), f.replace(i, i+1, string(closing[c]))),
			f.trial(plausible+0.05, CodeUnclosedBracket, open, open+1, message, fmt.Sprintf("write %c here", opening[f.text[i]]), f.replace(open, open+1, string(opening[f.text[i]]))),
		)
		out = append(out, f.closeBefore(open, plausible+0.02)...)
		out = append(out, f.openBefore(i)...)
	}
	return out
}

// opener is the bracket that the one at i closes, whatever its kind.
func (f flow) opener(i int) int {
	depth := 0
	for k := len(f.marks) - 1; k >= 0; k-- {
		at := f.marks[k]
		if at >= i {
			continue
		}
		switch {
		case opening[f.text[at]] != 0:
			depth++
		case closing[f.text[at]] != 0 && depth == 0:
			return at
		case closing[f.text[at]] != 0:
			depth--
		}
	}
	return 0
}

// openBefore opens what a bracket closes, at one of the values before it.
func (f flow) openBefore(shut int) []trial {
	var out []trial
	o := string(opening[f.text[shut]])
	for k := len(f.marks) - 1; k >= 0; k-- {
		if at := f.marks[k]; at < shut && f.text[at] == ':' {
			from := at + 1
			for unicode.IsSpace(f.char(from)) && from < shut {
				from++
			}
			out = append(out, f.trial(plausible+0.03+0.01*float64(len(out)), CodeUnclosedBracket, from, from+1,
				fmt.Sprintf("nothing opens what %q closes", f.text[shut]), "put "+o+" here", f.insert(from, o)))
		}
	}
	return out
}

// superfluous takes away a closing bracket that closes nothing, or opens one
// for it at the start.
func (f flow) superfluous() []trial {
	if len(f.extra) == 0 {
		return nil
	}
	i := f.extra[0]
	message := fmt.Sprintf("nothing opens what %q closes", f.text[i])
	out := []trial{f.trial(likely+0.2, CodeUnclosedBracket, i, i+1, message, "take it away", f.replace(i, i+1, "")),
		f.trial(plausible, CodeUnclosedBracket, 0, 1, message, fmt.Sprintf("put %c here", opening[f.text[i]]), f.insert(0, string(opening[f.text[i]])))}
	return append(out, f.openBefore(i)...)
}

// commas puts a comma between two entries.
func (f flow) commas() []trial {
	var out []trial
	for i := 1; i < len(f.text)-1; i++ {
		if !unicode.IsSpace(f.text[i]) || strings.ContainsRune("[{,:", f.text[i-1]) || unicode.IsSpace(f.text[i-1]) || !f.entryAt(i+1) {
			continue
		}
		out = append(out, f.trial(plausible-0.1+0.001*float64(len(out)), CodeMissingComma, i, i+1,
			"there is no comma between two entries", fmt.Sprintf("put a comma after %q", lastWord(f.text[:i])), f.insert(i, ",")))
	}
	return out
}

// entryAt reports whether what begins here looks like an entry: a key with
// its colon, a quoted text or a collection.
func (f flow) entryAt(i int) bool {
	if strings.ContainsRune(`"'[{`, f.char(i)) {
		return true
	}
	for k := i; k < len(f.text) && k < i+70; k++ {
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
		if f.text[colon] != ':' {
			continue
		}
		from := colon + 1
		for unicode.IsSpace(f.char(from)) && from < last {
			from++
		}
		to := f.valueEnd(from, last)
		if to-from < 2 || strings.ContainsRune(`"'`, f.text[from]) {
			continue
		}
		if at := strings.IndexAny(string(f.text[from:to]), "[]{}"); at >= 0 {
			at = from + len([]rune(string(f.text[from:to])[:at]))
			out = append(out, wrap(f.sub(from, to), plausible+0.15, CodeReservedCharacter, at-from, at-from+1,
				fmt.Sprintf("the text has %q in it, which within brackets means something else in YAML", f.text[at]))...)
		} else {
			out = append(out, quoteText(f.sub(from, to), 0.05)...)
		}
	}
	return out
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
