package ratings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rubrickit/rubric"
)

// nearNames warns of ratees whose names differ in case, spacing or
// punctuation only. They are never merged.
func nearNames(list []rubric.Rating) []string {
	spellings := map[string][]string{}
	for _, r := range list {
		key := strings.Map(func(c rune) rune {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				return unicode.ToLower(c)
			}
			return -1
		}, r.Ratee)
		if !slices.Contains(spellings[key], r.Ratee) {
			spellings[key] = append(spellings[key], r.Ratee)
		}
	}
	var notes []string
	for _, names := range spellings {
		if len(names) > 1 {
			slices.Sort(names)
			notes = append(notes, fmt.Sprintf("the names %q are taken for different people", names))
		}
	}
	slices.Sort(notes)
	return notes
}
