package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// A column that seems to hold ratings is rejected as a whole, any other one is
// only reported.
func TestStrayColumns(t *testing.T) {
	retired := parse(t, `
rubric: v1
id: retired
title: Retired
scale: four-levels
items:
  A: {title: Alpha reading, items: {A.1: Plan lessons, A.2: {text: Mark books, retired: merged into A.1 in version 2}}}
  B: {title: Beta, items: {B.1: Lead teams, B.2: Rest}}
`)
	for column, want := range map[string]string{
		"A.7=3":              `the column "A.7" is named like an item`,
		"A.12=3":             `the column "A.12" is named like an item`,
		"Plan lesons=3":      `like an item, and the framework has none of this code or text (A.1)`,
		"A.2=3":              "item A.2 is retired: merged into A.1 in version 2",
		"A=3":                "item A is not rated in this framework",
		"Alpha=Proficient":   `the column "Alpha" holds levels of the scale`,
		"Alpha=Proficient 2": "", "Alpha=3": "", "A.7=": "", "School=North": "", "Year=2025": "", "Q.2025=3": "", "C.1=3": "", "Res=3": "",
	} {
		name, value, _ := strings.Cut(column, "=")
		r, report := read(t, retired, ratings.Options{}, csv("ratee,A.1,B.1,"+name+"\nAda,3,3,"+value+"\nBen,3,3,"+value+"\nCy,3,3,\n"))
		if want == "" {
			if len(r.Rejects) > 0 || report.Files[0].Columns[3].Role != "" {
				t.Errorf("%s: %+v", column, r.Rejects)
			}
			continue
		}
		if len(r.Rejects) != 1 {
			t.Errorf("%s: %+v", column, r.Rejects)
			continue
		}
		x := r.Rejects[0]
		if got := fmt.Sprintf("%s (%s)", x.Message, x.Suggestion); !strings.Contains(got, want) || x.Code != "unknown-column" || x.Cells != 2 || x.Column != name || x.At.Line != 1 || x.At.Record != 0 {
			t.Errorf("%s: %s: %+v, want %q", column, got, x, want)
		}
		if r.Ledger.Cells != 8 || r.Ledger.Rejected != 2 {
			t.Errorf("%s: %+v", column, r.Ledger)
		}
	}
}

// In a file with a row a rating, a column named after an item is no rating
// that may be lost.
func TestItemColumnInALongFile(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv("ratee,rater,item,rating,1.2\nAda,s,1.1,3,4\n"))
	if len(r.Rejects) != 1 || r.Rejects[0].Code != "unknown-column" || r.Rejects[0].Item != "1.2" {
		t.Errorf("%+v", r.Rejects)
	}
}

// Columns that other frameworks give no reason to reject: a year beside items
// called 1 to 8, and yes or no where these are the levels.
func TestColumnsThatHoldNoRatings(t *testing.T) {
	yesNo := parse(t, "rubric: v1\nid: yes-no\ntitle: Yes or no\nscale: yes-no\nitems: {a: Ready, b: Steady}\n")
	for _, c := range []struct {
		f    *rubric.Framework
		text string
	}{
		{framework(t, "../../frameworks/cms.yaml"), "ratee,1,2,2025\nAda,3,3,4\n"},
		{yesNo, "ratee,a,b,consent\nAda,yes,no,yes\n"},
	} {
		if r, _ := read(t, c.f, ratings.Options{}, csv(c.text)); len(r.Rejects) > 0 {
			t.Errorf("%+v", r.Rejects)
		}
	}
}
