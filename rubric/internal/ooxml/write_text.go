package ooxml

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// escape writes a text as the content of an element or an attribute. What XML
// cannot carry stands as _xHHHH_, as ECMA-376 has it (22.9.2.19, ST_Xstring);
// a text that looks like that has its first sign written so.
func escape(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		if !carried(r) || r == '_' && looksEscaped(text[i:]) {
			fmt.Fprintf(&b, "_x%04X_", r)
		} else {
			b.WriteRune(r)
		}
	}
	return xmlText(b.String())
}

// xmlText writes a text where ST_Xstring's escapes are not known: what XML
// cannot carry is the replacement character, as are bytes that are no UTF-8.
func xmlText(text string) string {
	return entitiesFor.Replace(strings.Map(func(r rune) rune {
		if carried(r) {
			return r
		}
		return utf8.RuneError
	}, text))
}

// entitiesFor writes the signs that XML has for itself.
var entitiesFor = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", `"`, "&quot;")

// isPlain reports whether a text stands in XML as it is.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= utf8.RuneSelf || c == '<' || c == '>' || c == '&' || c == '"' || c == '_' {
			return false
		}
	}
	return true
}

// carried reports whether XML hands a character on as it is. It makes a line
// feed of every carriage return.
func carried(r rune) bool {
	return r == '\t' || r == '\n' || r >= ' ' && r != '\uFFFE' && r != '\uFFFF'
}

// looksEscaped reports whether a text begins like an escaped character:
// _x000D_.
func looksEscaped(text string) bool {
	const length = len("_x0000_")
	if len(text) < length || text[1] != 'x' || text[length-1] != '_' {
		return false
	}
	return strings.Trim(text[2:length-1], "0123456789abcdefABCDEF") == ""
}

// cutMark ends a text that is longer than a cell.
const cutMark = "… (cut: a cell of a workbook holds no more)"

// fitted cuts a text to what a cell can hold.
func fitted(text string) string {
	if len(text) <= longestText { // no text has more code units than bytes
		return text
	}
	units := 0
	room := longestText - len(utf16.Encode([]rune(cutMark)))
	cut := 0
	for i, r := range text {
		if units <= room {
			cut = i
		}
		units += utf16.RuneLen(r)
	}
	if units <= longestText {
		return text
	}
	return text[:cut] + cutMark
}
