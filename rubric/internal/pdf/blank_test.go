package pdf_test

import (
	"flag"
	"os"
	"testing"

	"rubrickit/rubric/internal/pdf"
)

var update = flag.Bool("update", false, "write testdata/blank.pdf of the reader anew")

// The blank form that other programs have filled in for the reader's tests is
// still what is written, byte for byte.
func TestBlankForm(t *testing.T) {
	d := pdf.New(pdf.Info{Title: "Form", Language: "en", Producer: "test", Extra: []pdf.Entry{{Key: "Form", Text: "the form – 1"}}})
	page, look := d.NewPage(200, 200), pdf.Look{Border: pdf.Color{0.5, 0.5, 0.5}, Line: 1, Size: 9}
	rate := d.AddButtons("rate", "How often", pdf.Circle)
	for i, state := range []string{"1", "2", "3"} {
		rate.Place(page, d.Root(), state, "Level "+state, 10+20*float64(i), 20, 12, look)
	}
	d.AddButtons("box", "Seen", pdf.Box).Place(page, d.Root(), "yes", "Seen", 10, 50, 12, look)
	page.TextField(d.Root(), pdf.TextField{Name: "name", Label: "Name"}, 10, 80, 180, 20, look)
	page.TextField(d.Root(), pdf.TextField{Name: "notes", Label: "Notes", Lines: true}, 10, 110, 180, 60, look)
	const path = "pdfread/testdata/blank.pdf"
	got := d.Bytes()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("the blank form has other bytes; `go test ./rubric/internal/pdf -update` writes it, and testdata/README.md says how it is filled in")
	}
}
