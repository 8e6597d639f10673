package crosswalk

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// plain are texts that every YAML reader takes for the text that they are, but
// for the words of typed.
var plain = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_/.-]*( [A-Za-z0-9_/.()-]+)*$`)

// typed are words that some readers take for another type.
var typed = []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"}

// quote writes a text within a line of YAML, in quotes where it needs them.
func quote(text string) string {
	if plain.MatchString(text) && !slices.Contains(typed, strings.ToLower(text)) {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		b.WriteString(escaped(r))
	}
	return b.String() + `"`
}

// escaped is a character within double quotes; one that cannot be seen is
// written as its number.
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
