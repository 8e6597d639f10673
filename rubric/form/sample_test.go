package form_test

import (
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
)

func decimal(t testing.TB, text string) rubric.Decimal {
	t.Helper()
	d, err := rubric.ParseDecimal(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func level(t testing.TB, code, label string) rubric.Level {
	return rubric.Level{Code: code, Label: label, Value: decimal(t, code)}
}

// frequency has three levels and two null states.
func frequency(t testing.TB) *rubric.Scale {
	return &rubric.Scale{
		Name:   "frequency",
		Levels: []rubric.Level{level(t, "1", "Never"), level(t, "2", "Often"), level(t, "3", "Always")},
		Nulls: []rubric.Null{
			{State: rubric.NotApplicable, Words: []string{"N/A", "NA"}},
			{State: rubric.NotObserved, Words: []string{"Not observed"}},
		},
	}
}

func checklist(t testing.TB) *rubric.Scale {
	return &rubric.Scale{Name: "checklist", Levels: []rubric.Level{level(t, "0", "No"), level(t, "1", "Yes")}, Blank: "0"}
}

// sample is a framework with most of what a form must show: rows on both
// sides of a deeper heading, a rated parent, retired items, an unrated leaf.
func sample(t testing.TB) *rubric.Framework {
	yes, no := true, false
	f := &rubric.Framework{
		ID: "sample", Title: "A _sample_", Version: "2", Publisher: "The project", Text: "Welcome.", Guidance: "Take your time.",
		Tiers: []string{"Domain", "Standard", "Indicator"},
		Tags:  []rubric.Tag{{Code: "L1", Label: "Level 1"}, {Code: "L2"}},
		Items: []*rubric.Item{
			{Code: "1", Title: "First", Text: "About the first.", Stem: "Leaders:", Guidance: "Look.", Tags: []string{"L2", "L1"}, Items: []*rubric.Item{
				{Code: "1.1", Text: "lead well", Guidance: "Ask."},
				{Code: "1.2", Title: "Deeper", Items: []*rubric.Item{{Code: "1.2.1", Text: "go deeper"}}},
				{Code: "1.3", Text: "lead on"},
				{Code: "1.4", Text: "long gone", Retired: "merged into 1.3"},
			}},
			{Code: "2", Title: "Whole", Rated: &yes, Items: []*rubric.Item{
				{Code: "2.1", Title: "Part", Text: "of it", Items: []*rubric.Item{{Code: "2.1.1", Text: "below"}}},
				{Code: "2.2", Text: "gone", Retired: "no more"},
			}},
			{Code: "3", Text: "only to read", Rated: &no},
			{Code: "4", Title: "Empty", Items: []*rubric.Item{{Code: "4.1", Text: "gone", Retired: "no more"}}},
		},
	}
	useScale(f, frequency(t))
	return f
}

// useScale gives every item a scale and connects the tree.
func useScale(f *rubric.Framework, s *rubric.Scale) {
	f.Scale = s
	f.Index()
	for it := range f.All() {
		it.Scale = s
	}
}

func newForm(t testing.TB, f *rubric.Framework, o form.Options) *form.Form {
	t.Helper()
	out, err := form.New(f, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
