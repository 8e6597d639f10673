package repair

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

// cut says that the characters from … to before the repair became those from
// now on, size of them, after it.
type cut struct{ from, to, now, size int }

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
	grown := 0
	for _, e := range inOrder(edits) {
		c := cut{from: s.before.offset(e.Start), to: s.before.offset(e.End), size: utf8.RuneCountInString(e.Text)}
		c.now = c.from + grown
		grown += c.size - (c.to - c.from)
		s.cuts = append(s.cuts, c)
	}
	return s
}

// back is where a position of the repaired text stood before. Within what the
// repair put in, it is the place of the repair.
func (s step) back(p diag.Pos) diag.Pos {
	if p.IsZero() {
		return p
	}
	at := s.after.offset(p)
	n := sort.Search(len(s.cuts), func(i int) bool { return s.cuts[i].now > at })
	if n == 0 {
		return s.before.pos(at)
	}
	c := s.cuts[n-1]
	if at < c.now+c.size {
		return s.before.pos(c.from)
	}
	return s.before.pos(c.to + at - c.now - c.size)
}

// touches reports whether a span of the repaired text overlaps or borders on
// what the repair put in or took away.
func (s step) touches(at diag.Span) bool {
	from, to := s.after.offset(at.Start), s.after.offset(at.End)
	n := sort.Search(len(s.cuts), func(i int) bool { return s.cuts[i].now+s.cuts[i].size >= from })
	return n < len(s.cuts) && s.cuts[n].now <= to
}

// span leads a span back to the original text.
func (p past) span(at diag.Span) diag.Span {
	for i := len(p) - 1; i >= 0; i-- {
		at.Start, at.End = p[i].back(at.Start), p[i].back(at.End)
	}
	return at
}

// edits leads edits back: none where one of them touches an earlier repair,
// since the two could not be applied together.
func (p past) edits(edits []diag.Edit) []diag.Edit {
	for i := range edits {
		at := edits[i].Span
		for k := len(p) - 1; k >= 0; k-- {
			if p[k].touches(at) {
				return nil
			}
			at.Start, at.End = p[k].back(at.Start), p[k].back(at.End)
		}
		edits[i].Span = at
	}
	return edits
}

// finding leads a finding back, in place where it has more than one place.
func (p past) finding(d diag.Diagnostic) diag.Diagnostic {
	d.Span = p.span(d.Span)
	for i := range d.Related {
		d.Related[i].Span = p.span(d.Related[i].Span)
	}
	d.Edits = p.edits(d.Edits)
	return d
}
