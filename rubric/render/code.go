package render

import (
	"slices"
	"unicode/utf8"

	"rubrickit/rubric/form"
)

// shortCode is how many characters a code may have to stand before its text;
// longer ones stand below or behind.
const shortCode = 8

// hasLongCodes reports whether some code of a form is too long to stand before
// its text.
func hasLongCodes(f *form.Form) bool {
	long := func(code string) bool { return utf8.RuneCountInString(code) > shortCode }
	for _, s := range f.Sections {
		if long(s.Code) || slices.ContainsFunc(s.Rows, func(r form.Row) bool { return long(r.Code) }) {
			return true
		}
	}
	return false
}
