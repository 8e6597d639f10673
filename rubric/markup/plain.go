package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// meaningful are the characters by which a text may be more than its words:
// those that begin or end markup within a line, and what breaks lines.
const meaningful = "\\`*_[]<>&\n\r\t\x00"

// isWords reports whether a text is one paragraph of words and nothing else, so
// that it need not be parsed. Most texts are, and a framework has thousands. A
// first letter begins neither a list nor a heading nor a rule.
func isWords(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(first) && !unicode.IsSpace(last) && !strings.ContainsAny(text, meaningful) && utf8.ValidString(text)
}
