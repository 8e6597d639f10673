package rubric_test

import (
	"slices"
	"testing"

	"rubrickit/rubric"
)

// fine is a framework of three items, rated in so many steps that a byte does
// not hold their marks, or on a few levels.
func fine(step rubric.Decimal) *rubric.Framework {
	scale := &rubric.Scale{Step: step, Levels: []rubric.Level{{Code: "0", Value: rubric.NewDecimal(0, 0)}, {Code: "9", Value: rubric.NewDecimal(9, 0)}}}
	f := &rubric.Framework{ID: "fine", Scale: scale}
	for _, code := range []string{"a", "b", "c"} {
		f.Items = append(f.Items, &rubric.Item{Code: code, Text: "text", Scale: scale})
	}
	f.Index()
	return f
}

// All marks of a form are those of its columns one by one.
func TestMarksOfAForm(t *testing.T) {
	for _, step := range []rubric.Decimal{{}, rubric.NewDecimal(1, 2), rubric.NewDecimal(1, 5)} {
		f := fine(step)
		book := rubric.BookOf(f, []rubric.Rating{
			{Ratee: "Ada", Item: f.Item("a"), Value: rubric.NewDecimal(9, 0)},
			{Ratee: "Ada", Item: f.Item("c"), State: rubric.NotObserved},
		})
		for _, of := range book.Ratees() {
			for _, s := range book.Sheets(of, nil) {
				marks := s.Marks([]rubric.Mark{7})
				if want := []rubric.Mark{7, s.Mark(0), rubric.MarkAbsent, rubric.MarkNotObserved}; !slices.Equal(marks, want) || marks[1] <= rubric.MarkNotObserved {
					t.Errorf("step %v: marks %v, want %v", step, marks, want)
				}
			}
		}
	}
}

// Words are those of the forms that say something, each once and in order.
func TestWords(t *testing.T) {
	f := fine(rubric.Decimal{})
	rating := func(rater, group, occasion string) rubric.Rating {
		return rubric.Rating{Ratee: "Ada", Rater: rater, Group: group, Occasion: occasion, Item: f.Item("a"), State: rubric.Missing}
	}
	book := rubric.BookOf(f, []rubric.Rating{rating("", "peer", "2"), rating("", "", "10"), rating("", "peer", "10")})
	w := book.Writer()
	w.Begin(rubric.Form{Ratee: "Ada", Rater: "r", Group: "blank", Occasion: "3"})
	w.Flush()
	got := book.Words()
	if got.Raters || !slices.Equal(got.Groups, []string{"", "peer"}) || !slices.Equal(got.Occasions, []string{"10", "2"}) {
		t.Errorf("words %+v", got)
	}
	if named := rubric.BookOf(f, []rubric.Rating{rating("r", "", "")}).Words(); !named.Raters {
		t.Error("a rater has no name")
	}
}
