package rubric_test

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
)

// halfPoints is a framework of three items on a scale of 1 to 4 in steps of a
// half, and one item on a scale of percent.
func halfPoints() *rubric.Framework {
	scale := &rubric.Scale{Step: rubric.NewDecimal(5, 1)}
	for i := range 4 {
		scale.Levels = append(scale.Levels, rubric.Level{Code: fmt.Sprint(i + 1), Value: rubric.NewDecimal(int64(i+1), 0)})
	}
	percent := &rubric.Scale{Step: rubric.NewDecimal(1, 2), Levels: []rubric.Level{
		{Code: "none", Value: rubric.NewDecimal(0, 0)}, {Code: "all", Value: rubric.NewDecimal(100, 0)},
	}}
	f := &rubric.Framework{ID: "halves", Items: []*rubric.Item{
		{Code: "a", Text: "A", Scale: scale}, {Code: "b", Text: "B", Scale: scale}, {Code: "c", Text: "C", Scale: scale}, {Code: "p", Text: "P", Scale: percent},
	}}
	f.Index()
	return f
}

func drawRating(t *rapid.T, f *rubric.Framework) rubric.Rating {
	word := rapid.SampledFrom([]string{"", "Ada", "Ben", "é", "Okafor, Ada"})
	v := rubric.Rating{
		Ratee: word.Draw(t, "ratee"), Rater: word.Draw(t, "rater"), Group: word.Draw(t, "group"), Occasion: word.Draw(t, "occasion"),
		Item: rapid.SampledFrom(f.Indicators()).Draw(t, "item"), State: rapid.SampledFrom([]rubric.State{rubric.Rated, rubric.NotApplicable, rubric.NotObserved, rubric.Missing}).Draw(t, "state"),
	}
	switch {
	case v.State != rubric.Rated:
	case v.Item.Code == "p":
		v.Value = rubric.NewDecimal(rapid.Int64Range(0, 10_000).Draw(t, "percent"), 2)
	default:
		v.Value = rubric.NewDecimal(rapid.Int64Range(2, 8).Draw(t, "halves")*5, 1)
	}
	return v
}

// A book holds what it was given: each cell's rating, unless two differ.
func TestABookHoldsItsRatings(t *testing.T) {
	f := halfPoints()
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) rubric.Rating { return drawRating(t, f) })).Draw(t, "ratings")
		var want []string
		for at, said := range cells(list) {
			if len(said) == 1 {
				want = append(want, fmt.Sprint(at, " ", said[0]))
			}
		}
		slices.Sort(want)
		var got []string
		b := rubric.BookOf(f, list)
		for v := range b.All() {
			got = append(got, fmt.Sprintf("%q %s %s %s", v.Form(), v.Item.Code, v.State, v.Value.Rat().RatString()))
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
	})
}

// cells are the different things that ratings say, by cell. A missing answer
// gives way to anything.
func cells(list []rubric.Rating) map[string][]string {
	out := map[string][]string{}
	for _, v := range list {
		at := fmt.Sprintf("%q %s", v.Form(), v.Item.Code)
		word := fmt.Sprintf("%s %s", v.State, v.Value.Rat().RatString())
		old := out[at]
		switch {
		case slices.Contains(old, word), v.State == rubric.Missing && len(old) > 0:
		case len(old) == 1 && old[0] == "missing 0":
			out[at] = []string{word}
		default:
			out[at] = append(old, word)
		}
	}
	return out
}

// Equal values have one mark, whatever zeros they are written with; and marks
// are given out to many at once.
func TestMarks(t *testing.T) {
	f := halfPoints()
	b := rubric.NewBook(f)
	column, _ := b.Column(f.Item("p"))
	mark := func(unscaled int64, scale uint8) rubric.Mark {
		return b.Mark(column, rubric.Meaning{State: rubric.Rated, Value: rubric.NewDecimal(unscaled, scale)})
	}
	if mark(100, 0) != mark(10_000, 2) || mark(100, 0) == mark(99, 0) {
		t.Error("equal values have two marks, or two values one")
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range int64(2000) {
				if got := b.Meaning(column, mark(i, 2)); got.Value.Cmp(rubric.NewDecimal(i, 2)) != 0 {
					t.Errorf("the mark of %d/100 means %s", i, got.Value)
				}
			}
		})
	}
	wg.Wait()
	// Nothing, four null states, 0 to 19.99, 99 and 100.
	if got, want := b.Marks(column), 5+2000+2; got != want {
		t.Errorf("%d marks, want %d", got, want)
	}
}

// Find looks for places; Counts counts marks.
func TestABookLooksAgain(t *testing.T) {
	f := halfPoints()
	list := []rubric.Rating{
		{Ratee: "Ada", Item: f.Item("a"), Value: rubric.NewDecimal(3, 0), At: rubric.Place{File: "f.csv", Line: 2, Record: 1}},
		{Ratee: "Ben", Item: f.Item("a"), State: rubric.NotObserved, At: rubric.Place{File: "f.csv", Line: 3, Record: 2}},
	}
	b := rubric.BookOf(f, list)
	found, err := b.Find(func(form rubric.Form, it *rubric.Item) bool { return form.Ratee == "Ben" && it.Code == "a" })
	if err != nil || len(found) != 1 || found[0].At.Line != 3 {
		t.Errorf("%+v %v", found, err)
	}
	counts := b.Counts()[0]
	if counts[rubric.MarkNotObserved] != 1 || counts[b.Mark(0, rubric.Meaning{State: rubric.Rated, Value: rubric.NewDecimal(30, 1)})] != 1 {
		t.Errorf("%v", counts)
	}
	if b.Forms() != 2 || b.Ledger.Cells != 2 {
		t.Errorf("%d forms, %+v", b.Forms(), b.Ledger)
	}
	met := map[rubric.Form]int{}
	for form := range b.EachForm() {
		met[form]++
	}
	if want := map[rubric.Form]int{{Ratee: "Ada"}: 1, {Ratee: "Ben"}: 1}; !maps.Equal(met, want) {
		t.Errorf("%v", met)
	}
}
