package repair

import (
	"slices"

	"rubrickit/rubric/diag"
)

// excerpt is the part of a text that matters to the trials: what the suspected
// lines belong to, and they with all that follows the first of the near ones.
// A trial that fails ends where the parser stops, so the end need not be cut.
type excerpt struct {
	lines []string
	from  []int // which line of the text each one is; nil where none is left out
}

// How many lines are kept of what stands first in the document, where the
// scale and the like are, and in what holds a suspected line, where titles
// are.
const (
	keptOfDocument = 120
	keptOfParent   = 12
)

// worthCutting is how many lines must stand above the near ones for an excerpt
// to save work.
const worthCutting = 20

// newExcerpt leaves out what stands above the near lines and bears on no
// suspected one. Where the parser does not stop in the excerpt as it does in
// the text, the text is kept whole.
func newExcerpt(o *outline, suspects []int, near int, at Stop, parse Parse) excerpt {
	whole := excerpt{lines: o.lines}
	if near < worthCutting {
		return whole
	}
	keep := make([]bool, len(o.lines))
	o.keepHead(keep, -1, near, keptOfDocument)
	for _, n := range suspects {
		for _, parent := range o.parents(min(n, near)) {
			o.keepHead(keep, parent, near, keptOfParent)
		}
		o.keepHead(keep, n, near, maxExtent)
	}
	var out excerpt
	for n, l := range o.lines {
		if keep[n] || n >= near {
			out.lines = append(out.lines, l)
			out.from = append(out.from, n)
		}
	}
	if _, got := parse(out.lines); got == nil || got.Problem != at.Problem || out.line(got.Line) != at.Line {
		return whole
	}
	return out
}

// line is the line of the text for one of the excerpt, both counted from 1.
func (e excerpt) line(n int) int {
	if e.from == nil {
		return n
	}
	return e.from[min(n, len(e.from))-1] + 1
}

// with makes the edits in the excerpt, as far as their lines are in it.
func (e excerpt) with(edits []diag.Edit) []string {
	if e.from == nil {
		return apply(e.lines, edits)
	}
	var moved []diag.Edit
	for _, edit := range edits {
		if i, kept := slices.BinarySearch(e.from, edit.Start.Line-1); kept {
			edit.Start.Line, edit.End.Line = i+1, i+1
			moved = append(moved, edit)
		}
	}
	return apply(e.lines, moved)
}

// parents are the lines that hold the given one, the outermost first: each
// stands less deep than all between.
func (o *outline) parents(n int) []int {
	for n > 0 && o.indent[n] < 0 {
		n--
	}
	var out []int
	limit := o.indent[n]
	for n--; n >= 0 && limit > 0; n-- {
		if o.indent[n] >= 0 && o.indent[n] < limit {
			out = append(out, n)
			limit = o.indent[n]
		}
	}
	slices.Reverse(out)
	return out
}

// keepHead keeps a line, -1 for the document, and the first of what it holds:
// at most so many lines, none below the limit, and none that would be cut in
// two.
func (o *outline) keepHead(keep []bool, parent, limit, quota int) {
	if parent >= 0 {
		keep[parent] = true
	}
	first := o.below(parent)
	if first < 0 || first >= limit {
		return
	}
	end := parent + 1
	for n := parent + 1; n <= limit && n <= parent+1+quota; n++ {
		if o.indent[n] >= 0 && o.indent[n] <= o.indent[first] {
			end = n
		}
	}
	for n := parent + 1; n < end; n++ {
		keep[n] = true
	}
}
