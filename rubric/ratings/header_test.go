package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/ratings"
)

// understood says what each column of the first file was taken for.
func understood(report *ratings.Report) string {
	var out []string
	for _, c := range report.Files[0].Columns {
		word := string(c.Role)
		if c.Item != nil {
			word = strings.TrimSpace(word + " " + c.Item.Code)
		}
		if word == "" {
			word = "–"
		}
		out = append(out, word)
	}
	return fmt.Sprintf("%s, line %d: %s", report.Files[0].Shape, report.Files[0].Header, strings.Join(out, ", "))
}

// What the columns of a header are taken for.
func TestHeaders(t *testing.T) {
	for header, want := range map[string]string{
		"ratee,1.1,1.2": "wide, line 1: ratee, 1.1, 1.2",
		"Leader, INDICATOR\u00a01 ,1.2 Indicator 2":         "wide, line 1: ratee, 1.1, 1.2",
		"ratee,1.1. Indicator 1,3) indicator 2":             "wide, line 1: ratee, 1.1, 1.2",
		"ratee,1.1 - Indicator 1,1.2: Indicator 2":          "wide, line 1: ratee, 1.1, 1.2",
		"ratee_id,name,1.1,1.2":                             "wide, line 1: ratee, –, 1.1, 1.2",
		"Ratee ID:,Rater-ID,Observation date,1.1,1.2":       "wide, line 1: ratee, rater, occasion, 1.1, 1.2",
		"ratee,Timestamp,1.1,1.2":                           "wide, line 1: ratee, –, 1.1, 1.2",
		"ratee,1.1,1.1_comment,comment 1.2,Notes,1.2":       "wide, line 1: ratee, 1.1, comment 1.1, comment 1.2, comment, 1.2",
		"ratee,1.1,Indicator 2 - Comments,2 feedback,1.2":   "wide, line 1: ratee, 1.1, comment 1.2, comment 2, 1.2",
		"ratee,1.1,school,,":                                "wide, line 1: ratee, 1.1, –, –, –",
		"A title,,\nmade in May,,\nratee,1.1,1.2":           "wide, line 3: ratee, 1.1, 1.2",
		"ratee,rater,indicator,score":                       "long, line 1: ratee, rater, item, rating",
		"Teacher,Observer,Date,Standard,Indicator,Level":    "long, line 1: ratee, rater, occasion, –, item, rating",
		"ratee,rater,item code,item,rating,comment,remarks": "long, line 1: ratee, rater, item, –, rating, comment, comment",
	} {
		columns := strings.Count(header[strings.LastIndex(header, "\n")+1:], ",") + 1
		row := make([]string, columns)
		for i := range row {
			row[i] = "3"
		}
		for i, name := range strings.Split(header[strings.LastIndex(header, "\n")+1:], ",") {
			if strings.HasPrefix(strings.ToLower(name), "i") && strings.Contains(want, "long") {
				row[i] = "1.1"
			} else if name == "" {
				row[i] = ""
			}
		}
		_, report := read(t, eight(t), ratings.Options{}, csv(header+"\n"+strings.Join(row, ",")+"\n"))
		if got := understood(report); got != want {
			t.Errorf("%q\n got %s\nwant %s", header, got, want)
		}
	}
}

// Where items are called 1, 2, 3 a row of ratings is no header.
func TestRatingsAreNoHeader(t *testing.T) {
	f := framework(t, "../../frameworks/cms.yaml")
	o := ratings.Options{Set: map[ratings.Role]string{ratings.Ratee: "Ada"}}
	_, _, err := ratings.Read(f, []ratings.File{csv("who,Q1,Q2,Q3\nx,1,2,3\nx,3,2,1\n")}, o)
	if err == nil || !strings.Contains(err.Error(), `its line 1 reads "who", "Q1", "Q2", "Q3"`) {
		t.Errorf("%v", err)
	}
	r, _ := read(t, f, o, csv("Spring,,\n1,2,3\n3,3,2\n"))
	if r.Ledger.Rated != 3 {
		t.Errorf("%+v", r.Ledger)
	}
}

// Rows that are no data are passed over and reported.
func TestPassedOverRows(t *testing.T) {
	_, report := read(t, eight(t), ratings.Options{}, csv("Spring,,,\n,,,\nratee,1.1,1.2,\nAda,3,3,\n,,,\nratee,1.1,1.2,\nBen,3,3,aside\n,,,\n,,,\n"))
	want := []string{
		"1 row is not read, line 1: above the header",
		"3 rows are not read, lines 5 to 9: blank",
		"1 row is not read, line 6: the header again",
		"column 4 has no name and is not read; 1 of its cells have a text",
	}
	if diff := cmp.Diff(want, report.Files[0].Notes); diff != "" {
		t.Error(diff)
	}
	if report.Files[0].Records != 2 {
		t.Errorf("%d records", report.Files[0].Records)
	}
}

// The delimiter is found, or the candidates are named.
func TestDelimiters(t *testing.T) {
	rows := func(n int, row string) string { return strings.Repeat(row+"\n", n) }
	for name, c := range map[string]struct {
		text string
		o    ratings.Options
		want string // the delimiter, or a part of the error
	}{
		"commas":                 {"ratee,1.1,1.2\nAda,3,3\n", ratings.Options{}, ","},
		"bars":                   {"ratee|1.1|1.2\nAda|3|3\n", ratings.Options{}, "|"},
		"decimal commas":         {"ratee;1.1;1.2\nAda;3,0;3,0\nBen;3,0;4,0\n", ratings.Options{}, ";"},
		"told by the file":       {"sep=|\nratee|1.1|1.2\nAda|3|3\n", ratings.Options{}, "|"},
		"told by the caller":     {"1.1,1.2,ratee;1.3;1.4\n3,3,Ada;3;3\n", ratings.Options{Delimiter: ';', Set: map[ratings.Role]string{ratings.Ratee: "x"}}, ";"},
		"two fit":                {"1.1,1.2,ratee;1.3;1.4\n3,3,Ada;3;3\n", ratings.Options{}, "by comma and by semicolon; say which with --delimiter"},
		"one torn row":           {"ratee,1.1,1.2\nAda,3\nBen,3,3\n", ratings.Options{}, ","},
		"unquoted decimal comma": {"ratee,1.1,1.2\nAda,3,5,2,5\nBen,3,5,3\nCy,3,3\n", ratings.Options{}, "by comma, 1 of its first 3 records have as many cells as the header in line 1"},
		"one in twenty torn":     {"ratee,1.1,1.2\n" + rows(38, "Ada,3,3") + rows(2, "Ada,3"), ratings.Options{}, ","},
		"more are torn":          {"ratee,1.1,1.2\n" + rows(37, "Ada,3,3") + rows(3, "Ada,3"), ratings.Options{}, "37 of its first 40"},
		"torn, and told":         {"ratee,1.1,1.2\n" + rows(2, "Ada,3,3") + rows(3, "Ada,3"), ratings.Options{Delimiter: ','}, ","},
	} {
		_, report, err := ratings.Read(eight(t), []ratings.File{csv(c.text)}, c.o)
		switch {
		case err != nil && (len(c.want) == 1 || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %q", name, err, c.want)
		case err == nil && report.Files[0].Delimiter != c.want:
			t.Errorf("%s: delimiter %q, want %q", name, report.Files[0].Delimiter, c.want)
		}
	}
}
