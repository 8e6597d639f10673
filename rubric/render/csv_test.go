package render_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/render"
)

func records(t *testing.T, text string) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	out, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCSVHasEachRowOnce(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		var got, want []string
		for _, record := range records(t, written(t, f, "csv", render.Options{}))[1:] {
			got = append(got, record[4])
		}
		for _, r := range f.Rows() {
			want = append(want, r.Code)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

// What a person fills in comes back from the reader of ratings: every level by
// the words that the file itself offers, null states, comments.
func TestCSVComesBack(t *testing.T) {
	for _, framework := range everyFramework(t) {
		f := blank(t, framework, form.Options{Layout: "form"})
		for round := range 16 {
			t.Run(fmt.Sprint(framework.ID, " ", round), func(t *testing.T) { checkReadBack(t, framework, f, round) })
		}
	}
}

// checkReadBack fills in another choice each round: in the words that the file
// offers, or as a form's field has it.
func checkReadBack(t *testing.T, framework *rubric.Framework, f *form.Form, round int) {
	filled := records(t, written(t, f, "csv", render.Options{}))
	want := map[string]string{}
	for i, r := range f.Rows() {
		n := round / 2 % len(r.Choices)
		row := filled[i+1]
		copy(row, []string{"Okafor, Ada", "r1", "peer", "2026-02-01"})
		row[7], row[8] = strings.Split(row[6], " | ")[n], "=1+1 \"so\"\nand so"
		if round%2 == 1 {
			row[7] = r.Choices[n].Cell
		}
		want[r.Code] = fmt.Sprint(r.Choices[n].State, " ", valueOf(framework.Item(r.Code), n))
	}
	got, _, err := ratings.Read(framework, []ratings.File{{Name: "filled.csv", Data: encoded(t, filled)}}, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, reject := range got.Rejects {
		t.Errorf("%+v", reject)
	}
	back := map[string]string{}
	for r := range got.All() {
		back[r.Item.Code] = fmt.Sprint(r.State, " ", r.Value.Rat().RatString())
	}
	if diff := cmp.Diff(want, back); diff != "" || len(got.Comments) != len(want) {
		t.Errorf("%d comments of %d; %s", len(got.Comments), len(want), diff)
	}
}

// valueOf is the value of an item's choice number n, 0 for a null state.
func valueOf(it *rubric.Item, n int) string {
	if n >= len(it.Scale.Levels) {
		return "0"
	}
	return it.Scale.Levels[n].Value.Rat().RatString()
}

func encoded(t *testing.T, rows [][]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A spreadsheet calculates nothing of a framework's texts.
func TestCSVHasNoFormulas(t *testing.T) {
	f := hostile("=HYPERLINK(\"http://a.b\")")
	for _, record := range records(t, written(t, blank(t, f, form.Options{}), "csv", render.Options{})) {
		for _, cell := range record {
			if strings.HasPrefix(cell, "=") {
				t.Errorf("the cell %q would be calculated", cell)
			}
		}
	}
}
