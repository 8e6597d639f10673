package yamldoc

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rubrickit/rubric/internal/lazyregexp"
)

// plainText are texts that every YAML reader takes for the text that they are,
// but for the words of typedWords.
var plainText = lazyregexp.New(`^[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./()-]+)*$`)

// typedWords mean a value of another type to some readers.
var typedWords = []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"}

// Quote writes a text on one line of YAML, in quotes where it needs them:
// whatever it holds, reading gives it back.
func Quote(text string) string {
	if plainText.MatchString(text) && !slices.Contains(typedWords, strings.ToLower(text)) {
		return text
	}
	return DoubleQuoted(text)
}

// DoubleQuoted writes a text on one line of YAML, in double quotes.
func DoubleQuoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		b.WriteString(escaped(r))
	}
	b.WriteByte('"')
	return b.String()
}

// escaped writes a character within double quotes. What cannot be seen is
// written as its number, YAML's line breaks among it.
func escaped(r rune) string {
	switch {
	case r == '"' || r == '\\':
		return `\` + string(r)
	case r == ' ' || unicode.IsPrint(r):
		return string(r)
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r > 0xFFFF:
		return fmt.Sprintf(`\U%08X`, r)
	default:
		return fmt.Sprintf(`\u%04X`, r)
	}
}
