package match_test

import (
	"slices"
	"testing"

	"rubrickit/rubric/match"
)

func own(texts ...string) []match.Reading {
	var out []match.Reading
	for _, text := range texts {
		out = append(out, match.Reading{Own: text, Context: text})
	}
	return out
}

func groups(source, target []match.Reading) []match.Group {
	m := match.New(source, target, match.English)
	return m.Groups(m.Rank(5))
}

func TestGroups(t *testing.T) {
	whole := own("coach teachers with weekly feedback and plan the budget with the staff", "celebrate success")
	parts := own("plan the budget with the staff", "repair the roof", "coach teachers with weekly feedback")
	for _, c := range []struct {
		name           string
		source, target []match.Reading
		split          bool
	}{
		{"one statement split in two", whole, parts, true},
		{"two put together", parts, whole, false},
	} {
		got := groups(c.source, c.target)
		if len(got) != 1 || got[0].Split != c.split || got[0].One != 0 || !slices.Equal(got[0].Several, []int{0, 2}) {
			t.Errorf("%s: %+v", c.name, got)
		} else if got[0].Together <= got[0].Alone || got[0].Alone == 0 {
			t.Errorf("%s: together %s, alone %s", c.name, got[0].Together, got[0].Alone)
		}
	}
}

func TestNoGroups(t *testing.T) {
	for _, c := range []struct {
		name           string
		source, target []match.Reading
	}{
		{"one to one", own("coach teachers", "plan budgets"), own("coach teachers", "plan budgets")},
		{"nothing", nil, own("coach teachers", "plan budgets")},
		{"one item each", own("coach teachers"), own("coach teachers")},
		{"empty texts", own("", ""), own("", "")},
		{"nothing similar", own("coach teachers"), own("zinc oxide", "roof tiles")},
	} {
		if got := groups(c.source, c.target); len(got) != 0 {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
