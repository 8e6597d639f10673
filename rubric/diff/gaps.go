package diff

import (
	"cmp"
	"slices"
)

// Gaps lists the indicators of each framework for which the other has nothing:
// those that people confirmed, in document order, then those for which nothing
// similar was found, least similar first. Whether the latter are missing, or
// only said in other words, is for a person to find.
type Gaps struct {
	Source, Target []Covered
}

func gapsOf(items []Covered, s Side) []Covered {
	var confirmed, computed []Covered
	for _, c := range items {
		switch standing := c.Standing(); {
		case c.Side != s || !c.Item.IsRated():
		case standing == ConfirmedGap:
			confirmed = append(confirmed, c)
		case standing == SeemsNothing:
			computed = append(computed, c)
		}
	}
	slices.SortStableFunc(computed, func(a, b Covered) int { return cmp.Compare(a.score(), b.score()) })
	return append(confirmed, computed...)
}
