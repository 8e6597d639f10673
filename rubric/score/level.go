package score

import (
	"fmt"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
)

// findLevel finds a level by its code, then by its label, then by an alias.
func findLevel(s *rubric.Scale, text string) *rubric.Level {
	if s == nil {
		return nil
	}
	if l := s.Level(text); l != nil {
		return l
	}
	matches := []func(rubric.Level) bool{
		func(l rubric.Level) bool { return sameWord(l.Label, text) },
		func(l rubric.Level) bool {
			for _, alias := range l.Aliases {
				if sameWord(alias, text) {
					return true
				}
			}
			return false
		},
	}
	for _, match := range matches {
		for i := range s.Levels {
			if match(s.Levels[i]) {
				return &s.Levels[i]
			}
		}
	}
	return nil
}

// levelStart is the value at which a level begins: the lower end of its
// published range, else its value; no number where the scale has no such level.
func levelStart(s *rubric.Scale, text string) exact.Number {
	l := findLevel(s, text)
	if l == nil {
		return exact.Number{}
	}
	return startOf(*l)
}

func startOf(l rubric.Level) exact.Number {
	if l.From != nil {
		return exactly(*l.From)
	}
	return exactly(l.Value)
}

// levelHint names the levels that a policy can speak of.
func (c *compiler) levelHint(text string) string {
	common := c.framework.CommonScale()
	if common == nil {
		return "the items have different scales: name a level that all of these have"
	}
	var names []string
	for _, l := range common.Levels {
		names = append(names, l.Name())
	}
	return diag.Suggest(text, names, fmt.Sprintf("levels: %s", strings.Join(names, ", ")))
}
