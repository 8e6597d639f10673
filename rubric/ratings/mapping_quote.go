package ratings

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// plainYAML are texts that every YAML reader takes for the text that they are,
// but for the words of yamlWords.
var plainYAML = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./()-]+)*$`)

// yamlWords mean a value of another type to some readers.
var yamlWords = []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"}

// quoteYAML writes a text on one line of YAML, in quotes where it needs them:
// whatever a header or a cell holds, reading gives it back.
func quoteYAML(text string) string {
	if plainYAML.MatchString(text) && !slices.Contains(yamlWords, strings.ToLower(text)) {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		b.WriteString(escapeYAML(r))
	}
	b.WriteByte('"')
	return b.String()
}

// escapeYAML writes a character within double quotes. What cannot be seen is
// written as its number, YAML's line breaks among it.
func escapeYAML(r rune) string {
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

// listYAML writes numbers as a list.
func listYAML(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.Itoa(n)
	}
	return "[" + strings.Join(words, ", ") + "]"
}

// delimiterYAML writes a delimiter, by its name where it cannot be seen.
func delimiterYAML(delimiter string) string {
	if delimiter == "\t" {
		return "tab"
	}
	return quoteYAML(delimiter)
}
