package diff

import (
	"cmp"
	"slices"
	"strings"

	"rubrickit/rubric"
)

// pairing says which item of the new version each item of the old one became.
type pairing struct {
	target map[*rubric.Item]*rubric.Item // by the old item
	source map[*rubric.Item]*rubric.Item // by the new item
}

// pairItems pairs the items of two versions: first those with the same code
// and the same wording; then those whose whole wording stands under another
// code, since ratings follow what was asked, not its number; then those that
// are worded nearly alike, the most alike first; then what is left by code
// alone.
func pairItems(before, after *rubric.Framework) pairing {
	p := pairing{map[*rubric.Item]*rubric.Item{}, map[*rubric.Item]*rubric.Item{}}
	p.byCode(before, after, func(a, b *rubric.Item) bool { return wording(a) == wording(b) })
	p.byWording(before, after)
	p.byLikeness(before, after)
	p.byCode(before, after, func(a, b *rubric.Item) bool { return true })
	return p
}

func (p pairing) join(before, after *rubric.Item) { p.target[before], p.source[after] = after, before }

func (p pairing) byCode(before, after *rubric.Framework, fit func(a, b *rubric.Item) bool) {
	for a := range before.All() {
		b := after.Item(a.Code)
		if b != nil && p.target[a] == nil && p.source[b] == nil && fit(a, b) {
			p.join(a, b)
		}
	}
}

// byWording pairs leaves with leaves and parents with parents; of several with
// the same wording, the first with the first. What is retired stays with its
// code.
func (p pairing) byWording(before, after *rubric.Framework) {
	waiting := map[string][]*rubric.Item{}
	for b := range after.All() {
		if p.source[b] == nil && movable(b) {
			waiting[wording(b)] = append(waiting[wording(b)], b)
		}
	}
	for a := range before.All() {
		candidates := waiting[wording(a)]
		if p.target[a] == nil && movable(a) && len(candidates) > 0 {
			p.join(a, candidates[0])
			waiting[wording(a)] = candidates[1:]
		}
	}
}

// nearlyAlike is the likeness from which two items are taken for one whose
// wording was edited: half as many words changed as stayed.
const nearlyAlike = 60

// byLikeness pairs leaves with leaves and parents with parents that are worded
// nearly alike; of equals, those with the same code, then the first.
func (p pairing) byLikeness(before, after *rubric.Framework) {
	type near struct {
		a, b     *rubric.Item
		likeness int
	}
	var found []near
	news := bagsOf(after, allWords, func(b *rubric.Item) bool { return p.source[b] == nil && movable(b) })
	for _, a := range bagsOf(before, allWords, func(a *rubric.Item) bool { return p.target[a] == nil && movable(a) }) {
		for _, b := range news {
			if n := a.likeness(b.bag); n >= nearlyAlike && len(a.Items) == 0 == (len(b.Items) == 0) {
				found = append(found, near{a.Item, b.Item, n})
			}
		}
	}
	slices.SortStableFunc(found, func(x, y near) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), first(x.a.Code == x.b.Code, y.a.Code == y.b.Code))
	})
	for _, n := range found {
		if p.target[n.a] == nil && p.source[n.b] == nil {
			p.join(n.a, n.b)
		}
	}
}

// first sorts what is true before what is not.
func first(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	default:
		return 1
	}
}

func movable(it *rubric.Item) bool {
	return !it.IsRetired() && strings.Trim(wording(it), separators) != ""
}

// separators stand between the parts of a wording; no text holds them.
const separators = "\x00\x01"

// wording is what an item says: the title, the text, and the descriptors of
// its levels. A leaf and a parent never have the same.
func wording(it *rubric.Item) string {
	parts := []string{it.Title, it.Text}
	for _, l := range it.Levels {
		parts = append(parts, l.Text)
	}
	all := strings.Join(parts, "\x00")
	if len(it.Items) > 0 {
		return "\x01" + all
	}
	return all
}
