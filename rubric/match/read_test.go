package match_test

import (
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/match"
)

func sampleTree() *rubric.Framework {
	f := &rubric.Framework{Items: []*rubric.Item{{
		Code: "1", Title: "Vision", Text: "Leaders see _far_.", Stem: "Leaders:", Items: []*rubric.Item{
			{Code: "1.1", Text: "set [goals](https://example.org)"},
			{Code: "1.2", Title: "Coaching", Levels: []rubric.Level{{Code: "a", Text: "listens"}, {Code: "b", Text: "mentors"}}},
			{Code: "1.3", Text: "forgotten", Retired: "2020", Items: []*rubric.Item{{Code: "1.3.1", Text: "lost"}}},
		},
	}}}
	f.Index()
	return f
}

func TestRead(t *testing.T) {
	f := sampleTree()
	for _, c := range []struct{ code, own, context string }{
		{"1", "Vision. Leaders see far.", "Vision. Leaders see far.. set goals. Coaching. listens. mentors"},
		{"1.1", "set goals", "Vision. set goals. Leaders see far.. Leaders:"},
		{"1.2", "Coaching. listens. mentors", "Vision. Coaching. listens. mentors. Leaders see far.. Leaders:"},
	} {
		got := match.Read(f.Item(c.code))
		if got.Own != c.own || got.Context != c.context {
			t.Errorf("%s is read as %+v", c.code, got)
		}
	}
	if context := match.Read(f.Item("1")).Context; strings.Contains(context, "forgotten") || strings.Contains(context, "lost") {
		t.Errorf("what is retired was read: %s", context)
	}
}
