package ratings

import (
	"strings"
	"unicode"
)

// clean takes spaces of any kind from the ends of a cell and makes one space
// of each run within.
func clean(cell string) string {
	if isPlain(cell) {
		return cell // most cells: nothing to take away, nothing to allocate
	}
	return strings.Join(strings.FieldsFunc(cell, isSpace), " ")
}

// isPlain reports whether a text is of visible ASCII characters only.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// isSpace is a space or something else that cannot be seen: a mark that text
// copied from web pages carries along.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// plainKey is the same for texts that differ in case and spacing only.
func plainKey(text string) string { return strings.ToLower(clean(text)) }
