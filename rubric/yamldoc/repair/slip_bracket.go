package repair

import (
	"fmt"
	"strings"
	"unicode"
)

// maxOpen is how many brackets of one collection are suspected.
const maxOpen = 8

func bracketOpen(c rune) string { return fmt.Sprintf("the %q opened here is not closed", c) }

func bracketShut(c rune) string { return fmt.Sprintf("nothing opens what %q closes", c) }

// unclosed closes what is open at the end or further in, or takes away a
// bracket that stands twice.
func (f flow) unclosed() []trial {
	if len(f.open) == 0 {
		return nil
	}
	var missing strings.Builder
	for i := len(f.open) - 1; i >= 0; i-- {
		missing.WriteRune(partner(f.text[f.open[i]]))
	}
	at := f.open[0]
	out := []trial{f.trial(likely+0.1, CodeUnclosedBracket, at, at+1, bracketOpen(f.text[at]),
		fmt.Sprintf("put %s at the end", missing.String()), f.insert(len(f.text), missing.String()))}
	for k, open := range f.open[:min(len(f.open), maxOpen)] {
		out = append(out, f.closeBefore(open, plausible+0.01*float64(k))...)
		if c := f.text[open]; f.char(open+1) == c || f.char(open-1) == c {
			out = append(out, f.trial(likely+0.05, CodeUnclosedBracket, open, open+1, "the bracket stands twice", "take one away", f.replace(open, open+1, "")))
		}
	}
	return out
}

// closeBefore closes a bracket before one of the marks that follow it.
func (f flow) closeBefore(open int, cost float64) []trial {
	var out []trial
	c := partner(f.text[open])
	for _, i := range f.marks {
		if i <= open+1 || f.text[i] != ',' && !closes(f.text[i]) {
			continue
		}
		out = append(out, f.trial(cost+0.01*float64(len(out)), CodeUnclosedBracket, open, open+1, bracketOpen(f.text[open]),
			fmt.Sprintf("put %c after %q", c, lastWord(f.text[open:i])), f.insert(i, string(c))))
		if len(out) == maxSpots {
			break
		}
	}
	return out
}

// mismatched mends a bracket that closes one of the other kind.
func (f flow) mismatched() []trial {
	var out []trial
	for _, shut := range f.wrong[:min(len(f.wrong), maxOpen)] {
		open := f.opener(shut)
		out = append(out, f.exchange(open, shut)...)
		out = append(out, f.closeBefore(open, plausible+0.02)...)
		out = append(out, f.openBefore(shut)...)
	}
	return out
}

// exchange makes one of two brackets the partner of the other: curly ones
// around keys, square ones around a list.
func (f flow) exchange(open, shut int) []trial {
	o, c := f.text[open], f.text[shut]
	message := fmt.Sprintf("%q closes what %q opened", c, o)
	cost := plausible
	if strings.ContainsRune(string(f.text[open:shut]), ':') != (o == '{') {
		cost += 0.1
	}
	return []trial{
		f.trial(cost, CodeUnclosedBracket, shut, shut+1, message, fmt.Sprintf("write %c here", partner(o)), f.replace(shut, shut+1, string(partner(o)))),
		f.trial(plausible+0.05, CodeUnclosedBracket, open, open+1, message, fmt.Sprintf("write %c here", partner(c)), f.replace(open, open+1, string(partner(c)))),
	}
}

// opener is the bracket that the one at shut closes, whatever its kind.
func (f flow) opener(shut int) int {
	depth := 0
	for k := len(f.marks) - 1; k >= 0; k-- {
		switch at := f.marks[k]; {
		case at >= shut:
		case closes(f.text[at]):
			depth++
		case opens(f.text[at]) && depth == 0:
			return at
		case opens(f.text[at]):
			depth--
		}
	}
	return 0
}

// openBefore opens what a bracket closes, at one of the values before it.
func (f flow) openBefore(shut int) []trial {
	var out []trial
	o := string(partner(f.text[shut]))
	for k := len(f.marks) - 1; k >= 0 && len(out) < maxSpots; k-- {
		if at := f.marks[k]; at < shut && f.text[at] == ':' {
			from := f.skipSpace(at+1, shut)
			out = append(out, f.trial(plausible+0.03+0.01*float64(len(out)), CodeUnclosedBracket, from, from+1,
				bracketShut(f.text[shut]), "put "+o+" here", f.insert(from, o)))
		}
	}
	return out
}

// skipSpace is the first character from a place on that is not white.
func (f flow) skipSpace(from, limit int) int {
	for from < limit && unicode.IsSpace(f.text[from]) {
		from++
	}
	return from
}

// superfluous takes away a closing bracket that closes nothing, or opens one
// for it.
func (f flow) superfluous() []trial {
	if len(f.extra) == 0 {
		return nil
	}
	i := f.extra[0]
	message, o := bracketShut(f.text[i]), string(partner(f.text[i]))
	return append(f.openBefore(i),
		f.trial(likely+0.2, CodeUnclosedBracket, i, i+1, message, "take it away", f.replace(i, i+1, "")),
		f.trial(plausible, CodeUnclosedBracket, 0, 1, message, "put "+o+" here", f.insert(0, o)),
	)
}
