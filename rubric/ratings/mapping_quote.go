package ratings

import (
	"strconv"
	"strings"

	"rubrickit/rubric/yamldoc"
)

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
	return yamldoc.Quote(delimiter)
}
