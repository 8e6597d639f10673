package adopt

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// scaleOf makes a scale of levels in their order.
func scaleOf(names []levelName, in []int, n *notes) (*rubric.Scale, error) {
	s := &rubric.Scale{}
	ordered := make([]levelName, len(in))
	for i, at := range in {
		ordered[i] = names[at]
	}
	coded, pointed := allHave(ordered, func(l levelName) bool { return l.code != "" }), allHave(ordered, func(l levelName) bool { return l.to != "" })
	if !pointed && slices.ContainsFunc(ordered, func(l levelName) bool { return l.to != "" }) {
		n.add(ordered[0].at, "some levels have points and some have none; they were left out")
	}
	taken := map[string]bool{}
	for i, l := range ordered {
		level := rubric.Level{Code: l.code, Label: l.label}
		if !coded {
			level.Code = freeCode(firstOf(slug(l.label, 32), fmt.Sprint(i+1)), taken)
		}
		if taken[level.Code] || slices.ContainsFunc(s.Levels, func(other rubric.Level) bool { return sameWords(other.Label, l.label) }) {
			return nil, errorAt(l.at, "two levels are called %q: give them names that differ", l.text)
		}
		taken[level.Code] = true
		if pointed {
			level.Value, level.HasValue = decimal(l.to), true
			if l.from != "" {
				from := decimal(l.from)
				level.From = &from
			}
		}
		s.Levels = append(s.Levels, level)
	}
	return s, checkRanges(s.Levels, ordered)
}

func allHave(names []levelName, has func(levelName) bool) bool {
	return !slices.ContainsFunc(names, func(l levelName) bool { return !has(l) })
}

func freeCode(code string, taken map[string]bool) string {
	free := code
	for i := 2; taken[free]; i++ {
		free = fmt.Sprintf("%s-%d", code, i)
	}
	return free
}

// checkRanges refuses points of levels that overlap.
func checkRanges(levels []rubric.Level, names []levelName) error {
	for i := 1; i < len(levels); i++ {
		start := levels[i].Value
		if levels[i].From != nil {
			start = *levels[i].From
		}
		if levels[i].HasValue && start.Cmp(levels[i-1].Value) <= 0 {
			return errorAt(names[i].at, "the points of %q and of %q overlap: correct the file, so that each number belongs to one level", names[i-1].text, names[i].text)
		}
	}
	return nil
}
