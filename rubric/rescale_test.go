package rubric_test

import (
	"testing"

	"rubrickit/rubric"
)

// scaleOf has levels 1, 2 … with these names.
func scaleOf(names ...string) *rubric.Scale {
	s := &rubric.Scale{}
	for i, name := range names {
		s.Levels = append(s.Levels, rubric.Level{Code: string(rune('1' + i)), Label: name, Value: rubric.NewDecimal(int64(i+1), 0)})
	}
	return s
}

// onOldScale is a framework with a described item, and one below another that
// has a scale of its own.
func onOldScale() *rubric.Framework {
	old := scaleOf("Never", "Often", "Always")
	f := &rubric.Framework{ID: "x", Scale: old, Items: []*rubric.Item{
		{Code: "a", Levels: []rubric.Level{{Code: "1", Text: "not at all"}, {Code: "2", Text: "mostly"}, {Code: "3", Label: "Ever", Text: "each day"}}},
		{Code: "b", Items: []*rubric.Item{{Code: "b.1", ScaleGiven: true}}},
	}}
	f.Index()
	for it := range f.All() {
		it.Scale = old
	}
	return f
}

func TestOnScale(t *testing.T) {
	f, other := onOldScale(), scaleOf("Never", "Sometimes", "Ever", "Always")
	before := f.Fingerprint()
	on := f.OnScale(other)
	for it := range on.All() {
		if it.Scale != other || it.ScaleGiven {
			t.Errorf("item %s is on %v", it.Code, it.Scale)
		}
	}
	a := on.Item("a")
	if len(a.Levels) != 2 || a.Levels[0].Text != "not at all" || a.Levels[1].Text != "each day" {
		t.Errorf("cells %+v: level 2 has another name, and its cell would mislead", a.Levels)
	}
	if below := on.Item("b.1"); below.Parent() != on.Item("b") || below.Depth() != 1 {
		t.Error("the tree is not connected")
	}
	if on.Fingerprint() == before || f.Fingerprint() != before || len(f.Item("a").Levels) != 3 {
		t.Error("the fingerprint is that of the result, and the framework itself is left alone")
	}
}
