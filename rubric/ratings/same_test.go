package ratings_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// sameFile is one of the files that hold the same ratings, and what its
// producer leaves to be told.
type sameFile struct {
	o      ratings.Options
	layout string // the producer that is recognised
	lacks  string // roles that the file has no column for
}

var (
	askedFor  = map[ratings.Role]string{ratings.Ratee: "Who are you rating?", ratings.Rater: "Your id"}
	boxNulls  = map[string]rubric.State{"77": rubric.NotApplicable, "88": rubric.NotObserved}
	codeNulls = map[string]rubric.State{"-77": rubric.NotApplicable, "-88": rubric.NotObserved}
)

// sameFiles tells about the files of testdata/ratings/same that need telling;
// all others are read as they are.
var sameFiles = map[string]sameFile{
	"windows-1252.csv":     {o: ratings.Options{Encoding: "windows-1252"}},
	"qualtrics.csv":        {o: ratings.Options{Map: askedFor}, layout: "Qualtrics"},
	"google-forms.csv":     {o: ratings.Options{Map: askedFor}},
	"surveymonkey.csv":     {o: ratings.Options{Map: askedFor}, layout: "SurveyMonkey"},
	"canvas-gradebook.csv": {layout: "Canvas", lacks: "rater occasion"},
	"canvas-rubric.csv":    {layout: "Canvas", lacks: "rater occasion"},
	"redcap-boxes.csv":     {o: ratings.Options{Nulls: boxNulls}, layout: "REDCap"},
	"redcap-radio.csv":     {o: ratings.Options{Nulls: codeNulls}, layout: "REDCap"},
}

// files are the names of the files in a folder of testdata/ratings.
func files(t testing.TB, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(testdata, "ratings", folder))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && e.Name() != "README.md" {
			names = append(names, e.Name())
		}
	}
	return names
}

func fixture(t testing.TB, folder, name string) ratings.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(testdata, "ratings", folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return ratings.File{Name: name, Data: data}
}

// without takes the roles that a file lacks out of statements.
func without(list []said, lacks string) []said {
	out := slices.Clone(list)
	for i := range out {
		if strings.Contains(lacks, "rater") {
			out[i].Rater = ""
		}
		if strings.Contains(lacks, "occasion") {
			out[i].Occasion = ""
		}
	}
	slices.SortFunc(out, func(a, b said) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return out
}

// One set of ratings as every producer writes it: the same ratings from each
// file, no reject, and a ledger that balances.
func TestSameRatingsFromEveryFile(t *testing.T) {
	f := eight(t)
	want := statements(first(read(t, f, ratings.Options{}, gold(t, "01_wide.csv"))))
	names := files(t, "same")
	if len(names) < 30 {
		t.Fatalf("only %d files", len(names))
	}
	met := map[string]bool{} // containers and producers
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			told := sameFiles[name]
			r, report := read(t, f, told.o, fixture(t, "same", name))
			if diff := gocmp.Diff(without(want, told.lacks), without(statements(r), told.lacks)); diff != "" {
				t.Error(diff)
			}
			if len(r.Rejects) > 0 || report.Files[0].Layout != told.layout {
				t.Errorf("layout %q, rejects %+v", report.Files[0].Layout, r.Rejects)
			}
			met[report.Files[0].Container], met[report.Files[0].Layout] = true, true
		})
	}
	for _, extension := range []string{".pdf", ".xlsx", ".docx"} {
		t.Run("forms"+extension, func(t *testing.T) {
			r, report := read(t, f, ratings.Options{}, filledForms(t, extension)...)
			if diff := gocmp.Diff(want, statements(r)); diff != "" || len(r.Rejects) > 0 {
				t.Errorf("%s rejects %+v", diff, r.Rejects)
			}
			met[report.Files[0].Container] = true
		})
	}
	for _, row := range slices.Concat(ratings.Containers(), ratings.Layouts()) {
		if !met[row] {
			t.Errorf("no file is of the row %q of a table", row)
		}
	}
}

// The same slips in every file: the same rejects, whatever holds them.
func TestSameRejectsFromEveryFile(t *testing.T) {
	f := eight(t)
	clean := first(read(t, f, ratings.Options{}, gold(t, "90_rejects.csv")))
	want := slips(clean)
	for _, name := range files(t, "same/rejects") {
		t.Run(name, func(t *testing.T) {
			told := sameFiles[name]
			r, _ := read(t, f, told.o, fixture(t, "same/rejects", name))
			if diff := gocmp.Diff(want, slips(r), gocmp.FilterValues(sameValue, gocmp.Ignore())); diff != "" {
				t.Error(diff)
			}
			if diff := gocmp.Diff(without(statements(clean), told.lacks), without(statements(r), told.lacks)); diff != "" {
				t.Error(diff)
			}
			for _, x := range r.Rejects {
				if x.At.Line < 1 || x.At.File != name {
					t.Errorf("%+v", x.At)
				}
			}
		})
	}
}

// slip is a reject without its place.
type slip struct{ Ratee, Item, Value, Code, Suggestion string }

func slips(r *rubric.Book) []slip {
	var out []slip
	for _, x := range r.Rejects {
		out = append(out, slip{x.Ratee, x.Item, x.Value, x.Code, x.Suggestion})
	}
	slices.SortFunc(out, func(a, b slip) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return out
}

// sameValue reports whether two texts are one number, with a comma or a point.
func sameValue(a, b string) bool {
	return strings.ReplaceAll(a, ",", ".") == strings.ReplaceAll(b, ",", ".")
}
