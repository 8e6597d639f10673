package collect_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/collect"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
)

// eight is a framework of eight indicators, 1.1 to 2.4, on levels 1 to 4.
func eight(t testing.TB) *rubric.Framework {
	t.Helper()
	const file = "../../testdata/ratings/framework.yaml"
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

const header = "ratee,rater,1.1,1.2\n"

func file(name, text string) ratings.File { return ratings.File{Name: name, Data: []byte(text)} }

func collected(t *testing.T, files ...ratings.File) *collect.Collection {
	t.Helper()
	c, err := collect.Files(eight(t), files, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !c.Book.Ledger.Balanced() {
		t.Errorf("the ledger %+v does not balance", c.Book.Ledger)
	}
	return c
}

// rows are the rows of a collection in words.
func rows(c *collect.Collection) []string {
	var out []string
	for _, r := range c.Rows {
		line := fmt.Sprintf("%s %s=%s %s:%d", collect.Words(r.Form), r.Item, r.Rating, r.At.File, r.At.Line)
		if r.Comment != "" {
			line += fmt.Sprintf(" %q on %q", r.Comment, r.CommentOn)
		}
		out = append(out, line)
	}
	return out
}

func TestRows(t *testing.T) {
	c := collected(t,
		file("a.csv", "ratee,rater,1.1,1.1 comment,1.2,2 comment,comment\nAda,r1,Proficient,\"good, so\",x,the domain,the whole\n"),
		file("b.csv", "ratee,rater,item,rating,comment\nBen,r1,1.1,n/a,\nBen,r1,1.2,,why not\nBen,r1,2.1,bogus,too fast\n"),
	)
	want := []string{
		`Ada by r1 1.1=3 a.csv:2 "good, so" on ""`,
		`Ada by r1 = a.csv:2 "the domain" on "2"`,
		`Ada by r1 = a.csv:2 "the whole" on ""`,
		`Ben by r1 1.1=N/A b.csv:2`,
		`Ben by r1 1.2= b.csv:3 "why not" on ""`,
		`Ben by r1 = b.csv:4 "too fast" on "2.1"`,
	}
	if diff := cmp.Diff(want, rows(c)); diff != "" || len(c.Book.Rejects) != 2 {
		t.Errorf("%s rejects %+v", diff, c.Book.Rejects)
	}
}

// What cannot be read is listed, and the others go on.
func TestUnread(t *testing.T) {
	c := collected(t,
		file("a.csv", header+"Ada,r1,3,4\n"), file("b.txt", "nothing of use\n"),
		ratings.File{Name: "c.pdf", Data: []byte("%PDF-1.7\n")}, file("d.csv", header+"Ben,r1,2,2\n"),
	)
	var got []string
	for _, u := range c.Unread {
		got = append(got, u.File+": "+u.Err.Error()[:30])
	}
	want := []string{"b.txt: no row of it is a header for i", "c.pdf: this PDF has no objects: it is"}
	if diff := cmp.Diff(want, got); diff != "" || c.Book.Forms() != 2 {
		t.Errorf("%s %d forms", diff, c.Book.Forms())
	}
	none, err := collect.Files(eight(t), []ratings.File{file("b.txt", "nothing\n")}, ratings.Options{})
	if !errors.Is(err, collect.ErrNothing) || len(none.Unread) != 1 {
		t.Errorf("%v, %+v", err, none)
	}
}

func TestRepeats(t *testing.T) {
	c := collected(t,
		file("a.csv", header+"Ada,r1,3,4\nBen,r1,1,\nCy,,2,2\n"),
		file("b.csv", header+"Ada,r1,3.0,4\n"),                   // the same answers
		file("c.csv", header+"Ben,r1,,2\n"),                      // the other half
		file("d.csv", "ratee,rater,1.1,1.2,2.1\nBen,r1,2,2,3\n"), // other answers
		file("e.csv", header+"Ada,r1,3,4\nBen,r1,1,\nCy,,2,2\n"), // the same bytes
		file("f.csv", "ratee,rater,1.1,1.2,2.1\nDee,r1,2,2,3\n"),
	)
	var got []string
	for _, r := range c.Repeats {
		line := collect.Words(r.Form) + ": " + strings.Join(r.Files, " ")
		for _, it := range r.Differ {
			line += " " + it.Code
		}
		got = append(got, line)
	}
	want := []string{"Ada by r1: a.csv b.csv", "Ben by r1: a.csv c.csv d.csv 1.1"}
	if diff := cmp.Diff(want, got) + cmp.Diff([]collect.Same{{File: "e.csv", As: "a.csv"}}, c.Same); diff != "" {
		t.Error(diff)
	}
	if c.Book.Forms() != 4 {
		t.Errorf("%d forms, want 4: a form without a rater in a copy of its file is no second one", c.Book.Forms())
	}
	for _, r := range c.Book.Rejects {
		if r.Code != string(ratings.CodeDuplicateRating) || r.Item != "1.1" || r.Ratee != "Ben" {
			t.Errorf("rejected: %+v", r)
		}
	}
}

// A comment that came in two files with the same words is kept once.
func TestCommentsOnce(t *testing.T) {
	const form = "ratee,rater,1.1,1.2,comment\nAda,r1,3,4,fine\n"
	c := collected(t, file("a.csv", form), file("b.csv", form+"\n"), file("c.csv", "ratee,rater,1.1,1.2,comment\nAda,r1,3,4,finer\n"))
	want := []string{"Ada by r1 1.1=3 a.csv:2", "Ada by r1 1.2=4 a.csv:2", `Ada by r1 = a.csv:2 "fine" on ""`, `Ada by r1 = c.csv:2 "finer" on ""`}
	if diff := cmp.Diff(want, rows(c)); diff != "" {
		t.Error(diff)
	}
}

func TestAgainst(t *testing.T) {
	f := eight(t)
	roster, err := ratings.ReadRoster(f, file("roster.csv", "ratee,rater,group\nAda,r1,\nAda,r2,\nBen,,\nCy,,\n\"Díaz, Ramón\",,\nEda,r1,peer\nFay,,\nGil,,\n"), ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := collected(t,
		file("a.csv", header+"Ada,r1,3,4\nBen,x,1,2\nBen,y,1,2\n"), file("b.csv", header+"Cy,r9,,\nFay,r1,3,4\n"),
		file("c.csv", header+"Diaz Ramon,r1,2,2\nEda,r1,2,2\nZoe,r1,1,1\n"), file("d.csv", header+"Fay,r1,3.0,4\nGil,r1,x,9\n"),
	)
	a := c.Against(roster)
	got := []string{fmt.Sprint(a.Answered)}
	for _, w := range a.Waiting {
		got = append(got, "waiting "+collect.Words(w.Form)+" "+w.Why)
	}
	for _, r := range a.Repeated {
		got = append(got, "repeated "+collect.Words(r.Form)+" "+strings.Join(r.Files, ","))
	}
	for _, s := range a.Strange {
		got = append(got, "strange "+collect.Words(s.Form)+" "+s.File+" "+s.Perhaps)
	}
	want := []string{
		"3", "waiting Ada by r2 ", "waiting Cy came back blank: b.csv", "waiting Díaz, Ramón ", "waiting Eda by r1 as peer ", "waiting Gil everything in it was rejected: d.csv",
		"repeated Ben a.csv,a.csv", "repeated Fay b.csv,d.csv",
		"strange Diaz Ramon by r1 c.csv Díaz, Ramón", "strange Eda by r1 c.csv Eda by r1 as peer", "strange Zoe by r1 c.csv ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
