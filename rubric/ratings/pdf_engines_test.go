package ratings_test

import (
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// engines are the forms that programs of other people have filled in alike.
func engines(t testing.TB) (*rubric.Framework, []ratings.File) {
	t.Helper()
	var out []ratings.File
	for _, name := range files(t, "engines") {
		if filepath.Ext(name) == ".pdf" {
			out = append(out, fixture(t, "engines", name))
		}
	}
	if len(out) < 10 {
		t.Fatalf("%d forms", len(out))
	}
	return framework(t, filepath.Join(testdata, "ratings", "engines", "framework.yaml")), out
}

var placeOfLine = regexp.MustCompile(`^line \d+: `)

// Whatever program filled a form in, it says what was filled in: levels, null states,
// boxes, points; comments with quotes, lines, formulas and letters of all kinds.
func TestPDFFilledByOthers(t *testing.T) {
	who := `Okafor, "Ada" (Größe)`
	head := who + `/=Noor; O'Neill/peer/2026-03-01 `
	want := []string{
		head + "1.1 rated 0.5", head + "1.2 rated 1", head + "§ 3 not_observed", head + "4 rated 7.5",
		head + "5 rated 1", head + "6 not_applicable", head + "7 missing",
		"1.1 of " + who + `: "she said \"so\", and left; then\ntwo lines"`,
		"1.2 of " + who + `: "=1+1"`,
		"§ 3 of " + who + `: "a\\b (c) <d> /e %f – œuvre"`,
		"7 of " + who + `: "评价"`,
		" of " + who + `: "'On the whole:\n\n+good"`,
	}
	f, forms := engines(t)
	for _, form := range forms {
		t.Run(form.Name, func(t *testing.T) {
			got := pdfRead(f, form.Data, ratings.Options{})
			for i := range got {
				got[i] = placeOfLine.ReplaceAllString(got[i], "")
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
