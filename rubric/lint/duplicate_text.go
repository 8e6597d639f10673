package lint

import (
	"strings"
	"unicode"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/markup"
)

var duplicateText = Rule{
	Code:     "duplicate-text",
	Severity: diag.Warning,
	About:    "two items say the same",
	check:    checkDuplicateText,
}

// checkDuplicateText compares items by the words of their own text, or of
// their title where they have no text.
func checkDuplicateText(p *pass) {
	first := map[string]*rubric.Item{}
	for it := range p.f.All() {
		key, text := "text", it.Text
		if text == "" {
			key, text = "title", it.Title
		}
		words := wordsOf(text)
		if words == "" || it.IsRetired() {
			continue
		}
		before := first[words]
		if before == nil {
			first[words] = it
			continue
		}
		p.reportWith(it.Places.At(key),
			[]diag.Related{{Span: before.Places.At(key), Message: "item " + before.Code + " says it first"}},
			"two items with one text are rated alike: mend the copy, or keep one of the two",
			"item %s says the same as item %s", it.Code, before.Code)
	}
}

// wordsOf is a text without markup, case, punctuation and spacing.
func wordsOf(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(markup.Plain(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}
