package ratings

import (
	"strings"
	"unicode"
)

// clean takes spaces of any kind from the ends of a cell and makes one space
// of each run within.
func clean(cell string) string {
	if isTidy(cell) {
		return cell // most cells: nothing to take away, nothing to allocate
	}
	return strings.Join(strings.FieldsFunc(cell, isSpace), " ")
}

// isTidy reports whether a text is visible ASCII with single spaces within, so
// that nothing is to be cleaned.
func isTidy[T string | []byte](text T) bool {
	space := true
	for i := range len(text) {
		c := text[i]
		if c == ' ' && space || c < ' ' || c > '~' {
			return false
		}
		space = c == ' '
	}
	return !space
}

// isSpace is a space or something else that cannot be seen: a mark that text
// copied from web pages carries along.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// plainKey is the same for texts that differ in case and spacing only.
func plainKey(text string) string { return strings.ToLower(clean(text)) }
