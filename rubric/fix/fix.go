// Package fix repairs and lays out files by editing their bytes: what no edit
// touches stays as it is, comments, order and line endings included.
//
// [Repair] makes the edits of findings that can mean only one thing. [Format]
// puts a file into the house's layout. Both check what they made against what
// was there, and rather leave a file as it is than lose or change a word of it.
package fix

import (
	"cmp"
	"slices"

	"rubrickit/rubric/diag"
)

// Apply makes the edits of findings and returns the new bytes, with the
// findings whose edits were made. The edits of one finding are made together
// or not at all. Where two findings would change the same place, the one that
// comes first in the list wins and the other is left; so is a finding without
// edits, and one whose edits stand outside the file. A line break in an edit
// becomes the one that the file uses.
func Apply(data []byte, list diag.List) ([]byte, diag.List) {
	t := newText(data)
	var all changes
	var made diag.List
	for _, d := range list {
		edits, ok := t.changes(d.Edits)
		if ok && len(edits) > 0 && all.add(edits) {
			made = append(made, d)
		}
	}
	return t.with(all), made
}

// change is an edit in bytes: text replaces those in [from, to).
type change struct {
	from, to int
	text     string
}

// changes are in order of their place and do not overlap.
type changes []change

// add takes further changes in, all of them, unless one touches the same bytes
// as another or puts something in at the same place, where the order would be
// left to chance.
func (all *changes) add(more changes) bool {
	if slices.ContainsFunc(more, all.touches) {
		return false
	}
	last := len(*all) - 1
	*all = append(*all, more...)
	if last >= 0 && (*all)[last].from > more[0].from {
		slices.SortStableFunc(*all, byPlace)
	}
	return true
}

func (all *changes) touches(c change) bool {
	i, same := slices.BinarySearchFunc(*all, c.from, func(o change, from int) int { return cmp.Compare(o.from, from) })
	return same || i < len(*all) && (*all)[i].from < c.to || i > 0 && (*all)[i-1].to > c.from
}

// changes finds the bytes of edits; false where one of them is not in the
// file or overlaps another.
func (t text) changes(edits []diag.Edit) (changes, bool) {
	out := make(changes, 0, len(edits))
	for _, e := range edits {
		from, inside := t.offset(e.Start)
		to, ends := t.offset(e.End)
		if !inside || !ends || to < from {
			return nil, false
		}
		out = append(out, change{from, to, t.breaks(e.Text)})
	}
	slices.SortStableFunc(out, byPlace)
	for i := 1; i < len(out); i++ {
		if out[i].from < out[i-1].to {
			return nil, false
		}
	}
	return out, true
}

// with returns the bytes with the changes made.
func (t text) with(all changes) []byte {
	var out []byte
	done := 0
	for _, c := range all {
		out = append(out, t.data[done:c.from]...)
		out = append(out, c.text...)
		done = c.to
	}
	return append(out, t.data[done:]...)
}

// byPlace orders changes; one that only puts something in comes before one
// that replaces what stands there.
func byPlace(a, b change) int {
	return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
}
