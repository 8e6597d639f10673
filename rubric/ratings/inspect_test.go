package ratings_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// inspected inspects files, or fails the test.
func inspected(t testing.TB, o ratings.Options, files ...ratings.File) *ratings.Inspection {
	t.Helper()
	x, err := ratings.Inspect(eight(t), files, o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// hinted says what the columns without a meaning could be.
func hinted(file ratings.FileInspection) string {
	var out []string
	for i, c := range file.Columns {
		if h, ok := file.Hints[i]; ok {
			code := string(h.Role)
			if h.Item != nil {
				code = h.Item.Code
			}
			out = append(out, c.Name+": "+code)
		}
	}
	return strings.Join(out, ", ")
}

// What a column could be is seen by its name and by what stands in it, and is
// never applied.
func TestHints(t *testing.T) {
	for text, want := range map[string]string{
		"who,Q1_1,q_01_02,Q1_9\nAda,3,N/A,2\nBen,2,4,2\n":          "Q1_1: 1.1, q_01_02: 1.2, Q1_9: ",
		"who,Q1_1,Q1_2\nAda,3,nice\nBen,2,fine\n":                  "Q1_1: 1.1, Q1_2: 1.2",
		"who,Year 1.1\nAda,2025\nBen,2026\n":                       "",
		"Qrater,indicator x,mark it\nAda,1.1,3\nBen,1.2,2\n":       "Qrater: rater, indicator x: item, mark it: rating",
		"Obsever,Indicatr 2,Comentt\nAda,3,good\n":                 "Obsever: rater, Indicatr 2: 1.2, Comentt: comment",
		"ratee,1.1,1.2,School,Grade\nAda,3,3,North,3\n":            "Grade: ",
		"who,Q1,Q2\nAda,3,3\n":                                     "Q1: , Q2: ",
		"ratee,rater,item,rating,Datum\nAda,s,1.1,3,2026-01-01\n":  "",
		"ratee,1.1,1.2,1 - 1\nAda,3,3,Proficient\nBen,2,2,Expert?": "",
	} {
		x := inspected(t, ratings.Options{}, csv(text))
		if got := hinted(x.Files[0]); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		for i := range x.Files[0].Hints {
			if c := x.Files[0].Columns[i]; c.Role != "" || c.Item != nil {
				t.Errorf("%q: the hint on %q was applied: %+v", text, c.Name, c)
			}
		}
	}
}

// Of a file without a header the row that is most like one is shown, under the
// delimiter that makes it so.
func TestGuesses(t *testing.T) {
	for text, want := range map[string]string{
		"District survey;;\nWho;Rater;Q1_1\nAda;s;3\n": `true ";" line 2: Who, Rater, Q1_1`,
		"a,b\n1,2\n":                  `true "," line 1: a, b`,
		"1.1,1.2\nratee,x\n":          `false "," line 1: 1.1, 1.2`, // it has a header, and nobody who is rated
		"":                            `true "" line 0: `,
		"ratee\tx\nAda\t1\n":          `true "\t" line 1: ratee, x`,
		"%PDF-1.7\na,b\n":             `true "" line 0: `,
		"sep=^\nwho^Q1\nx^3":          `true "^" line 2: who, Q1`,
		`[{"who": "Ada", "Q1_1": 3}]`: `true "" line 1: who, Q1_1`,
	} {
		x := inspected(t, ratings.Options{}, csv(text))
		file := x.Files[0]
		var names []string
		for _, c := range file.Columns {
			names = append(names, c.Name)
		}
		if got := fmt.Sprintf("%t %q line %d: %s", file.Guess, file.Delimiter, file.Header, strings.Join(names, ", ")); got != want || file.Err == nil || x.Ratings != nil {
			t.Errorf("%q:\n got %s\nwant %s; error %v", text, got, want, file.Err)
		}
	}
}

// A file that cannot be read leaves the others as they are.
func TestOneFileOfTwo(t *testing.T) {
	x := inspected(t, ratings.Options{}, csv("a,b\n1,2\n"), gold(t, "01_wide.csv"))
	alone := inspected(t, ratings.Options{}, gold(t, "01_wide.csv"))
	if x.Files[0].Err == nil || x.Files[1].Err != nil {
		t.Errorf("%v, %v", x.Files[0].Err, x.Files[1].Err)
	}
	if x.Ratings.Ledger != alone.Ratings.Ledger || x.Files[1].Ledger != alone.Ratings.Ledger {
		t.Errorf("%+v, alone %+v", x.Files[1].Ledger, alone.Ratings.Ledger)
	}
	if _, err := ratings.Inspect(eight(t), nil, ratings.Options{Dates: "ydm"}); err == nil {
		t.Error("options that mean nothing are taken")
	}
}

// The texts of cells, with what they mean and how often they stand there.
func TestTallies(t *testing.T) {
	x := inspected(t, ratings.Options{}, csv(longHeader+"Ada,s,1.1,3\nAda,s,1.2, 3 - PROFICIENT\nAda,s,indicator 1,3\nBen,s,1.2,Profcient\nBen,s,1.3,\nBen,s,1.9,3\nBen,s,1.4,n/a\nCy,s,1.4,N/A\n"))
	var cells, names []string
	for _, c := range x.Files[0].Cells.Texts {
		level := "–"
		if c.Level != nil {
			level = c.Level.Code
		}
		cells = append(cells, fmt.Sprintf("%s %d %s %s %s line %d %s", c.Text, c.Count, c.State, level, c.Code, c.First.Line, c.Suggestion))
	}
	for _, n := range x.Files[0].Names.Texts {
		code := "–"
		if n.Item != nil {
			code = n.Item.Code
		}
		names = append(names, fmt.Sprintf("%s %d %s %s %s", n.Text, n.Count, code, n.Code, n.Suggestion))
	}
	wantCells := []string{
		"3 2 rated 3  line 2 ", "3 - PROFICIENT 1 rated 3  line 3 ", "n/a 2 not_applicable –  line 8 ", "Profcient 1 rated – unknown-label line 5 Proficient",
	}
	wantNames := []string{"1.1 1 1.1  ", "indicator 1 1 1.1  ", "1.2 2 1.2  ", "1.3 1 1.3  ", "1.4 2 1.4  ", "1.9 1 – unknown-item 1.1"}
	if diff := cmp.Diff(wantCells, cells) + cmp.Diff(wantNames, names); diff != "" || x.Files[0].Cells.Blank != 1 {
		t.Errorf("%s%d blank", diff, x.Files[0].Cells.Blank)
	}
}

// A file of very many different texts lists some of them, and counts the rest.
func TestTallyIsBounded(t *testing.T) {
	var text strings.Builder
	text.WriteString(longHeader + "Ada,s,1.1,3\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "P%d,s,1.1,w%d\n", i, i)
	}
	tally := inspected(t, ratings.Options{}, csv(text.String())).Files[0].Cells
	if len(tally.Texts) != 1000 || tally.Others != 4001 {
		t.Errorf("%d texts, %d others", len(tally.Texts), tally.Others)
	}
}

// The tallies count what the ledger counts.
func TestTalliesAgreeWithTheLedger(t *testing.T) {
	f := eight(t)
	rapid.Check(t, func(rt *rapid.T) {
		file := csv(wideFile(f, filled(rt, f)))
		x, err := ratings.Inspect(f, []ratings.File{file}, ratings.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		var got rubric.Ledger
		for _, c := range x.Files[0].Cells.Texts {
			if c.Code != "" {
				got.Reject(c.Count)
			} else {
				got.Count(c.State, c.Count)
			}
		}
		got.Count(rubric.Missing, x.Files[0].Cells.Blank)
		if got != x.Files[0].Ledger {
			rt.Fatalf("texts %+v, ledger %+v", got, x.Files[0].Ledger)
		}
	})
}

// A key that an object lacks is no cell, and no blank one.
func TestAbsentCellsAreNotTallied(t *testing.T) {
	file := ratings.File{Name: "f.json", Data: []byte(`[{"ratee": "Ada", "1.1": 3, "1.2": 4}, {"ratee": "Ben", "1.1": null}]`)}
	x := inspected(t, ratings.Options{}, file)
	if tally := x.Files[0].Cells; len(tally.Texts) != 2 || tally.Blank != 1 || x.Files[0].Ledger.Cells != 3 {
		t.Errorf("%+v, ledger %+v", tally, x.Files[0].Ledger)
	}
}

// Files of several layouts share no mapping, and it is said why.
func TestFilesThatShareNoMapping(t *testing.T) {
	const head, row = "ratee,1.1,1.2", "\nAda,3,3\n"
	for name, c := range map[string]struct{ a, b, want string }{
		"alike":       {head + row, head + ",\nBen,2,2,\n", ""},
		"order":       {head + row, "1.2,ratee,1.1\n3,Ben,3\n", ""},
		"a delimiter": {head + row, "ratee;1.1;1.2\nAda;3;3\n", `between cells stand "," and ";"`},
		"an encoding": {head + row, "\xFE\xFF" + utf16(head+row), `the encodings are "utf-8" and "utf-16be"`},
		"a mark":      {head + row, "\ufeff" + head + row, ""},
		"a title":     {head + row, "Spring\n" + head + row, `the headers stand in the lines "[1]" and "[2]"`},
		"a column":    {head + row, head + ",1.3\nAda,3,3,3\n", `the column "1.3" stands, with its meaning, in b.csv alone`},
		"dates":       {"ratee,date,1.1,1.2\nAda,13/4/2026,3,3\n", "ratee,date,1.1,1.2\nAda,4/13/2026,3,3\n", "the dates are dmy and mdy"},
		"unread":      {head + row, "x,y\n1,2\n", "b.csv cannot be read: inspect it alone"},
		"a PDF":       {head + row, "%PDF-1.7\n", "b.csv has no row with columns"},
	} {
		x := inspected(t, ratings.Options{}, ratings.File{Name: "a.csv", Data: []byte(c.a)}, ratings.File{Name: "b.csv", Data: []byte(c.b)})
		err := x.WriteMapping(&bytes.Buffer{})
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func utf16(text string) string {
	var out strings.Builder
	for i := range len(text) {
		out.WriteString("\x00" + text[i:i+1])
	}
	return out.String()
}

// The counts of a distribution are those of the ratings, levels that nobody
// gave included, in the order of the scale.
func TestDistribution(t *testing.T) {
	f := parse(t, `
rubric: v1
id: mixed
title: Mixed
items:
  a: {title: A, scale: {levels: {1: Low, 2: Mid, 3: High}, step: 0.5}}
  b: {title: B, scale: checklist}
`)
	r, _ := read(t, f, ratings.Options{}, csv("ratee,a,b\nAda,2.5,x\nBen,3,\nCy,N/A,not seen\nDi,,\nEd,2.50,missing\n"))
	var got []string
	for _, d := range ratings.Distribute(r) {
		for _, c := range d.Counts {
			level := "–"
			if c.Level != nil {
				level = c.Level.Code
			}
			got = append(got, fmt.Sprintf("%s %s %s %s %d", d.Item.Code, c.State, level, c.Value, c.N))
		}
	}
	want := []string{
		"a rated 1 1 0", "a rated 2 2 0", "a rated – 2.5 2", "a rated 3 3 1", "a not_applicable – 0 1", "a not_observed – 0 0", "a missing – 0 1",
		"b rated 0 0 1", "b rated 1 1 1", "b not_applicable – 0 0", "b not_observed – 0 1", "b missing – 0 2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A distribution counts every rating of a book once.
func TestDistributionCountsRatings(t *testing.T) {
	f := eight(t)
	rapid.Check(t, func(rt *rapid.T) {
		r, _, err := ratings.Read(f, []ratings.File{csv(wideFile(f, filled(rt, f)))}, ratings.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		want, got := map[string]int{}, map[string]int{}
		for x := range r.All() {
			want[fmt.Sprint(x.Item.Code, x.State, x.Value.Rat())]++
		}
		for _, d := range ratings.Distribute(r) {
			for _, c := range d.Counts {
				if c.N > 0 {
					got[fmt.Sprint(d.Item.Code, c.State, c.Value.Rat())] += c.N
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatal(diff)
		}
	})
}
