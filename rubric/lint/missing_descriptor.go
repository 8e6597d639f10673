package lint

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var missingDescriptor = Rule{
	Code:     "missing-descriptor",
	Severity: diag.Warning,
	About:    "a level that is not described, where the others, or the item's neighbours, describe theirs",
	absence:  true,
	check:    checkMissingDescriptor,
}

// checkMissingDescriptor reports a level without a text between levels that
// have one, or at an end of the scale where every other item with descriptors,
// and at least two, has one. An end that several leave out is meant: a ladder
// whose first rungs ask nothing. Measured: no findings; reporting every level
// without a text gave three in monzo, all meant.
func checkMissingDescriptor(p *pass) {
	described, items := map[string]int{}, 0 // by level: how many items describe it
	for _, it := range p.f.Indicators() {
		if !it.HasDescriptors() {
			continue
		}
		items++
		for _, l := range it.Levels {
			if l.Text != "" {
				described[l.Code]++
			}
		}
	}
	for _, it := range p.f.Indicators() {
		p.reportUndescribed(it, func(code string) bool { return items > 2 && described[code] == items-1 })
	}
}

// reportUndescribed reports the levels of an item that lack a text; usual says
// that every other item describes a level.
func (p *pass) reportUndescribed(it *rubric.Item, usual func(code string) bool) {
	if it.Scale == nil || !it.HasDescriptors() {
		return
	}
	levels := it.Scale.Levels
	has := func(l rubric.Level) bool { c := it.Descriptor(l.Code); return c != nil && c.Text != "" }
	first, last := 0, len(levels)-1
	for first < last && !has(levels[first]) {
		first++
	}
	for first < last && !has(levels[last]) {
		last--
	}
	var missing []string
	for i, l := range levels {
		if !has(l) && (first < i && i < last || usual(l.Code)) {
			missing = append(missing, l.Code)
		}
	}
	if len(missing) > 0 {
		p.report(it.Places.At("levels"), "write what the level looks like for this item: raters compare what they see with these texts",
			"%s has no text for the level %s, and one for the others", it.Code, strings.Join(missing, ", "))
	}
}
