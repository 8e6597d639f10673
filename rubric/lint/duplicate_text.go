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
// competency of cms.
func checkDuplicateText(p *pass) {
	first := map[string]*rubric.Item{}
	for it := range p.f.All() {
		t := wording(it)
		words := wordsOf(t.text)
		if words == "" || it.IsRetired() {
			continue
		}
		before := first[words]
		if before == nil {
			first[words] = it
			continue
		}
		p.reportWith(t.at, diag.Related{Span: wording(before).at, Message: "item " + before.Code + " says it first"},
			"two items with one text are rated alike: mend the copy, or keep one of the two",
			"item %s says the same as item %s", it.Code, before.Code)
	}
}
