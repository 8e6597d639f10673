package diff

import (
	"cmp"
	"slices"

	"rubrickit/rubric/match"
)

// Gaps lists the indicators of each framework for which the other has nothing
// similar in wording, least similar first. Whether the expectation is missing,
// or only said in other words, is for a person to find.
type Gaps struct {
	Source, Target []Covered
}

func gapsOf(items []Covered, s Side) []Covered {
	var out []Covered
	for _, c := range items {
		if c.Side == s && c.Item.IsRated() && c.Word() == match.Nothing {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Covered) int { return cmp.Compare(a.score(), b.score()) })
	return out
}

// score is that of the best candidate, 0 without one.
func (c Covered) score() match.Score {
	if c.Best == nil {
		return 0
	}
	return c.Best.Score
}
