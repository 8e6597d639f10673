package ratings_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
)

const testdata = "../../testdata"

// framework loads a framework file, or fails the test.
func framework(t testing.TB, file string) *rubric.Framework {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, findings := load.Framework(file, data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

func eight(t testing.TB) *rubric.Framework {
	return framework(t, filepath.Join(testdata, "ratings", "framework.yaml"))
}

func gold(t testing.TB, name string) ratings.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(testdata, "gold", "inputs_same_scores", name))
	if err != nil {
		t.Fatal(err)
	}
	return ratings.File{Name: name, Data: data}
}

// said is a rating without its place, for comparisons.
type said struct{ Ratee, Rater, Occasion, Item, State, Value string }

// statements are the ratings of a result that say something, sorted. A wide
// file has blank cells where a long one has no row.
func statements(r *rubric.Book) []said {
	var out []said
	for x := range r.All() {
		if x.State == rubric.Missing {
			continue
		}
		s := said{x.Ratee, x.Rater, x.Occasion, x.Item.Code, x.State.String(), ""}
		if x.State == rubric.Rated {
			s.Value = x.Value.Rat().RatString()
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b said) int {
		return strings.Compare(strings.Join([]string{a.Ratee, a.Rater, a.Item}, "\x00"), strings.Join([]string{b.Ratee, b.Rater, b.Item}, "\x00"))
	})
	return out
}

func read(t testing.TB, f *rubric.Framework, o ratings.Options, files ...ratings.File) (*rubric.Book, *ratings.Report) {
	t.Helper()
	r, report, err := ratings.Read(f, files, o)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Ledger.Balanced() {
		t.Errorf("the ledger does not balance: %+v", r.Ledger)
	}
	return r, report
}

// goldFiles are the files that hold the same ratings, with what is to be told
// of each.
var goldFiles = map[string]sameFile{
	"01_wide.csv":                          {},
	"02_long.csv":                          {},
	"05_wide_semicolon.csv":                {},
	"07_wide_code_dash_label.csv":          {},
	"12_qualtrics_style_three_headers.csv": {o: ratings.Options{Map: askedFor}, layout: "Qualtrics", lacks: "occasion"},
	"20_wide.xlsx":                         {},
}

// One set of ratings, many files: the same ratings from each, with nothing
// rejected.
func TestSameRatingsFromEveryShape(t *testing.T) {
	f := eight(t)
	want := statements(first(read(t, f, ratings.Options{}, gold(t, "01_wide.csv"))))
	if len(want) != 39 {
		t.Fatalf("%d ratings in the wide file", len(want))
	}
	for name, told := range goldFiles {
		r, report := read(t, f, told.o, gold(t, name))
		if diff := cmp.Diff(without(want, told.lacks), without(statements(r), told.lacks)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if len(r.Rejects) > 0 || report.Files[0].Layout != told.layout {
			t.Errorf("%s: layout %q, rejects %+v", name, report.Files[0].Layout, r.Rejects)
		}
	}
	for name, data := range variants(t) {
		got := statements(first(read(t, f, ratings.Options{}, ratings.File{Name: name, Data: data})))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// No file of the folder is left out: each holds the same ratings, or the
// rejects.
func TestGoldFilesAreAll(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testdata, "gold", "inputs_same_scores", "[0-9][0-9]_*"))
	if err != nil || len(files) != len(goldFiles)+1 {
		t.Errorf("%d files of ratings, of which %d are read: %v", len(files), len(goldFiles)+1, err)
	}
}

func first(r *rubric.Book, _ *ratings.Report) *rubric.Book { return r }

// variants are the wide file as other programs write it.
func variants(t *testing.T) map[string][]byte {
	wide := string(gold(t, "01_wide.csv").Data)
	tabbed := strings.ReplaceAll(wide, ",", "\t")
	utf16le := []byte{0xFF, 0xFE}
	for _, c := range tabbed {
		utf16le = append(utf16le, byte(c), byte(c>>8))
	}
	return map[string][]byte{
		"BOM and CRLF":       []byte("\ufeff" + strings.ReplaceAll(wide, "\n", "\r\n")),
		"UTF-16LE with tabs": utf16le,
		"title rows":         []byte("Spring review\n\nExported by the office\n" + wide + ",,,,,,,,,,\n\n"),
		"sep line":           []byte("sep=;\n" + strings.ReplaceAll(wide, ",", ";")),
		"quoted":             []byte(strings.ReplaceAll(`"`+strings.ReplaceAll(strings.TrimSpace(wide), "\n", "\"\n\"")+`"`, ",", `","`)),
		"item texts":         []byte(strings.Replace(wide, "1.1,1.2", "INDICATOR  1,1.2: Indicator 2", 1)),
		"labels, any case":   []byte(strings.NewReplacer(",4", ", DISTINGUISHED\u00a0", ",2\n", ",developing\n").Replace(wide)),
		"decimals":           []byte(strings.ReplaceAll(wide, ",4,", ",4.0,")),
		"decimal commas":     []byte(strings.ReplaceAll(strings.ReplaceAll(wide, ",", ";"), ";4;", ";4,0;")),
	}
}

func TestRejectsOfTheGoldFile(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(testdata, "gold", "inputs_same_scores", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	type reject struct {
		Line                            int
		Column, Value, Code, Suggestion string
	}
	var want struct {
		Rejects []reject `json:"90_rejects"`
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	r, _ := read(t, eight(t), ratings.Options{}, gold(t, "90_rejects.csv"))
	var got []reject
	for _, x := range r.Rejects {
		got = append(got, reject{x.At.Line, x.Column, x.Value, x.Code, x.Suggestion})
	}
	if diff := cmp.Diff(want.Rejects, got); diff != "" {
		t.Error(diff)
	}
	if want := (rubric.Ledger{Cells: 40, Rated: 32, NotApplicable: 1, NotObserved: 1, Missing: 1, Rejected: 5}); r.Ledger != want {
		t.Errorf("ledger %+v", r.Ledger)
	}
}
