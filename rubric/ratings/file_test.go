package ratings_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// Bytes that are no text say where, and what to do.
func TestBytesThatAreNoText(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"half a workbook":  {"PK\x03\x04…", "cannot be read as a ZIP file"},
		"half a gzip":      {"\x1f\x8b\x08", "begins like a gzip file and cannot be unpacked"},
		"half a PDF":       {"%PDF-1.7\n", "this PDF has no objects: it is damaged, or cut off"},
		"an old workbook":  {"\xd0\xcf\x11\xe0\xa1", "a workbook of the old format (.xls), or one with a password"},
		"a web page":       {"<!DOCTYPE html>\n<p>", "a web page; save the answers as CSV"},
		"Windows-1252":     {"ratee,1.1,1.2\r\nRen\xe9e,3,3\r\n", "line 2, column 4: the byte 0xE9 is not UTF-8"},
		"UTF-16, no mark":  {"r\x00a\x00", "line 1, column 2: there is a NUL character"},
		"half a character": {"\xff\xfea\x00\n\x00b", "line 2, column 1: the file is UTF-16 and ends in the middle"},
		"half a pair":      {"\xfe\xff\x00a\xd8\x3d\x00b", "line 1, column 2: half a character of UTF-16"},
		"a late half":      {"\xfe\xff\x00a\xdc\x00", "line 1, column 2: half a character of UTF-16"},
	} {
		_, _, err := ratings.Read(eight(t), []ratings.File{csv(c.data)}, ratings.Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// Lines may end in any way, and a character beyond the first plane is read
// from UTF-16.
func TestLineEndsAndPlanes(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv("ratee,1.1,1.2\rAda,3,x\rBen,3,3\r"))
	if r.Ledger.Rated != 3 || len(r.Rejects) != 1 || r.Rejects[0].At.Line != 2 {
		t.Errorf("%+v", r)
	}
	r, report := read(t, eight(t), ratings.Options{}, csv("\xfe\xff"+"\x00r\x00a\x00t\x00e\x00e\x00,\x001\x00.\x001\x00,\x001\x00.\x002\x00\n\xd8\x3d\xde\x00\x00,\x003\x00,\x003"))
	if all(t, r)[0].Ratee != "😀" || report.Files[0].Encoding != "UTF-16BE" {
		t.Errorf("%+v", all(t, r))
	}
}

// Broken quotes reject the cells of every line that they swallow, and each
// cell has the line on which it begins.
func TestLinesOfQuotes(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv("ratee,note,1.1,1.2\nAda,\"a\nb\",3,x\nBen,\"open,3,3\nCy,,3,3\nDee,,4,4\n"))
	if len(r.Rejects) != 2 || r.Rejects[0].At.Line != 3 || r.Rejects[0].At.Record != 1 {
		t.Fatalf("%+v", r.Rejects)
	}
	x := r.Rejects[1]
	if x.Code != "bad-quote" || x.At.Line != 4 || x.At.Record != 2 || x.Cells != 6 || !strings.Contains(x.Message, "opened in line 4 does not close before line 6") {
		t.Errorf("%+v", x)
	}
}

// Options that mean nothing are refused before a file is read.
func TestOptions(t *testing.T) {
	type told = map[ratings.Role]string
	for want, o := range map[string]ratings.Options{
		`"Name" cannot be both ratee and rater`:     {Map: told{ratings.Ratee: "Name", ratings.Rater: "Name"}},
		`there is no role "ratees"`:                 {Map: told{"ratees": "x"}},
		`there is no role "raters"`:                 {Set: told{"raters": "x"}},
		"rating cannot be the same for a whole":     {Set: told{ratings.Value: "3"}},
		`the character '"' cannot stand between`:    {Delimiter: '"'},
		`the order of dates is dmy or mdy, not "x"`: {Dates: "x"},
		`there is no encoding "ebcdic"`:             {Encoding: "ebcdic"},
		"the column of the role group needs a name": {Map: told{ratings.Group: " "}},
	} {
		_, _, err := ratings.Read(eight(t), []ratings.File{csv("ratee,1.1,1.2\nAda,3,3\n")}, o)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// A value that is set fills the files without the column, and blank cells.
func TestSetFillsWhatIsMissing(t *testing.T) {
	o := ratings.Options{Set: map[ratings.Role]string{ratings.Group: "self", ratings.ItemRole: "1.1", ratings.Rater: "r", ratings.Occasion: "Fall"}}
	r, _ := read(t, eight(t), o, csv("ratee,rating\nAda,3\n"), csv("ratee,group,rater,item,rating\nBen,,s,1.2,4\n"))
	if a := all(t, r)[0]; a.Group != "self" || a.Item.Code != "1.1" || a.Rater != "r" || a.Occasion != "Fall" {
		t.Errorf("%+v", a)
	}
	if b := all(t, r)[1]; b.Group != "self" || b.Item.Code != "1.2" || b.Rater != "s" {
		t.Errorf("%+v", b)
	}
}

// One file that fails does not hide the next, and a file without ratings is an
// error.
func TestEveryFileThatFails(t *testing.T) {
	files := []ratings.File{{Name: "a", Data: []byte("x")}, {Name: "b", Data: []byte("ratee,1.1,1.2\n")}, {Name: "c", Data: []byte("ratee,1.1,1.2\nAda,x,y\n")}}
	_, _, err := ratings.Read(eight(t), files, ratings.Options{})
	for _, want := range []string{"a: no row of it", "b: it has a header in line 1 and no ratings", `c: none of its 2 cells`, `such as line 2, column "1.1": "x" is no level`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// Rejects stand in the order of the file, whenever they were found.
func TestOrderOfRejects(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv("ratee,rater,1.1,1.2,1.3\nAda,s,3,x,3\nAda,s,4,3,y\n"))
	var got []string
	for _, x := range r.Rejects {
		got = append(got, fmt.Sprint(x.At.Line, " ", x.Item))
	}
	if want := "2 1.1, 2 1.2, 3 1.1, 3 1.3"; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Blank cells at the end of rows, there or left out, are nothing; a row that
// names nobody and rates nothing is passed over.
func TestRowsThatAreNearlyBlank(t *testing.T) {
	r, report := read(t, eight(t), ratings.Options{}, csv("ratee,date,1.1,1.2,,\nAda,,3,3\nBen,,3,3,,,,\n,2025-10-01,,,,\n"))
	want := []string{"1 row is not read, line 4: no ratee and no rating"}
	if len(r.Rejects) > 0 || r.Ledger.Cells != 4 || !slices.Equal(report.Files[0].Notes, want) {
		t.Errorf("%+v %q", r, report.Files[0].Notes)
	}
}

// A framework made by hand, without a scale, rejects everything and breaks
// nothing.
func TestItemsWithoutAScale(t *testing.T) {
	f := &rubric.Framework{ID: "bare", Items: []*rubric.Item{{Code: "a"}, {Code: "b"}}}
	f.Index()
	r, _ := read(t, f, ratings.Options{}, csv("ratee,a,b\nAda,N/A,3\n"))
	if len(r.Rejects) != 1 || r.Rejects[0].Code != "unknown-label" || r.Ledger.NotApplicable != 1 {
		t.Errorf("%+v", r)
	}
}
