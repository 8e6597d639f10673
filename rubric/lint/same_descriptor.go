package lint

import "rubrickit/rubric/diag"

var sameDescriptor = Rule{
	Code:     "same-descriptor",
	Severity: diag.Warning,
	About:    "two adjacent levels of an item with one text",
	check:    checkSameDescriptor,
}

// checkSameDescriptor compares each cell with the one before it. Measured: no
// findings.
func checkSameDescriptor(p *pass) {
	for _, it := range p.f.Indicators() {
		for i := 1; i < len(it.Levels); i++ {
			below, level := it.Levels[i-1], it.Levels[i]
			if words := wordsOf(level.Text); words == "" || words != wordsOf(below.Text) {
				continue
			}
			p.reportWith(level.Places.At("text"), diag.Related{Span: below.Places.At("text"), Message: "level " + below.Code},
				"say what tells the upper level from the lower one, or leave one of the two out of the scale",
				"levels %s and %s of %s have one text", below.Code, level.Code, it.Code)
		}
	}
}
