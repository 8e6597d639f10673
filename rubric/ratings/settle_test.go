package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

const longHeader = "ratee,rater,item,rating\n"

// Of three ratings of one cell each names one that differs, whatever the order.
func TestContradictionsNameEachOther(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv(longHeader+"Ada,s,1.1,3\nAda,s,1.1,Proficient\nAda,s,1.1,2 - Developing\nAda,s,1.2,3\n"))
	want := []string{
		`2 rating "3": 1.1 for Ada is rated twice by the same rater: "3" here, and "2 - Developing" at f.csv:4`,
		`3 rating "Proficient": 1.1 for Ada is rated twice by the same rater: "Proficient" here, and "2 - Developing" at f.csv:4`,
		`4 rating "2 - Developing": 1.1 for Ada is rated twice by the same rater: "2 - Developing" here, and "3" at f.csv:2`,
	}
	var got []string
	for _, x := range r.Rejects {
		got = append(got, fmt.Sprintf("%d %s %q: %s", x.At.Line, x.Column, x.Value, x.Message))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if want := (rubric.Ledger{Cells: 4, Rated: 1, Rejected: 3}); r.Ledger != want {
		t.Errorf("%+v", r.Ledger)
	}
}

// A null state contradicts a rating, and so do two different null states.
func TestNullStatesContradict(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv(longHeader+"Ada,s,1.1,3\nAda,s,1.1,N/A\nAda,s,1.2,N/A\nAda,s,1.2,Not observed\nAda,s,1.3,N/A\nAda,s,1.3,n/a\n"))
	if len(r.Rejects) != 4 || len(all(t, r)) != 1 {
		t.Errorf("%+v", r)
	}
}

// A file given twice changes nothing but the ledger, which counts every cell.
func TestAFileTwice(t *testing.T) {
	file := gold(t, "01_wide.csv")
	once, _ := read(t, eight(t), ratings.Options{}, file)
	twice, report := read(t, eight(t), ratings.Options{}, file, file)
	if diff := cmp.Diff(statements(once), statements(twice)); diff != "" || twice.Ledger.Cells != 80 || len(twice.Rejects) > 0 {
		t.Errorf("%s %+v %+v", diff, twice.Ledger, twice.Rejects)
	}
	if want := "39 ratings stand a second time with the same value: counted once (1.1 for Ada at 01_wide.csv:3)"; len(report.Notes) != 1 || report.Notes[0] != want {
		t.Errorf("%q", report.Notes)
	}
	contradicting := csv(longHeader + "Ada,s,1.1,3\nAda,s,1.1,4\nAda,s,1.2,3\n")
	_, report = read(t, eight(t), ratings.Options{}, contradicting, contradicting)
	for _, f := range report.Files {
		if want := (rubric.Ledger{Cells: 3, Rated: 1, Rejected: 2}); f.Ledger != want {
			t.Errorf("%+v", f.Ledger)
		}
	}
}

// A blank box means its lowest level where the form has an entry anywhere: in
// another row, another file, or a cell that was rejected.
func TestBlankInAFormOfManyRows(t *testing.T) {
	f := framework(t, "../../frameworks/mastery.yaml")
	for name, c := range map[string]struct {
		files []string
		want  rubric.Ledger
	}{
		"another row":      {[]string{longHeader + "Ada,s,RE.1,\nAda,s,RE.2,Yes\n"}, rubric.Ledger{Cells: 2, Rated: 2}},
		"another file":     {[]string{longHeader + "Ada,s,RE.1,\n", longHeader + "Ada,s,RE.2,Yes\n"}, rubric.Ledger{Cells: 2, Rated: 2}},
		"a rejected cell":  {[]string{longHeader + "Ada,s,RE.1,\nAda,s,RE.2,perhaps\n"}, rubric.Ledger{Cells: 2, Rated: 1, Rejected: 1}},
		"another form":     {[]string{longHeader + "Ada,s,RE.1,\nAda,t,RE.2,Yes\n"}, rubric.Ledger{Cells: 2, Rated: 1, Missing: 1}},
		"its own entry":    {[]string{longHeader + "Ada,s,RE.1,\nAda,s,RE.1,Yes\n"}, rubric.Ledger{Cells: 2, Rated: 1, Missing: 1}},
		"no entry at all":  {[]string{"ratee,RE.1,RE.2\nAda,,\n"}, rubric.Ledger{Cells: 2, Missing: 2}},
		"a word, no blank": {[]string{longHeader + "Ada,s,RE.1,no answer\nAda,s,RE.2,Yes\n"}, rubric.Ledger{Cells: 2, Rated: 1, Missing: 1}},
	} {
		var files []ratings.File
		for i, text := range c.files {
			files = append(files, ratings.File{Name: fmt.Sprint(i), Data: []byte(text)})
		}
		if r, _ := read(t, f, ratings.Options{}, files...); r.Ledger != c.want {
			t.Errorf("%s: %+v, want %+v", name, r.Ledger, c.want)
		}
	}
}

// Whoever is not named in a wide file is a rater of their own; a long file's
// rows belong together by the rater, named or not.
func TestRatersWithoutAName(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv("ratee,1.1,1.2\nAda,3,3\nAda,4,4\n"))
	if len(r.Rejects) > 0 || !r.HasRater || all(t, r)[0].Rater == all(t, r)[2].Rater {
		t.Errorf("%+v", r)
	}
	r, _ = read(t, eight(t), ratings.Options{}, csv("ratee,rater,1.1,1.2\nAda,,3,3\nAda,s,4,4\nAda, ,1,1\n"))
	if len(r.Rejects) > 0 || all(t, r)[0].Rater == all(t, r)[4].Rater || all(t, r)[2].Rater != "s" {
		t.Errorf("%+v", r)
	}
	r, _ = read(t, eight(t), ratings.Options{}, csv(longHeader+"Ada,,1.1,3\nAda,,1.1,4\n"))
	if len(r.Rejects) != 2 {
		t.Errorf("%+v", r)
	}
}

// Names that are nearly alike are reported and never merged; others are not.
func TestNearNames(t *testing.T) {
	for names, near := range map[string]bool{
		"Ada|ada": true, "Ada|Ada ": true, "Ada Lin|Ada  Lin": true, "Ada Lin|AdaLin": true, "Renée|RENEE": true, "Renée|Rene\u0301e": true, "Łucja|Lucja": true,
		"c1.49|c14.9": false, "O'Neil|ONeil": false, "A-1|A1": false, "Ada|Ava": false, "Müller|Mueller": false,
	} {
		a, b, _ := strings.Cut(names, "|")
		r, report := read(t, eight(t), ratings.Options{}, csv(line("ratee", "rater", "1.1", "1.2")+line(a, "s", "3", "3")+line(b, "s", "4", "4")))
		if len(all(t, r)) != 4 || all(t, r)[0].Ratee != a || all(t, r)[2].Ratee != b {
			t.Errorf("%s: %+v", names, all(t, r))
		}
		if (len(report.Notes) == 1) != near {
			t.Errorf("%s: %q", names, report.Notes)
		}
	}
}

// Comments are kept even where the rating beside them is not.
func TestCommentsOutliveTheirRatings(t *testing.T) {
	long := "ratee,rater,item,rating,comment,evidence\n" +
		"Ada,s,1.1,Profcient,one,\nAda,s,9.9,3,two,\n,s,1.2,3,three,\nAda,s,1.3,,four,five\nAda,s,,,all in all,\nAda,s,1.4,3,,\nAda,s,,,,\n"
	r, report := read(t, eight(t), ratings.Options{}, csv(long))
	var got []string
	for _, c := range r.Comments {
		got = append(got, fmt.Sprintf("%s %s: %s (%d)", c.Ratee, c.Item, c.Text, c.At.Line))
	}
	want := []string{"Ada 1.1: one (2)", "Ada 9.9: two (3)", " 1.2: three (4)", "Ada 1.3: four (5)", "Ada 1.3: five (5)", "Ada : all in all (6)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if want := (rubric.Ledger{Cells: 5, Rated: 1, Missing: 1, Rejected: 3}); r.Ledger != want || len(report.Files[0].Notes) > 0 {
		t.Errorf("%+v %q", r.Ledger, report.Files[0].Notes)
	}
}
