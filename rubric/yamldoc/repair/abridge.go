package repair

import (
	"slices"

	"rubrickit/rubric/diag"
)

// A line of many thousand characters was pasted, not typed. What it says does
// not matter to the trials, each of which would read all of it. So they are
// made on a text in which such lines lack their middle.

// keptOfLine is how many characters are kept at either end of a long line.
const keptOfLine = 2_000

// abridged is a text with its long lines shortened.
type abridged struct {
	lines []string
	gaps  map[int]int // how many characters are left out, by line from 0
}

func abridge(lines []string) abridged {
	out := abridged{lines: lines, gaps: map[int]int{}}
	for n, l := range lines {
		if len(l) <= maxLine {
			continue
		}
		text := []rune(l)
		gap := len(text) - 2*keptOfLine
		if gap <= 0 {
			continue
		}
		if len(out.gaps) == 0 {
			out.lines = slices.Clone(lines)
		}
		out.gaps[n] = gap
		out.lines[n] = string(text[:keptOfLine]) + string(text[keptOfLine+gap:])
	}
	return out
}

// longestLine is how many bytes a line may have for repairs to be tried where it
// cannot be shortened for them.
const longestLine = 20_000

// findIn looks for the repair in a text with its long lines shortened, if the
// parser stops there as in the whole, and proves it on the whole.
func (s *search) findIn(lines []string) *trial {
	short := abridge(lines)
	if len(short.gaps) == 0 || !s.stopsAlike(short.lines) {
		return s.findInFull(lines)
	}
	s.outline = newOutline(short.lines)
	t := s.find()
	if t == nil {
		return nil
	}
	if t = short.inFull(t); !s.holds(t, lines) {
		return nil
	}
	return t
}

func (s *search) findInFull(lines []string) *trial {
	if slices.ContainsFunc(lines, func(l string) bool { return len(l) > longestLine }) {
		return nil
	}
	s.outline = newOutline(lines)
	return s.find()
}

// stopsAlike reports whether the parser stops in a text as in the one searched.
func (s *search) stopsAlike(lines []string) bool {
	at := s.parse(lines)
	return at != nil && *at == s.stop
}

// inFull leads a trial back to the text with its lines in full.
func (a abridged) inFull(t *trial) *trial {
	out := *t
	out.Span = a.span(out.Span)
	out.Edits = slices.Clone(out.Edits)
	for i := range out.Edits {
		out.Edits[i].Span = a.span(out.Edits[i].Span)
	}
	return &out
}

func (a abridged) span(at diag.Span) diag.Span {
	at.Start, at.End = a.pos(at.Start), a.pos(at.End)
	return at
}

func (a abridged) pos(p diag.Pos) diag.Pos {
	if p.Column > keptOfLine+1 {
		p.Column += a.gaps[p.Line-1]
	}
	return p
}
