package diff_test

import (
	"os"
	"path/filepath"
	"testing"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/load"
)

// realFrameworks returns the shipped frameworks and those of other people.
func realFrameworks(t *testing.T) []*rubric.Framework {
	t.Helper()
	var out []*rubric.Framework
	add := func(name string, data []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		f, findings := load.Framework(name, data)
		if err := findings.Err(); err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	for _, id := range frameworks.IDs() {
		data, err := frameworks.Read(id)
		add(id, data, err)
	}
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "foreign", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no foreign frameworks: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		add(file, data, err)
	}
	return out
}

// Each pair of real frameworks has one result, seen from either end, and none
// differs from itself.
func TestRealFrameworks(t *testing.T) {
	all := realFrameworks(t)
	for i, a := range all {
		if c := diff.Compare(a, a, diff.Options{}); len(c.Changes) != 0 {
			t.Errorf("%s differs from itself: %+v", a.ID, c.Changes)
		}
		for _, b := range all[:i] {
			forth, back := diff.Compare(a, b, diff.Options{}), diff.Compare(b, a, diff.Options{})
			if forth.Coverage.Source != back.Coverage.Target || forth.Coverage.Target != back.Coverage.Source {
				t.Errorf("%s and %s: %+v, turned round %+v", a.ID, b.ID, forth.Coverage.Source, back.Coverage.Target)
			}
			if n := forth.Coverage.Source.AtLeast(diff.SeemsNothing); n != len(a.Indicators()) {
				t.Errorf("%s beside %s: %d of %d indicators are counted", a.ID, b.ID, n, len(a.Indicators()))
			}
		}
	}
}
