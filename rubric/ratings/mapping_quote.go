package ratings

import (
	"strconv"
	"strings"

	"rubrickit/rubric/yamldoc"
)

// quoteYAML writes a text on one line of a mapping.
func quoteYAML(text string) string { return yamldoc.Quote(text) }

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
