package lint

import (
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var emptyTier = Rule{
	Code:     "empty-tier",
	Severity: diag.Warning,
	About:    "a heading with nothing below it, beside headings that have items",
	absence:  true,
	check:    checkEmptyTier,
}

// checkEmptyTier reports headings without items, which would be rated
// themselves, and headings whose items are all retired. Measured: no findings.
func checkEmptyTier(p *pass) {
	empty := emptyHeadings(p.f)
	for it := range p.f.All() {
		switch {
		case it.IsRetired():
		case empty[it]:
			p.report(it.Places.At(""), "write its `items:`, or say `rated: true` if the heading itself is rated",
				"nothing stands below %s, while its neighbours have items", it.Code)
		case len(it.Items) > 0 && len(family{it, it.Items}.live()) == 0:
			p.report(it.Places.At(""), "retire the heading too, or give it items that are in use",
				"all items below %s are retired", it.Code)
		}
	}
}

// emptyHeadings are the items that are a title and nothing else, beside items
// that have others below them.
func emptyHeadings(f *rubric.Framework) map[*rubric.Item]bool {
	empty := map[*rubric.Item]bool{}
	for family := range families(f) {
		if !slices.ContainsFunc(family.items, func(it *rubric.Item) bool { return len(it.Items) > 0 }) {
			continue
		}
		for _, it := range family.items {
			if it.Text == "" && len(it.Items) == 0 && len(it.Levels) == 0 && it.Rated == nil {
				empty[it] = true
			}
		}
	}
	return empty
}
