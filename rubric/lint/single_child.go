package lint

import "rubrickit/rubric/diag"

var singleChild = Rule{
	Code:     "single-child",
	Severity: diag.Note,
	About:    "a heading with only one item below it",
	Off:      true,
	absence:  true,
	check:    checkSingleChild,
}

// checkSingleChild reports headings that have one item in use, and are not rated
// themselves. Measured: no findings, and 2 in the NIST standards: RS.RP and RC.RP
// of NIST CSF 1.1 have one subcategory each. The publisher meant both, though
// the revision that followed has neither any more.
func checkSingleChild(p *pass) {
	for family := range families(p.f) {
		live := family.live()
		if family.parent == nil || len(live) != 1 || family.parent.IsRated() {
			continue
		}
		p.report(family.parent.Places.At(""),
			"is an item missing, or indented so that it belongs elsewhere? If not, the heading and the item may be one",
			"only one item, %s, stands below %s", live[0].Code, family.parent.Code)
	}
}
