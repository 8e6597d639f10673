package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/ratings"
)

// reread leaves out the ratings of 1.2 and takes those of 1.4 for 1.3.
const reread = "mapping: v1\nitems: {\"1.2\": ignore, \"1.3\": ignore, \"1.4\": \"1.3\"}\n"

// An item that the mapping leaves out is left out however a file names it, in
// files with a row for each rating and with one for each form; so are the
// comments on it. An old code may be that of another item by now.
func TestIgnoredItems(t *testing.T) {
	long := func(rows string) string { return "ratee,rater,item,rating,comment\n" + rows }
	for name, c := range map[string]struct{ mapping, text, note, item string }{
		"long":             {reread, long("Ada,s,1.1,3,a\nAda,s,1.2,4,b\nAda,s,1.3,1,c\nAda,s,1.4,2,d\n"), "2 rows are not read, lines 3 to 4: of items left out by the mapping", "1.3"},
		"long, unrated":    {reread, long("Ada,s,1.1,3,a\nAda,s,1.2,Bogus,b\n,,1.3,,c\nAda,s,1.4,2,d\n"), "2 rows are not read, lines 3 to 4: of items left out by the mapping", "1.3"},
		"wide":             {reread, "ratee,rater,1.1,1.1 comment,1.2,1.2 comment,1.3,1.4,comment 1.4\nAda,s,3,a,4,b,1,2,d\n", "", "1.3"},
		"a question":       {reread, "ratee,rater,1.1,1.1 comment,Rate [1.2],1.3: Keep a diary,1.4,1.4 comment\nAda,s,3,a,4,1,2,d\n", "", "1.3"},
		"text of the code": {reread, "ratee,rater,1.1,1.1 comment,1.2 Indicator 2 of domain 1,1.4,1.4 comment\nAda,s,3,a,4,2,d\n", "", "1.3"},
		"a text":           {"mapping: v1\nitems: {Keep a diary: ignore}\n", long("Ada,s,1.1,3,a\nAda,s,Keep  a diary,4,b\nAda,s,1.4,2,d\n"), "1 row is not read, line 3: of items left out by the mapping", "1.4"},
	} {
		t.Run(name, func(t *testing.T) {
			r, report := read(t, eight(t), ratings.Options{Mapping: mapping(t, c.mapping)}, csv(c.text))
			var got []string
			for x := range r.All() {
				got = append(got, x.Item.Code+" "+x.Value.String())
			}
			for _, x := range r.Comments {
				got = append(got, x.Item+" "+x.Text)
			}
			if diff := cmp.Diff([]string{"1.1 3", c.item + " 2", "1.1 a", c.item + " d"}, got); diff != "" {
				t.Error(diff)
			}
			if notes := strings.Join(report.Files[0].Notes, "\n"); notes != c.note || r.Ledger.Cells != 2 || len(r.Rejects) > 0 {
				t.Errorf("notes %q, %+v, rejects %+v", notes, r.Ledger, r.Rejects)
			}
		})
	}
}

// What a mapping says of a code holds for its other spellings.
func TestIgnoredCodesInAnyCase(t *testing.T) {
	f := framework(t, "../../testdata/foreign/direct.yaml")
	code := f.Indicators()[0].Code
	other := strings.ToUpper(code)
	if other == code {
		other = strings.ToLower(code)
	}
	if other == code {
		t.Fatalf("%q has no other spelling", code)
	}
	m := mapping(t, fmt.Sprintf("mapping: v1\nitems: {%q: ignore}\n", code))
	r, report := read(t, f, ratings.Options{Mapping: m}, csv(fmt.Sprintf("ratee,rater,item,rating\nAda,s,%q,1\n", other)))
	if r.Ledger.Cells != 0 || len(report.Files[0].Notes) != 1 {
		t.Errorf("%+v, notes %q", r.Ledger, report.Files[0].Notes)
	}
}

// An inspection shows the names that are left out, and writes them down.
func TestIgnoredItemsAreWritten(t *testing.T) {
	f, file := eight(t), csv("ratee,rater,item,rating\nAda,s,1.1,3\nAda,s,1.2,4\nAda,s,Old  one,4\n")
	o := ratings.Options{Mapping: mapping(t, "mapping: v1\nitems: {\"1.2\": ignore, Old one: ignore}\n")}
	x, err := ratings.Inspect(f, []ratings.File{file}, o)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, name := range x.Files[0].Names.Texts {
		if name.Ignored {
			left = append(left, name.Text)
		}
	}
	if diff := cmp.Diff([]string{"1.2", "Old one"}, left); diff != "" {
		t.Error(diff)
	}
	text := written(t, f, o, file)
	if !strings.Contains(text, "\nitems:\n  \"1.2\": ignore\n  Old one: ignore\n") {
		t.Error(text)
	}
	if second := written(t, f, ratings.Options{Mapping: mapping(t, text)}, file); second != text {
		t.Error(cmp.Diff(text, second))
	}
}
