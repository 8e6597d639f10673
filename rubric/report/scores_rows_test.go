package report_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/report"
)

// manyScores are the scores of so many ratees that there are many parts.
func manyScores(t *testing.T) report.ScoreReport {
	t.Helper()
	var text strings.Builder
	text.WriteString("ratee,rater,1.1,1.2,1.3,2.1,2.2\n")
	for i := range 3000 {
		fmt.Fprintf(&text, "\"Okafor, %d\",r1,3,%d,2,4,\n", i, 1+i%4)
	}
	return scored(t, text.String()).Score
}

// Rows that are laid out in parts, on any number of processors, are the rows of
// the result in their order.
func TestScoreRowsInOrder(t *testing.T) {
	r := manyScores(t)
	var want [][]string
	for row := range r.Result.AllRows() {
		want = append(want, []string{row.Ratee, row.Item, row.Tier, row.Title, r.Result.Display.Show(row.Score), row.Band, fmt.Sprint(row.Rated)})
	}
	for _, processors := range []int{1, 2, 7} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		for _, name := range []string{"csv", "tsv"} {
			in := csv.NewReader(strings.NewReader(write(t, name, r, report.Options{})))
			in.Comma = map[string]rune{"csv": ',', "tsv": '\t'}[name]
			got, err := in.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range got[1:] {
				if !slices.Equal(row[:7], want[i]) {
					t.Fatalf("%s on %d processors: row %d is %q, want %q", name, processors, i+1, row, want[i])
				}
			}
			if len(got)-1 != len(want) {
				t.Errorf("%s on %d processors: %d rows, want %d", name, processors, len(got)-1, len(want))
			}
		}
	}
}

// A text is quoted where it must be, though one as long before it was not.
func TestScoreRowsQuoteEachText(t *testing.T) {
	r := scored(t, "ratee,rater,1.1\nabc,r,3\n\"a,c\",r,3\nabd,r,3\n\"b,c\",r,3\n").Score
	got := write(t, "csv", r, report.Options{})
	for _, want := range []string{"\nabc,1,", "\n\"a,c\",1,", "\nabd,1,", "\n\"b,c\",1,"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// full is a writer that takes so many bytes, and counts what is asked of it
// after that.
type full struct{ room, after int }

var errFull = errors.New("full")

func (f *full) Write(p []byte) (int, error) {
	if f.room < 0 {
		f.after++
	}
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// A writer that fails ends the rows, wherever it does.
func TestScoreRowsFail(t *testing.T) {
	r := manyScores(t)
	whole := len(write(t, "csv", r, report.Options{}))
	for _, room := range []int{0, 1000, whole / 2, whole - 1} {
		w := &full{room: room}
		if err := report.Find(report.ScoreFormats(), "csv").Write(w, r, report.Options{}); !errors.Is(err, errFull) {
			t.Errorf("room for %d of %d bytes: %v, want %v", room, whole, err, errFull)
		}
		if w.after > 0 {
			t.Errorf("room for %d of %d bytes: asked to write %d times after the error", room, whole, w.after)
		}
	}
}

// Where all ratings are rejected, nobody is rated, and there is a header alone.
func TestNoScoreRows(t *testing.T) {
	got := write(t, "csv", scored(t, "ratee,rater,1.1\nAda,r,9\n").Score, report.Options{})
	if lines := strings.Count(got, "\n"); lines != 1 || !strings.HasPrefix(got, "ratee,item,tier,title,score,") {
		t.Errorf("%q", got)
	}
}
