package rubric_test

import (
	"testing"

	"rubrickit/rubric"
)

// Blanks are filled in forms in which something stands, and where a column has a
// mark to fill them with.
func TestFillBlanks(t *testing.T) {
	f := fine(rubric.Decimal{})
	book := rubric.NewBook(f)
	level := book.Mark(0, rubric.Meaning{State: rubric.Rated, Value: rubric.NewDecimal(9, 0)})
	w := book.Writer()
	const absent, blank, missing = rubric.MarkAbsent, rubric.MarkBlank, rubric.MarkMissing
	cases := map[string]struct{ marks, want [3]rubric.Mark }{
		"rated":      {[3]rubric.Mark{blank, level, blank}, [3]rubric.Mark{level, level, blank}},
		"a word":     {[3]rubric.Mark{blank, missing, absent}, [3]rubric.Mark{level, missing, absent}},
		"blank":      {[3]rubric.Mark{blank, blank, blank}, [3]rubric.Mark{blank, blank, blank}},
		"rejected":   {[3]rubric.Mark{blank, blank, absent}, [3]rubric.Mark{level, level, absent}},
		"not asked":  {[3]rubric.Mark{absent, level, blank}, [3]rubric.Mark{absent, level, blank}},
		"said twice": {[3]rubric.Mark{missing, level, absent}, [3]rubric.Mark{missing, level, absent}},
	}
	for ratee, c := range cases {
		w.Begin(rubric.Form{Ratee: ratee})
		for column, m := range c.marks {
			if m != absent {
				w.Put(column, m)
			}
		}
	}
	w.Flush()
	filled := book.FillBlanks([]rubric.Mark{level, level, blank}, func(f rubric.Form) bool { return f.Ratee == "rejected" })
	if filled != 4 {
		t.Errorf("%d cells were filled, want 4", filled)
	}
	for ratee, c := range cases {
		form := rubric.Form{Ratee: ratee}
		for column, want := range c.want {
			if got := book.At(form, column); got != want {
				t.Errorf("%s, column %d: %d, want %d", ratee, column, got, want)
			}
		}
		if got, want := book.IsFilledIn(form), ratee != "blank"; got != want {
			t.Errorf("%s: that it is filled in is %v", ratee, got)
		}
	}
	if book.IsFilledIn(rubric.Form{Ratee: "nobody"}) {
		t.Error("a form that is not there is filled in")
	}
}
