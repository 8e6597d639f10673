package repair

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

// partner is the bracket that belongs to another, 0 for any other character.
func partner(c rune) rune {
	switch c {
	case '[':
		return ']'
	case ']':
		return '['
	case '{':
		return '}'
	case '}':
		return '{'
	default:
		return 0
	}
}

func opens(c rune) bool  { return c == '[' || c == '{' }
func closes(c rune) bool { return c == ']' || c == '}' }

// newFlow follows the brackets of a text.
func newFlow(t stretch) flow {
	f := flow{stretch: t}
	for i := 0; i < len(t.text); i++ {
		switch c := t.text[i]; {
		case isQuote(c) && f.beginsEntry(i):
			i += QuotedWidth(t.text[i:]) - 1
		case opens(c):
			f.open = append(f.open, i)
			f.marks = append(f.marks, i)
		case closes(c):
			f.shut(i)
			f.marks = append(f.marks, i)
		case c == ',' || c == ':' && unicode.IsSpace(t.char(i+1)):
			f.marks = append(f.marks, i)
		}
	}
	return f
}

func (f *flow) shut(i int) {
	last := len(f.open) - 1
	if last < 0 {
		f.extra = append(f.extra, i)
		return
	}
	if partner(f.text[f.open[last]]) != f.text[i] {
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
	switch {
	case s.value >= s.end:
		return s.unopenedBlock()
	case !opens(s.at(s.value)):
		return s.unopenedFlow()
	}
	var out []trial
	if last := s.flowEnd(); last > s.n {
		out = newFlow(s.stretch(s.value, last)).propose(0)
	}
	return append(out, newFlow(s.stretch(s.value, s.n)).propose(0.05)...)
}

// flowEnd is the last line of a collection in brackets: the lines below that
// are deeper, and one that begins with a closing bracket.
func (s *site) flowEnd() int {
	last := s.extent(s.n, s.inner())
	if n := s.below(last); n >= 0 {
		if line := s.outline.site(n); closes(line.at(line.indent)) {
			return n
		}
	}
	return last
}

// unopenedFlow puts the missing bracket before a value that ends in one.
func (s *site) unopenedFlow() []trial {
	c := s.at(s.end - 1)
	if !closes(c) || strings.ContainsRune(string(s.text[s.value:s.end]), partner(c)) {
		return nil
	}
	return []trial{s.trial(likely+0.2, CodeUnclosedBracket, s.value, s.value+1,
		fmt.Sprintf("nothing opens what the %q at the end closes", c), fmt.Sprintf("put %c here", partner(c)), s.insert(s.value, string(partner(c))))}
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

// What bounds the trials for one collection.
const (
	maxFlow  = 5_000 // characters; a longer one is left alone
	maxMarks = 500
	maxSpots = 40 // places tried for one edit
)

// propose mends a collection. More is added to the cost of what it proposes.
func (f flow) propose(more float64) []trial {
	if len(f.text) > maxFlow || len(f.marks) > maxMarks {
		return nil
	}
	var out []trial
	for _, group := range [][]trial{f.unclosed(), f.mismatched(), f.superfluous(), f.commas(), f.texts()} {
		for _, t := range group {
			t.cost += more
			out = append(out, t)
		}
	}
	return out
}
