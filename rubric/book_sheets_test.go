package rubric_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
)

// The forms about a ratee stand by rater, group and occasion, whatever the names
// have in common and however many forms there are.
func TestSheetsInOrder(t *testing.T) {
	f := fine(rubric.Decimal{})
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOfN(rapid.SampledFrom([]rune("ab\x00é")), 0, 12, -1)
		prefix, most := name.Draw(t, "prefix"), rapid.SampledFrom([]int{3, 30, 200}).Draw(t, "most")
		book := rubric.NewBook(f)
		w, want := book.Writer(), map[rubric.Form]bool{}
		for range rapid.IntRange(1, most).Draw(t, "forms") {
			form := rubric.Form{Ratee: "Ada", Rater: prefix + name.Draw(t, "rater"), Group: rapid.SampledFrom([]string{"", "peer", "self"}).Draw(t, "group"), Occasion: name.Draw(t, "occasion")}
			w.Begin(form)
			w.Put(0, rubric.MarkNotObserved)
			want[form] = true
		}
		w.Flush()
		var got []rubric.Form
		book.Warm(book.Ratees())
		for _, s := range book.Sheets(book.Ratees()[0], nil) {
			got = append(got, rubric.Form{Ratee: "Ada", Rater: string(s.Rater), Group: string(s.Group), Occasion: string(s.Occasion)})
		}
		inOrder := slices.IsSortedFunc(got, func(a, b rubric.Form) int {
			return cmp.Or(strings.Compare(a.Rater, b.Rater), strings.Compare(a.Group, b.Group), strings.Compare(a.Occasion, b.Occasion))
		})
		for _, form := range got {
			delete(want, form)
		}
		if !inOrder || len(want) > 0 {
			t.Fatalf("forms %q; missing %v", got, want)
		}
	})
}

// Sheets are appended, and what stood there before stays.
func TestSheetsAreAppended(t *testing.T) {
	f := fine(rubric.Decimal{})
	book := rubric.BookOf(f, []rubric.Rating{
		{Ratee: "Ada", Rater: "z", Item: f.Item("a")}, {Ratee: "Ben", Rater: "b", Item: f.Item("a")}, {Ratee: "Ben", Rater: "a", Item: f.Item("a")},
	})
	var sheets []rubric.Sheet
	for _, of := range book.Ratees() {
		sheets = book.Sheets(of, sheets)
	}
	var raters []string
	for _, s := range sheets {
		raters = append(raters, string(s.Rater))
	}
	if want := []string{"z", "a", "b"}; !slices.Equal(raters, want) {
		t.Errorf("raters %q, want %q", raters, want)
	}
}

// The words of a form hold its marks side by side, without what the set keeps
// besides; a cell that holds two ratings has the greatest mark that fits.
func TestWordsOfAForm(t *testing.T) {
	for step, bits := range map[rubric.Decimal]int{{}: 8, rubric.NewDecimal(1, 2): 16, rubric.NewDecimal(1, 5): 32} {
		f := fine(step)
		book := rubric.NewBook(f)
		w := book.Writer()
		w.Begin(rubric.Form{Ratee: "Ada"})
		for column, mark := range map[int][]rubric.Mark{0: {rubric.MarkNotObserved, rubric.MarkNotObserved}, 2: {rubric.MarkNotObserved + 1, rubric.MarkNotObserved + 2}} {
			for _, m := range mark {
				w.Put(column, m)
			}
		}
		w.Flush()
		if got := book.MarkBits(); got != bits {
			t.Fatalf("step %v: %d bits, want %d", step, got, bits)
		}
		s := book.Sheets(book.Ratees()[0], nil)[0]
		words := s.Words([]uint64{7})
		if len(words) != 2+2*bits/64 || words[0] != 7 {
			t.Fatalf("step %v: words %x", step, words)
		}
		for column, want := range []uint64{uint64(rubric.MarkNotObserved), 0, 1<<(bits-1) - 1} {
			if got := words[1+column*bits/64] >> (column * bits % 64) & (1<<bits - 1); got != want {
				t.Errorf("step %v: %x in column %d, want %x", step, got, column, want)
			}
		}
	}
}

// BenchmarkSheets lays out the forms about a ratee, of 27 raters' names that begin
// alike. Time is for one form.
func BenchmarkSheets(b *testing.B) {
	f := fine(rubric.Decimal{})
	book := rubric.NewBook(f)
	w := book.Writer()
	for i := range 27 {
		w.Begin(rubric.Form{Ratee: "P002765", Rater: fmt.Sprintf("T%07d", i/2*7919), Group: "teacher", Occasion: fmt.Sprintf("2026-0%d-11", i%2+1)})
		w.Put(0, rubric.MarkNotObserved)
	}
	w.Flush()
	of := book.Ratees()[0]
	var sheets []rubric.Sheet
	b.ReportAllocs()
	for b.Loop() {
		sheets = book.Sheets(of, sheets[:0])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(sheets)), "ns/form")
}
