package repair

import (
	"strings"
	"unicode"
)

// shape is a word with its digits, capitals and small letters made alike, and
// repetitions left out: the codes 1.1.3 and 1.2.10 have one shape.
func shape(word string) string {
	var b strings.Builder
	var last rune
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			r = '9'
		case unicode.IsUpper(r):
			r = 'A'
		case unicode.IsLower(r):
			r = 'a'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// isCode reports whether a shape is that of a code, such as 1.1 or RE.
func isCode(shape string) bool {
	return strings.ContainsAny(shape, "9A") && !strings.Contains(shape, "Aa")
}

// kindOf is a code's shape; any other word is a kind of its own.
func kindOf(word string) string {
	if s := shape(word); isCode(s) {
		return s
	}
	return word
}

// knows reports whether a word is likely a key: it stands before a colon
// elsewhere, or looks like the codes that do.
func (o *outline) knows(word string) bool {
	s := shape(word)
	return o.keys[word] > 0 || o.shapes[s] > 0 && isCode(s)
}

// unquote takes away the quotes around a key.
func unquote(word string) string {
	if n := len(word); n >= 2 && (word[0] == '"' || word[0] == '\'') && word[n-1] == word[0] {
		return word[1 : n-1]
	}
	return word
}

// lastWord is the end of a text, to name a place in it.
func lastWord(text []rune) string {
	fields := strings.Fields(string(text))
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}
