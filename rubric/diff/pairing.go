package diff

import (
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
// code, since ratings follow what was asked, not its number; then what is
// left by code alone.
func pairItems(before, after *rubric.Framework) pairing {
	p := pairing{map[*rubric.Item]*rubric.Item{}, map[*rubric.Item]*rubric.Item{}}
	p.byCode(before, after, func(a, b *rubric.Item) bool { return wording(a) == wording(b) })
	p.byWording(before, after)
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
