package report

import (
	"strings"

	"rubrickit/rubric/diff"
	"rubrickit/rubric/match"
)

// groupWords name an item and those that it may be together: "1.2 ← A1 + A2".
func groupWords(c *diff.Comparison, g diff.Group) string {
	d := direction{c, g.Side}
	var codes []string
	for _, it := range g.Several {
		codes = append(codes, it.Code)
	}
	return d.framework().ID + " " + g.One.Code + " as " + d.other().ID + " " + strings.Join(codes, " + ") +
		" (alone " + g.Alone.String() + ", together " + g.Together.String() + ")"
}

type jsonGroup struct {
	Side     diff.Side   `json:"side"` // whose the one is
	One      string      `json:"one"`
	Several  []string    `json:"several"`
	Together match.Score `json:"together"`
	Alone    match.Score `json:"alone"`
}

func groupsJSON(groups []diff.Group) []jsonGroup {
	out := []jsonGroup{}
	for _, g := range groups {
		j := jsonGroup{g.Side, g.One.Code, nil, g.Together, g.Alone}
		for _, it := range g.Several {
			j.Several = append(j.Several, it.Code)
		}
		out = append(out, j)
	}
	return out
}
