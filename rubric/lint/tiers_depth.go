package lint

import (
	"fmt"

	"rubrickit/rubric/diag"
)

var tiersDepth = Rule{
	Code:     "tiers-depth",
	Severity: diag.Warning,
	About:    "more or fewer tier names than the tree has depths",
	absence:  true,
	check:    checkTiersDepth,
}

// checkTiersDepth compares how many names there are with the deepest item.
// Measured: no findings.
func checkTiersDepth(p *pass) {
	named, depth := len(p.f.Tiers), p.f.Depth()
	if named == 0 || named == depth || depth == 0 {
		return
	}
	names := "1 depth"
	if named > 1 {
		names = fmt.Sprintf("%d depths", named)
	}
	p.report(p.f.Places.At("tiers"), "write one name for each depth, from the top down",
		"`tiers` names %s, and the items have %d", names, depth)
}
