package yamldoc

import (
	"sort"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

// past is the repairs made so far, first one first. What is found in the
// repaired text is reported in its place in the original.
type past []step

// step leads from the text after a repair back to the text before it. Places
// are counted in characters from the start of the text.
type step struct {
	before, after lineStarts
	cuts          []cut
}

// cut says that the characters [from, to) became size others.
type cut struct{ from, to, size int }

// lineStarts is the place at which each line begins, and the text's end.
type lineStarts []int

func startsOf(lines []string) lineStarts {
	starts := make(lineStarts, 1, len(lines)+1)
	at := 0
	for _, l := range lines {
		at += utf8.RuneCountInString(l) + 1
		starts = append(starts, at)
	}
	return starts
}

// offset of a position; a column behind the line's end counts as the end.
func (s lineStarts) offset(p diag.Pos) int {
	line := min(max(p.Line, 1), len(s)-1)
	return min(s[line-1]+max(p.Column, 1)-1, s[line]-1)
}

func (s lineStarts) pos(offset int) diag.Pos {
	line := min(sort.SearchInts(s, offset+1), len(s)-1)
	return diag.Pos{Line: line, Column: offset - s[line-1] + 1}
}

func newStep(before, after []string, edits []diag.Edit) step {
	s := step{before: startsOf(before), after: startsOf(after)}
	for _, e := range inOrder(edits) {
		s.cuts = append(s.cuts, cut{s.before.offset(e.Start), s.before.offset(e.End), utf8.RuneCountInString(e.Text)})
	}
	return s
}

// back is where a position of the repaired text stood before. Within what the
// repair put in, it is the place of the repair, and own is true.
func (s step) back(p diag.Pos) (was diag.Pos, own bool) {
	if p.IsZero() {
		return p, false
	}
	at, grown := s.after.offset(p), 0
	for _, c := range s.cuts {
		from := c.from + grown
		if at < from {
			break
		}
		if at < from+c.size {
			return s.before.pos(c.from), true
		}
		own = own || at == from+c.size
		grown += c.size - (c.to - c.from)
	}
	return s.before.pos(at - grown), own
}

// span leads a span back to the original text; own says that an earlier
// repair touches it.
func (p past) span(at diag.Span) (was diag.Span, own bool) {
	for i := len(p) - 1; i >= 0; i-- {
		var start, end bool
		at.Start, start = p[i].back(at.Start)
		at.End, end = p[i].back(at.End)
		own = own || start || end
	}
	return at, own
}

// finding leads a finding back. Edits that touch an earlier repair are left
// out, since the two could not be applied together.
func (p past) finding(d diag.Diagnostic) diag.Diagnostic {
	d.Span, _ = p.span(d.Span)
	for i := range d.Related {
		d.Related[i].Span, _ = p.span(d.Related[i].Span)
	}
	for i := range d.Edits {
		var own bool
		if d.Edits[i].Span, own = p.span(d.Edits[i].Span); own {
			d.Edits = nil
			break
		}
	}
	return d
}

// node leads a tree back, in place.
func (p past) node(n *Node) {
	if len(p) == 0 || n == nil {
		return
	}
	n.Span, _ = p.span(n.Span)
	n.CutAt, _ = p.span(n.CutAt)
	for _, pair := range n.Pairs {
		p.node(pair.Key)
		p.node(pair.Value)
	}
	for _, item := range n.Items {
		p.node(item)
	}
}
