package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Texts are escaped as the standard library escapes them, once what is no UTF-8
// is the replacement character.
func TestJSONText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching("[\\x00-\\x7f\u2028\u2029<>&]{0,8}"),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(r, "text")
		var want bytes.Buffer
		if err := writeJSON(&want, string([]rune(text))); err != nil {
			r.Fatal(err)
		}
		if got := string(appendJSONText(nil, text)); got+"\n" != want.String() {
			r.Fatalf("%s, want %s", got, want.String())
		}
	})
}

// An object with ordered members is one.
func TestOrdered(t *testing.T) {
	got, err := json.Marshal(ordered{{"b", 1}, {"a", ordered{}}, {`"`, []string{"x"}}})
	if want := `{"b":1,"a":{},"\"":["x"]}`; err != nil || string(got) != want {
		t.Errorf("%s (%v), want %s", got, err, want)
	}
}

// No column is named twice in a table, and what JSON has as a number is one in
// a workbook.
func TestColumns(t *testing.T) {
	var check func(p structure)
	check = func(p structure) {
		var names []string
		for _, f := range p.fields {
			if slices.Contains(names, f.name) || f.kind.name == "" || f.about == "" || f.kind.whole && !f.kind.number {
				t.Errorf("%s: the column %q stands twice, or lacks a type or a meaning", p.name, f.name)
			}
			names = append(names, f.name)
		}
		for _, inner := range p.within {
			check(inner)
		}
	}
	for _, p := range ScoreDictionary().members {
		check(p)
	}
}
