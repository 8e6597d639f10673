package ratings_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/ratings"
)

// cells are what a form may say of an item.
var cells = []string{"1", "2", "3", "4", "3.0", "4 - Distinguished", " developing ", "N/A", "not observed", "bogus", "2.5"}

// filled draws forms: for each a ratee, a rater and a cell for each item.
func filled(t *rapid.T, f *rubric.Framework) [][]string {
	n := rapid.IntRange(1, 6).Draw(t, "forms")
	var forms [][]string
	for i := range n {
		row := []string{rapid.SampledFrom([]string{"Ada", "Ben, Dr.", "Cléo \"C\""}).Draw(t, "ratee"), fmt.Sprint("r", i)}
		for range f.Indicators() {
			row = append(row, rapid.SampledFrom(cells).Draw(t, "cell"))
		}
		row[2] = "3" // at least one cell can be taken
		forms = append(forms, row)
	}
	return forms
}

func line(cells ...string) string {
	quoted := make([]string, len(cells))
	for i, c := range cells {
		quoted[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
	}
	return strings.Join(quoted, ",") + "\n"
}

func wideFile(f *rubric.Framework, forms [][]string) string {
	header := []string{"ratee", "rater"}
	for _, it := range f.Indicators() {
		header = append(header, it.Code)
	}
	text := line(header...)
	for _, form := range forms {
		text += line(form...)
	}
	return text
}

func longFile(f *rubric.Framework, forms [][]string) string {
	text := line("ratee", "rater", "item", "rating")
	for _, form := range forms {
		for i, it := range f.Indicators() {
			text += line(form[0], form[1], it.Code, form[2+i])
		}
	}
	return text
}

// A long and a wide file of the same forms give the same ratings and ledger,
// in any order of the forms and split over any number of files.
func TestShapesAndOrdersAgree(t *testing.T) {
	f := eight(t)
	rapid.Check(t, func(rt *rapid.T) {
		forms := filled(rt, f)
		wide, _ := read(t, f, ratings.Options{}, csv(wideFile(f, forms)))
		if cells := len(forms) * len(f.Indicators()); wide.Ledger.Cells != cells {
			rt.Fatalf("%d cells in the ledger of %d", wide.Ledger.Cells, cells)
		}
		long, _ := read(t, f, ratings.Options{}, csv(longFile(f, forms)))
		slices.Reverse(forms)
		var split []ratings.File
		for i := range forms {
			split = append(split, ratings.File{Name: fmt.Sprint(i), Data: []byte(wideFile(f, forms[i:i+1]))})
		}
		parts, _ := read(t, f, ratings.Options{}, split...)
		for _, other := range []*rubric.Book{long, parts} {
			if diff := cmp.Diff(statements(wide), statements(other)); diff != "" {
				rt.Fatal(diff)
			}
			if wide.Ledger != other.Ledger {
				rt.Fatalf("%+v, then %+v", wide.Ledger, other.Ledger)
			}
		}
	})
}

// Whatever bytes arrive: the ledger balances, every rating is one that its
// scale accepts, every reject stands within the file and has a known reason,
// and a second reading says the same.
func FuzzRead(f *testing.F) {
	fw := eight(f)
	for _, seed := range []string{"01_wide.csv", "02_long.csv", "05_wide_semicolon.csv", "07_wide_code_dash_label.csv", "90_rejects.csv"} {
		f.Add(gold(f, seed).Data)
	}
	for _, seed := range []string{
		"ratee,rater,item,rating,comment\nAda,s,1.1,3,\"x\ny\"\nAda,s,1.1,4,\n\"open,1\n",
		"sep=;\nratee;date;1.1;1.2;9.9;\nAda;1/2/2025;3,0;3 - Proficient;4\nada;13/2/2025;N/A;;;x\n",
		"Title\r\rratee\tIndicator 1\t1.2 comment\t1.2\rAda\t3;4\tgood\t4-Mar\r\t\t\t\r",
		"\xff\xfer\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := ratings.File{Name: "f", Data: data}
		r, report, err := ratings.Read(fw, []ratings.File{file}, ratings.Options{})
		again, _, errAgain := ratings.Read(fw, []ratings.File{file}, ratings.Options{})
		if err != nil {
			if errAgain == nil || err.Error() != errAgain.Error() {
				t.Fatalf("%v, then %v", err, errAgain)
			}
			return
		}
		if diff := cmp.Diff(r.Rejects, again.Rejects) + cmp.Diff(r.Comments, again.Comments) + cmp.Diff(statements(r), statements(again)); diff != "" {
			t.Fatalf("a second reading differs: %s", diff)
		}
		checkResult(t, r, report, strings.Count(string(data), "\n")+strings.Count(string(data), "\r")+1)
	})
}

func checkResult(t *testing.T, r *rubric.Book, report *ratings.Report, lines int) {
	if !r.Ledger.Balanced() || report.Files[0].Ledger != r.Ledger {
		t.Errorf("ledger %+v, of the file %+v", r.Ledger, report.Files[0].Ledger)
	}
	for _, x := range all(t, r) {
		if x.State == rubric.Rated && !x.Item.Scale.Accepts(x.Value) {
			t.Errorf("%s is no rating of %s", x.Value, x.Item.Code)
		}
	}
	rejected := 0
	for _, x := range r.Rejects {
		rejected += x.Cells
		known := slices.ContainsFunc(ratings.Codes(), func(c diag.Code) bool { return string(c) == x.Code })
		if x.At.Line < 1 || x.At.Line > lines || !known || x.Cells < 1 {
			t.Errorf("%+v", x)
		}
	}
	if rejected != r.Ledger.Rejected {
		t.Errorf("%d rejected cells, %d in the ledger", rejected, r.Ledger.Rejected)
	}
}
