package pdfread_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/internal/pdf/pdfread"
)

// The forms of testdata/filled were filled in by programs that people use (see
// README.md there), each in its own way; all say the same.
func TestFilledByOthers(t *testing.T) {
	want := []pdfread.Field{
		{Name: "rate", Kind: pdfread.Button, Value: "2"},
		{Name: "box", Kind: pdfread.Button, Value: "yes"},
		{Name: "name", Kind: pdfread.Written, Value: `Okafor, "Ada" (Größe)`},
		{Name: "notes", Kind: pdfread.Written, Value: "first – \\ line\nsecond = 1+1"},
	}
	paths, err := filepath.Glob("testdata/filled/*.pdf")
	if err != nil || len(paths) < 8 {
		t.Fatalf("%d forms (%v)", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			f := opened(t, path)
			got, err := f.Fields()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if id := f.Info("Form"); id != "the form – 1" {
				t.Errorf("the form is %q", id)
			}
		})
	}
}

func TestBlank(t *testing.T) {
	fields, err := opened(t, "testdata/blank.pdf").Fields()
	if err != nil || len(fields) != 4 {
		t.Fatalf("%+v, %v", fields, err)
	}
	for _, f := range fields {
		if f.Value != "" || f.Others != nil {
			t.Errorf("%+v", f)
		}
	}
}

func opened(t testing.TB, path string) *pdfread.File {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfread.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
