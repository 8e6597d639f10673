package ratings_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
)

func csv(text string) ratings.File { return ratings.File{Name: "f.csv", Data: []byte(text)} }

// A file that cannot be understood as a whole is an error that says what to do.
func TestErrors(t *testing.T) {
	f := eight(t)
	for name, c := range map[string]struct {
		text string
		o    ratings.Options
		want string
	}{
		"no header":           {"a,b\n1,2\n", ratings.Options{}, "no row of it is a header for inputs"},
		"empty":               {"", ratings.Options{}, "no row of it is a header"},
		"long without rater":  {"ratee,item,rating\nAda,1.1,3\n", ratings.Options{}, "--map rater=COLUMN"},
		"long without ratee":  {"rater,item,rating\ns,1.1,3\n", ratings.Options{}, "--map ratee=COLUMN"},
		"no ratee":            {"1.1,1.2\n3,3\n", ratings.Options{}, "--map ratee=COLUMN"},
		"two ratees":          {"ratee,leader,1.1,1.2\nAda,Ada,3,3\n", ratings.Options{}, `"ratee" and "leader" are both taken for the ratee`},
		"one item twice":      {"ratee,1.1,Indicator 1\nAda,3,3\n", ratings.Options{}, "both taken for"},
		"mapped, not there":   {"ratee,1.1,1.2\nAda,3,3\n", ratings.Options{Map: map[ratings.Role]string{ratings.Rater: "by"}}, `no column "by"`},
		"nothing taken":       {"ratee,1.1,1.2\nAda,x,y\n", ratings.Options{}, "none of its 2 cells could be taken"},
		"open date":           {"ratee,date,1.1,1.2\nAda,3/4/2026,3,3\n", ratings.Options{}, "--dates dmy"},
		"mixed dates":         {"ratee,date,1.1,1.2\nAda,13/4/2026,3,3\nAda,4/13/2026,3,3\n", ratings.Options{}, "13/4/2026 (line 2) has the day first, and 4/13/2026 (line 3) the month first"},
		"dates told wrong":    {"ratee,date,1.1,1.2\nAda,13/4/2026,3,3\n", ratings.Options{Dates: "mdy"}, "not in the order mdy"},
		"another framework":   {"ratee,framework,1.1,1.2\nAda,mnps,3,3\n", ratings.Options{}, `names the framework "mnps"`},
		"another version":     {"ratee,version,1.1,1.2\nAda,2019,3,3\n", ratings.Options{}, "--allow-version-mismatch"},
		"another fingerprint": {"ratee,fingerprint,1.1,1.2\nAda,00000000,3,3\n", ratings.Options{}, `names the fingerprint "00000000"`},
		"the wrong delimiter": {"ratee;1.1;1.2\nAda;3;3\n", ratings.Options{Delimiter: ','}, "no row of it is a header"},
	} {
		_, _, err := ratings.Read(f, []ratings.File{csv(c.text)}, c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// Every reject has its place, its reason and its cells.
func TestRejects(t *testing.T) {
	const long = "ratee,rater,item,rating\n"
	for name, c := range map[string]struct{ text, want string }{
		"unknown label":    {long + "Ada,s,1.1,Profcient\nAda,s,1.2,3\n", "2:1 rating 1.1 Profcient unknown-label 1 Proficient"},
		"out of range":     {long + "Ada,s,1.2,3\nAda,s,1.1,7\n", "3:2 rating 1.1 7 out-of-range 1 "},
		"below the range":  {long + "Ada,s,1.1,0\nAda,s,1.2,3\n", "2:1 rating 1.1 0 out-of-range 1 "},
		"off the grid":     {long + "Ada,s,1.1,\"2,75\"\nAda,s,1.2,3\n", "2:1 rating 1.1 2,75 off-grid 1 "},
		"two ratings":      {long + "Ada,s,1.1,3;4\nAda,s,1.2,3\n", "2:1 rating 1.1 3;4 multiple-values 1 "},
		"a date":           {long + "Ada,s,1.1,4-Mar\nAda,s,1.2,3\n", "2:1 rating 1.1 4-Mar looks-like-date 1 "},
		"an ISO date":      {long + "Ada,s,1.1,2026-03-04\nAda,s,1.2,3\n", "2:1 rating 1.1 2026-03-04 looks-like-date 1 "},
		"unknown item":     {long + "Ada,s,1.9,3\nAda,s,1.2,3\n", "2:1 item 1.9 1.9 unknown-item 1 1.1"},
		"no item":          {long + "Ada,s,,3\nAda,s,1.2,3\n", "2:1 item   unknown-item 1 "},
		"a parent":         {long + "Ada,s,1,3\nAda,s,1.2,3\n", "2:1 item 1 1 unknown-item 1 "},
		"no ratee":         {long + ",s,1.1,3\nAda,s,1.2,3\n", "2:1 ratee   missing-ratee 1 "},
		"a short row":      {long + "Ada,s,1.1\nAda,s,1.2,3\n", `2:1   ["Ada" "s" "1.1"] ragged-row 1 `},
		"an open quote":    {long + "Ada,s,1.2,3\nAda,s,1.1,\"3\n", "3:2    bad-quote 1 "},
		"a quote inside":   {long + "Ada,s\"x,1.1,3\nAda,s,1.2,3\n", "2:1    bad-quote 1 "},
		"code and label":   {long + "Ada,s,1.1,3 - Developing\nAda,s,1.2,3\n", "2:1 rating 1.1 3 - Developing ambiguous-level 1 "},
		"a short wide row": {"ratee,1.1,1.2,1.3\nAda,3\nBen,3,3,3\n", `2:1   ["Ada" "3"] ragged-row 3 `},
		"after a quoted line break": {"ratee,rater,item,rating,comment\nAda,s,1.2,3,\"two\nlines\"\nAda,s,1.1,x,\n",
			"4:2 rating 1.1 x unknown-label 1 "},
	} {
		r, _ := read(t, eight(t), ratings.Options{}, csv(c.text))
		if len(r.Rejects) != 1 {
			t.Errorf("%s: %+v", name, r.Rejects)
			continue
		}
		x := r.Rejects[0]
		got := fmt.Sprintf("%d:%d %s %s %s %s %d %s", x.At.Line, x.At.Record, x.Column, x.Item, x.Value, x.Code, x.Cells, x.Suggestion)
		if got != c.want || x.Message == "" || x.At.File != "f.csv" {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// On a scale whose codes are other levels' values a bare number means nothing.
func TestAmbiguousLevel(t *testing.T) {
	f, findings := load.Framework("own.yaml", []byte("rubric: v1\nid: own\ntitle: Own\nscale: own\nitems:\n"+
		"  a: {title: A, levels: {1: {value: 0, text: none}, 2: {value: 1, text: all}}}\n"+
		"  b: {title: B, levels: {1: {value: 0, text: none}, 2: {value: 1, text: all}}}\n"))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	r, _ := read(t, f, ratings.Options{}, csv("ratee,a,b\nAda,1,2\n"))
	if len(r.Rejects) != 1 || r.Rejects[0].Code != "ambiguous-level" || r.Rejects[0].Item != "a" {
		t.Errorf("%+v", r.Rejects)
	}
	if len(all(t, r)) != 1 || all(t, r)[0].Value.String() != "1" {
		t.Errorf("%+v", all(t, r))
	}
}

// A blank box of a checklist is its lowest level once the form has any entry.
func TestBlankOfAChecklist(t *testing.T) {
	f := framework(t, "../../frameworks/mastery.yaml")
	r, _ := read(t, f, ratings.Options{}, csv("ratee,RE.1,RE.2\nAda,x,\nBen,,\n"))
	if want := (rubric.Ledger{Cells: 4, Rated: 2, Missing: 2}); r.Ledger != want {
		t.Errorf("%+v", r.Ledger)
	}
	if got := all(t, r)[1]; got.State != rubric.Rated || got.Value.String() != "0" {
		t.Errorf("%+v", got)
	}
}

func TestDuplicates(t *testing.T) {
	one := ratings.File{Name: "one.csv", Data: []byte("ratee,rater,item,rating\nAda,s,1.1,3\nAda,s,1.2,2\nAda,s,1.3,4\n")}
	two := ratings.File{Name: "two.csv", Data: []byte("ratee,rater,item,rating\nAda,s,1.1,Proficient\nAda,s,1.2,4\nAda,s,1.3,\n")}
	r, report := read(t, eight(t), ratings.Options{}, one, two)
	if want := (rubric.Ledger{Cells: 6, Rated: 3, Missing: 1, Rejected: 2}); r.Ledger != want {
		t.Errorf("%+v", r.Ledger)
	}
	if len(all(t, r)) != 2 || len(r.Rejects) != 2 || len(report.Notes) != 1 {
		t.Fatalf("%d ratings, rejects %+v, notes %q", len(all(t, r)), r.Rejects, report.Notes)
	}
	for i, other := range []string{"two.csv:3", "one.csv:3"} {
		if !strings.HasSuffix(r.Rejects[i].Message, "at "+other) {
			t.Errorf("%s does not name %s", r.Rejects[i].Message, other)
		}
	}
	for i, in := range r.Inputs {
		if in.Rejects != 1 || !report.Files[i].Ledger.Balanced() {
			t.Errorf("%+v %+v", in, report.Files[i].Ledger)
		}
	}
}

func TestRolesNullsAndComments(t *testing.T) {
	o := ratings.Options{
		Map:   map[ratings.Role]string{ratings.Ratee: "Who are you rating?", ratings.Rater: "Your id"},
		Set:   map[ratings.Role]string{ratings.Group: "peer"},
		Nulls: map[string]rubric.State{"-999": rubric.Missing, "skip": rubric.NotObserved},
		Dates: "dmy",
	}
	r, report := read(t, eight(t), o, csv("Who are you rating?,Your id,Date,1.1,1.1 comment,1.2,Comments\nAda,s,3/4/2026,Skip,\"a, \"\"b\"\"\nc\",-999,all in all\nada,s,4/4/2026,2,,3,\n"))
	if all(t, r)[0].State != rubric.NotObserved || all(t, r)[1].State != rubric.Missing || all(t, r)[0].Occasion != "2026-04-03" || all(t, r)[0].Group != "peer" {
		t.Errorf("%+v", all(t, r))
	}
	want := []string{"1.1: a, \"b\"\nc (2)", ": all in all (3)"}
	var got []string
	for _, c := range r.Comments {
		got = append(got, fmt.Sprintf("%s: %s (%d)", c.Item, c.Text, c.At.Line))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(report.Notes) != 1 || !strings.Contains(report.Notes[0], `["Ada" "ada"]`) {
		t.Errorf("%q", report.Notes)
	}
	if c := report.Files[0].Columns[0]; c.Role != ratings.Ratee || c.How != "told by --map" {
		t.Errorf("%+v", c)
	}
}

// A version that disagrees is refused, or allowed on demand.
func TestVersion(t *testing.T) {
	f := framework(t, filepath.Join("../../frameworks/cambridge.yaml"))
	text := "ratee,framework,version,1.1,1.2\nAda,cambridge,2018,Often,Never\n"
	r, report := read(t, f, ratings.Options{AllowVersionMismatch: true}, csv(text))
	if notes := report.Files[0].Notes; r.Ledger.Rated != 2 || len(notes) != 1 || !strings.Contains(notes[0], `the version "2018"`) {
		t.Errorf("%+v %q", r.Ledger, notes)
	}
	read(t, f, ratings.Options{}, csv(strings.Replace(text, "2018", "2019", 1)))
}

// What a form leaves blank is filled by the options; a wide record without a
// rater is one of its own.
func TestSetFillsBlanks(t *testing.T) {
	o := ratings.Options{Set: map[ratings.Role]string{ratings.Ratee: "Ada", ratings.Group: "peer"}}
	r, _ := read(t, eight(t), o, csv("ratee,rater,1.1,1.2\n,s,3,\nBen,,2,4\n,,1,1\n"))
	var got []string
	for _, x := range all(t, r) {
		got = append(got, strings.Join([]string{x.Ratee, x.Rater, x.Group, x.Item.Code}, " "))
	}
	want := []string{
		"Ada s peer 1.1", "Ada s peer 1.2", "Ben f.csv, record 2 peer 1.1", "Ben f.csv, record 2 peer 1.2",
		"Ada f.csv, record 3 peer 1.1", "Ada f.csv, record 3 peer 1.2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A cell's own label stands for its level, for that item alone.
func TestLabelOfACell(t *testing.T) {
	f, findings := load.Framework("f.yaml", []byte("rubric: v1\nid: f\ntitle: F\nscale: yes-no\nitems:\n"+
		"  a: {title: A, levels: {1: {label: Everywhere, text: in all rooms}}}\n  b: B\n"))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	r, _ := read(t, f, ratings.Options{}, csv("ratee,a,b\nAda,everywhere,everywhere\n"))
	if len(all(t, r)) != 1 || all(t, r)[0].Item.Code != "a" || all(t, r)[0].Value.String() != "1" || len(r.Rejects) != 1 {
		t.Errorf("%+v %+v", all(t, r), r.Rejects)
	}
}

// A blank form as rendered names its framework by the short fingerprint.
func TestShortFingerprint(t *testing.T) {
	f := eight(t)
	r, _ := read(t, f, ratings.Options{}, csv("ratee,fingerprint,1.1,1.2\nAda,"+f.ShortFingerprint()+",3,3\n"))
	if r.Ledger.Rated != 2 {
		t.Errorf("%+v", r.Ledger)
	}
}
