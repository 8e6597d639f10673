package lint

import (
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var unequalDepth = Rule{
	Code:     "unequal-depth",
	Severity: diag.Note,
	About:    "what is rated stands at another depth than nearly all others",
	absence:  true,
	check:    checkUnequalDepth,
}

// checkUnequalDepth reports the few rated items, at most one in four, that
// stand at another depth than the rest; once for items below one heading.
// Measured: no findings.
func checkUnequalDepth(p *pass) {
	rated := p.f.Indicators()
	depth, most := commonDepth(rated)
	if others := len(rated) - most; others == 0 || 4*others > len(rated) {
		return
	}
	empty, seen := emptyHeadings(p.f), map[*rubric.Item]bool{}
	for _, it := range rated {
		if it.Depth() == depth || seen[it.Parent()] || empty[it] {
			continue
		}
		seen[it.Parent()] = true
		p.report(it.Places.At(""), "is it indented too little or too much, or does a heading above it lack?",
			"%s is rated as a %s, while nearly all that is rated is a %s", it.Code, p.f.Tier(it.Depth()), p.f.Tier(depth))
	}
}

// commonDepth is the depth at which most items stand, and how many do. Of two
// it is the one that comes first.
func commonDepth(items []*rubric.Item) (depth, most int) {
	at := map[int]int{}
	for _, it := range items {
		at[it.Depth()]++
	}
	for _, it := range items {
		if n := at[it.Depth()]; n > most {
			depth, most = it.Depth(), n
		}
	}
	return depth, most
}
