package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

// told is what is told of a reading, line by line.
func told(t *testing.T, r report.Reading) []string {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteReading(&b, r); err != nil {
		t.Fatal(err)
	}
	return strings.Split(b.String(), "\n")
}

// count counts the lines with a text.
func count(lines []string, text string) int {
	n := 0
	for _, line := range lines {
		if strings.Contains(line, text) {
			n++
		}
	}
	return n
}

// However much there is to tell, a few of each are told, the rest is counted,
// and it is said where all of them are.
func TestReadingIsBounded(t *testing.T) {
	r := scored(t, "ratee,rater,item,rating,comment\nAda,r1,1.1,3,well\n")
	for i := range 9 {
		r.Report.Files[0].Notes = append(r.Report.Files[0].Notes, fmt.Sprintf("remark %d", i))
		r.Score.Result.Notes = append(r.Score.Result.Notes, score.Note{Ratee: "Ada", Item: "1.1", Message: "a note"})
		r.Score.Result.Rejects = append(r.Score.Result.Rejects, rubric.Reject{Message: fmt.Sprintf("a reject %d", i), Code: "off-grid"})
	}
	for i := range 14 {
		r.Report.Files[0].Columns = append(r.Report.Files[0].Columns, ratings.Column{Name: fmt.Sprintf("mood %d", i)})
	}
	lines := told(t, r)
	for text, want := range map[string]int{
		"r.csv: note: remark": 5, "… 4 more notes on the files; rubric inspect tells them all": 1,
		"a note": 5, "… 4 more notes; --format json has them all": 1,
		"a reject": 5, "… 4 more; --rejects FILE writes them all": 1,
		"\"mood 9\" and 4 more (":                                 1,
		"1 comment with the ratings; --comments FILE writes them": 1,
	} {
		if got := count(lines, text); got != want {
			t.Errorf("%d lines with %q, want %d", got, text, want)
		}
	}
	r.Rejects, r.Comments, r.Notes = true, true, true
	lines = told(t, r)
	for text, want := range map[string]int{
		"… 4 more notes; the output has them all": 1, "… 4 more; the file of --rejects has them all": 1, "with the ratings": 0,
	} {
		if got := count(lines, text); got != want {
			t.Errorf("with all of them written: %d lines with %q, want %d", got, text, want)
		}
	}
}

// Of many files, those that were read alike are told once; ledgers are told of
// those with rejects, and of all.
func TestReadingOfManyFiles(t *testing.T) {
	r := scored(t, "ratee,rater,item,rating\nAda,r1,1.1,3\n")
	first := r.Report.Files[0]
	for i := range 40 {
		file := first
		file.File = fmt.Sprintf("f%d.csv", i)
		if i == 7 {
			file.Delimiter = ";"
		}
		if i%4 == 0 {
			file.Ledger.Reject(1)
		}
		r.Report.Files = append(r.Report.Files, file)
	}
	lines := told(t, r)
	for text, want := range map[string]int{
		"header in line 1": 2,
		"in the same way: f0.csv, f1.csv, f2.csv, f3.csv, f4.csv and 34 more; 39 records": 1,
		"f7.csv: long, UTF-8, delimiter \";\"":                                            1,
		"1 rejected":                                                                      5,
		"… 5 more files with rejects":                                                     1,
		"41 files: 1 cell = ":                                                             1, // the ledger of all is the result's
		"f8.csv: 2 cells = 1 rated + 0 not applicable":                                    1,
		"f9.csv": 0,
	} {
		if got := count(lines, text); got != want {
			t.Errorf("%d lines with %q, want %d, in\n%s", got, text, want, strings.Join(lines, "\n"))
		}
	}
}

// What is rejected for one reason in many places is told once, with its first
// place.
func TestReadingTellsAlikeRejectsOnce(t *testing.T) {
	r := scored(t, "ratee,rater,1.1,1.2,1.3,2.1\nAda,r1,NO,9,3,NO\nBen,r1,NO,3,NO,9\n")
	lines := told(t, r)
	for text, want := range map[string]int{
		`r.csv:2:1.1: "NO" is no level of the scale (Beginning, Developing, Proficient, Distinguished) and no null state; unknown-label, and 3 more like it`: 1,
		"r.csv:2:1.2: 9 is outside the scale, 1 to 4; out-of-range, and 1 more like it":                                                                      1,
		"6 rejects; --rejects FILE writes them all": 1,
		"NO": 1,
	} {
		if got := count(lines, text); got != want {
			t.Errorf("%d lines with %q, want %d: %q", got, text, want, lines)
		}
	}
}
