package ratings

import (
	"strings"
	"unicode"
)

// clean takes spaces of any kind from the ends of a cell and makes one space
// of each run within.
func clean(cell string) string {
	return strings.Join(strings.FieldsFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u00a0' || r == '\u2007' || r == '\u202f' || r == '\ufeff'
	}), " ")
}

// plainKey is the same for texts that differ in case and spacing only.
func plainKey(text string) string { return strings.ToLower(clean(text)) }
