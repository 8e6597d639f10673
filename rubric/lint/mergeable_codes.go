package lint

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var mergeableCodes = Rule{
	Code:     "mergeable-codes",
	Severity: diag.Warning,
	About:    "two codes that other programs take for one: 1.1 and 1.10, a1 and A1",
	check:    checkMergeableCodes,
}

// checkMergeableCodes compares codes as numbers and without capitals. Measured:
// no findings.
func checkMergeableCodes(p *pass) {
	first := map[string]*rubric.Item{}
	for it := range p.f.All() {
		key := mergeKey(it.Code)
		before := first[key]
		if before == nil {
			first[key] = it
			continue
		}
		p.reportWith(it.Places.At(""),
			diag.Related{Span: before.Places.At(""), Message: "the code " + before.Code},
			"this program keeps them apart, but a spreadsheet may not: rename one, or format the column of codes as text there",
			"other programs may take the code %s for %s", it.Code, before.Code)
	}
}

// mergeKey is the same for codes that a reader of numbers, or one that
// ignores case, takes for one.
func mergeKey(code string) string {
	if d, err := rubric.ParseDecimal(code); err == nil {
		return d.Rat().RatString()
	}
	return strings.ToLower(code)
}
