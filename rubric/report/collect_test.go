package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/collect"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
)

// awkward is a framework whose scales have levels, codes and words that are easily
// taken for each other.
const awkward = `rubric: v1
id: awkward
title: Easily confused
source: {title: constructed, rights: none}
tiers: [Part, Item]
items:
  a:
    title: Part A
    items:
      a.1: {text: On codes that are other levels' values, scale: {levels: {1: {label: Low, value: 10}, 10: {label: High, value: 20}}}}
      a.2: {text: On half points, scale: {levels: {1: Low, 2: Middle, 3: High}, step: 0.5, nulls: {not_applicable: "-"}}}
      a.3: {text: On signs, scale: {levels: {minus: {label: "-1", value: -1}, zero: {label: "0", value: 0}, plus: {label: "+1", value: 1}}}}
  b:
    title: Part B
    items:
      b.1: {text: A box, scale: checklist}
      b.2: {text: Another box, scale: checklist}
`

func collectable(t testing.TB) []*rubric.Framework {
	t.Helper()
	f, findings := load.Framework("awkward.yaml", []byte(awkward))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	out := []*rubric.Framework{f}
	for _, id := range []string{"mastery", "cambridge", "teacher-leadership"} {
		data, err := frameworks.Read(id)
		if err != nil {
			t.Fatal(err)
		}
		f, findings := load.Framework(id, data)
		if err := findings.Err(); err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

// returned draws the rows of a long file: whom, who, as what, when, item, rating,
// comment.
func returned(t *rapid.T, f *rubric.Framework) [][]string {
	var items, cells []string
	for it := range f.All() {
		items = append(items, it.Code)
	}
	for _, it := range f.Indicators() {
		for _, l := range it.Scale.Levels {
			cells = append(cells, l.Code, l.Name())
		}
		for _, null := range it.Scale.Nulls {
			cells = append(cells, null.Words...)
		}
	}
	cells = append(cells, "", "", "N/A", "not seen", "missing", "2.5", "bogus", "1.0")
	from := func(name string, words ...string) string { return rapid.SampledFrom(words).Draw(t, name) }
	rows := make([][]string, rapid.IntRange(1, 12).Draw(t, "rows"))
	for i := range rows {
		rows[i] = []string{
			from("ratee", "Ada", "Ben, Dr.", "=Cy", "'-Dee", " Eda "), from("rater", "r1", "@r2", "r\"3"), from("group", "", "peer"),
			from("occasion", "", "2026-03-01"), from("item", append(items, "", "no.such")...), from("cell", cells...),
			from("comment", "", "", "plain", "=1+1", "'=1", "'quoted'", "two\nlines", "-1", "- a", "a\tb", "Größe 👍", "''+", "comment, with; \"all\""),
		}
	}
	return rows
}

var returnedHeader = []string{"ratee", "rater", "group", "occasion", "item", "rating", "comment"}

// asFile writes rows in a container.
func asFile(t *rapid.T, name string, rows [][]string) ratings.File {
	var out bytes.Buffer
	switch rapid.SampledFrom([]string{"csv", "json", "ndjson"}).Draw(t, "container") {
	case "csv":
		if err := (table.Table{Header: returnedHeader, Rows: rows}).CSV(&out, false); err != nil {
			t.Fatal(err)
		}
	case "json":
		out.WriteString("[" + strings.Join(objects(rows), ",\n") + "]")
	default:
		out.WriteString(strings.Join(objects(rows), "\n") + "\n")
	}
	return ratings.File{Name: name, Data: out.Bytes()}
}

// objects are rows as objects; what they leave blank some of them do not have.
func objects(rows [][]string) []string {
	var out []string
	for i, row := range rows {
		object := map[string]string{}
		for column, name := range returnedHeader {
			if row[column] != "" || (i+column)%2 == 0 || column < 2 {
				object[name] = row[column]
			}
		}
		line, _ := json.Marshal(object) // texts always can be
		out = append(out, string(line))
	}
	return out
}

// everything is all that a book says, sorted: what stands in each cell, and the
// comments, each once.
func everything(b *rubric.Book) []string {
	var out []string
	for _, of := range b.Ratees() {
		for _, s := range b.Sheets(of, nil) {
			for column, it := range b.Items() {
				if m := s.Mark(column); m != rubric.MarkAbsent {
					says := b.Meaning(column, m)
					out = append(out, fmt.Sprintf("%q %q %q %q %s: %s %s blank=%t", of.Name, s.Rater, s.Group, s.Occasion, it.Code, says.State, says.Value.Rat().RatString(), m == rubric.MarkBlank))
				}
			}
		}
	}
	for _, c := range b.Comments {
		out = append(out, fmt.Sprintf("%q %q %q %q %s says %q", c.Ratee, c.Rater, c.Group, c.Occasion, c.Item, c.Text))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Whatever files come together: read back in any format, the file that is made of
// them says what they say, without a reject.
func TestCollectedFilesReadTheSame(t *testing.T) {
	fs := collectable(t)
	formats := report.CollectFormats()
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(fs).Draw(t, "framework")
		var files []ratings.File
		for i := range rapid.IntRange(1, 4).Draw(t, "files") {
			files = append(files, asFile(t, fmt.Sprintf("f%d", i), returned(t, f)))
		}
		c, err := collect.Files(f, files, ratings.Options{})
		if err != nil {
			t.Skip(err)
		}
		if !c.Book.Ledger.Balanced() {
			t.Fatalf("the ledger %+v does not balance", c.Book.Ledger)
		}
		if len(c.Rows) == 0 {
			return
		}
		format := rapid.SampledFrom(formats).Draw(t, "format")
		excel := rapid.Bool().Draw(t, "excel")
		var out, again bytes.Buffer
		for _, to := range []*bytes.Buffer{&out, &again} {
			if err := format.Write(to, c, report.Options{Excel: excel}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Fatal("the same collection, and other bytes")
		}
		checkReadsBack(t, f, c, out.Bytes())
	})
}

// checkReadsBack reads a file that was written for a collection.
func checkReadsBack(t *rapid.T, f *rubric.Framework, c *collect.Collection, data []byte) {
	read, _, err := ratings.Read(f, []ratings.File{{Name: "collected", Data: data}}, ratings.Options{})
	want := everything(c.Book)
	if err != nil {
		// A file of comments alone holds no ratings.
		if slices.ContainsFunc(want, func(s string) bool { return strings.Contains(s, "blank=") }) {
			t.Fatalf("%v\n%s", err, data)
		}
		return
	}
	if diff := cmp.Diff(want, everything(read)); diff != "" || len(read.Rejects) > 0 {
		t.Fatalf("%s\nrejects %+v\n%s", diff, read.Rejects, data)
	}
}
