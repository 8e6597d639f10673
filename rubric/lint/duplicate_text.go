package lint

import (
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var duplicateText = Rule{
	Code:     "duplicate-text",
	Severity: diag.Warning,
	About:    "two items say the same",
	check:    checkDuplicateText,
}

// checkDuplicateText compares items by the words of their own text, or of their
// title where they have no text. Measured: 1 finding, right: the eighth
// competency of cms. In the NIST standards there are 19 more, all right:
// requirements of NIST SP 800-66 that stand twice.
func checkDuplicateText(p *pass) {
	type saying struct {
		of    company
		words string
	}
	first := map[saying]*rubric.Item{}
	for it := range p.f.All() {
		t := wording(it)
		words := wordsOf(t.text)
		if words == "" || it.IsRetired() {
			continue
		}
		said := saying{companyOf(it), words}
		before := first[said]
		if before == nil {
			first[said] = it
			continue
		}
		p.reportWith(t.at, diag.Related{Span: wording(before).at, Message: "item " + before.Code + " says it first"},
			"two items with one text are rated alike: mend the copy, or keep one of the two",
			"item %s says the same as item %s", it.Code, before.Code)
	}
}
