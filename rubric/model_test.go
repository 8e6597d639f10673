package rubric_test

import (
	"slices"
	"testing"

	"rubrickit/rubric"
)

func decimal(t *testing.T, text string) rubric.Decimal {
	t.Helper()
	d, err := rubric.ParseDecimal(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tree is a framework in which each rule about what is rated has its case.
func tree() *rubric.Framework {
	yes, no := true, false
	f := &rubric.Framework{
		ID: "tree", Tiers: []string{"Domain"},
		Items: []*rubric.Item{
			{Code: "1", Stem: "Leaders:", Items: []*rubric.Item{{Code: "1.1"}, {Code: "1.2", Rated: &no}, {Code: "1.3", Retired: "gone"}}},
			{Code: "2", Rated: &yes, Items: []*rubric.Item{{Code: "2.1"}, {Code: "2.2", Items: []*rubric.Item{{Code: "2.2.1"}}}}},
			{Code: "3", Retired: "merged", Items: []*rubric.Item{{Code: "3.1"}}},
		},
	}
	f.Index()
	return f
}

func TestName(t *testing.T) {
	for _, c := range []struct{ id, title, version, want string }{
		{"rise", "", "", "rise"},
		{"rise", "Rise", "", "Rise"},
		{"rise", "Rise", "1", "Rise (version 1)"},
		{"rise", "", "2.10", "rise (version 2.10)"},
		{"rise", "Rise", "2019", "Rise (2019)"},
		{"rise", "Rise", "2019-11-21", "Rise (2019-11-21)"},
		{"rise", "Rise", "spring 2024", "Rise (spring 2024)"},
		{"rise", "Rise, 2019 edition", "2019", "Rise, 2019 edition"},
		{"rise", "Top 10 skills", "1", "Top 10 skills (version 1)"},
		{"rise", "Top 10 skills, part 1", "1", "Top 10 skills, part 1"},
		{"rise", "Rise1", "1", "Rise1 (version 1)"},
	} {
		f := rubric.Framework{ID: c.id, Title: c.title, Version: c.version}
		if got := f.Name(); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestIndicators(t *testing.T) {
	var codes []string
	for _, it := range tree().Indicators() {
		codes = append(codes, it.Code)
	}
	if want := []string{"1.1", "2"}; !slices.Equal(codes, want) {
		t.Errorf("rated: %v, want %v", codes, want)
	}
}

func TestTree(t *testing.T) {
	f := tree()
	it := f.Item("2.2.1")
	if it.Depth() != 2 || it.Parent().Code != "2.2" || len(it.Path()) != 3 || f.Depth() != 3 {
		t.Errorf("2.2.1 stands at depth %d below %s", it.Depth(), it.Parent().Code)
	}
	if f.Tier(0) != "Domain" || f.Tier(1) != "tier-2" {
		t.Errorf("tiers %s, %s", f.Tier(0), f.Tier(1))
	}
	if lead := f.Item("1.1").LeadIn(); lead != "Leaders:" {
		t.Errorf("the lead-in of 1.1 is %q", lead)
	}
	if f.Item("9") != nil {
		t.Error("there is an item 9")
	}
}

func TestScaleAccepts(t *testing.T) {
	ten := decimal(t, "10")
	points := rubric.Scale{Levels: []rubric.Level{
		{Code: "low", Value: decimal(t, "4")},
		{Code: "high", Value: decimal(t, "14"), From: &ten},
	}}
	halves := rubric.Scale{Step: decimal(t, "0.5"), Levels: []rubric.Level{{Code: "1", Value: decimal(t, "1")}, {Code: "4", Value: decimal(t, "4")}}}
	for _, c := range []struct {
		scale rubric.Scale
		value string
		want  bool
	}{
		{points, "4", true}, {points, "5", false}, {points, "10", true}, {points, "12", true}, {points, "12.5", false}, {points, "15", false},
		{halves, "1", true}, {halves, "2.50", true}, {halves, "2.75", false}, {halves, "0.5", false}, {halves, "4.5", false},
		{rubric.Scale{}, "1", false},
	} {
		if got := c.scale.Accepts(decimal(t, c.value)); got != c.want {
			t.Errorf("%s accepted: %t", c.value, got)
		}
	}
	if l := points.LevelOf(decimal(t, "12")); l == nil || l.Code != "high" {
		t.Errorf("12 belongs to %v", l)
	}
	if l := points.LevelOf(decimal(t, "3")); l != nil {
		t.Errorf("3 belongs to %v", l)
	}
}

func TestStates(t *testing.T) {
	for _, s := range []rubric.State{rubric.Rated, rubric.NotApplicable, rubric.NotObserved, rubric.Missing} {
		if back, ok := rubric.ParseState(s.String()); !ok || back != s {
			t.Errorf("%s is read as %s", s, back)
		}
	}
	if _, ok := rubric.ParseState("absent"); ok {
		t.Error("there is a state absent")
	}
}

func TestLedgerBalances(t *testing.T) {
	var l rubric.Ledger
	l.Count(rubric.Rated, 3)
	l.Count(rubric.NotObserved, 2)
	l.Count(rubric.NotApplicable, 1)
	l.Count(rubric.Missing, 4)
	l.Reject(2)
	if want := (rubric.Ledger{Cells: 12, Rated: 3, NotApplicable: 1, NotObserved: 2, Missing: 4, Rejected: 2}); l != want || !l.Balanced() {
		t.Errorf("%+v", l)
	}
	l.Rated++
	if l.Balanced() {
		t.Error("a lost cell goes unnoticed")
	}
}
