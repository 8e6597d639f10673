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

// replayed is everything that reading gives, in a form to compare: but for why
// a column is what it is, which a mapping changes.
type replayed struct {
	Ratings  []rubric.Rating
	Rejects  []rubric.Reject
	Comments []rubric.Comment
	Ledger   rubric.Ledger
	Columns  []string
	Report   *ratings.Report
}

func replayedOf(t fataler, r *rubric.Book, report *ratings.Report) replayed {
	out := replayed{Ratings: all(t, r), Rejects: r.Rejects, Comments: r.Comments, Ledger: r.Ledger, Report: &ratings.Report{Notes: report.Notes}}
	for _, f := range report.Files {
		for _, c := range f.Columns {
			code := ""
			if c.Item != nil {
				code = c.Item.Code
			}
			out.Columns = append(out.Columns, fmt.Sprintf("%q %s %s %t", c.Name, c.Role, code, c.Part))
		}
		f.Columns = nil
		out.Report.Files = append(out.Report.Files, f)
	}
	return out
}

// byCode compares items by their codes.
var byCode = cmp.Comparer(func(a, b *rubric.Item) bool { return a == b || a != nil && b != nil && a.Code == b.Code })

// written is the mapping of files that were inspected.
func written(t fataler, f *rubric.Framework, o ratings.Options, files ...ratings.File) string {
	x, err := ratings.Inspect(f, files, o)
	if err != nil {
		t.Fatal(err)
	}
	var b, again bytes.Buffer
	if err := x.WriteMapping(&b); err != nil {
		t.Fatal(err)
	}
	if err := x.WriteMapping(&again); err != nil || b.String() != again.String() {
		t.Fatal("the same inspection writes two mappings", err)
	}
	return b.String()
}

// checkReplay holds reading by the mapping that was written against reading
// without one.
func checkReplay(t fataler, f *rubric.Framework, o ratings.Options, files ...ratings.File) {
	r, report, err := ratings.Read(f, files, o)
	if err != nil {
		t.Fatal(err)
	}
	text := written(t, f, o, files...)
	m, findings := ratings.ParseMapping("m.yaml", []byte(text))
	if findings = append(findings, m.Check(f)...); len(findings) > 0 {
		t.Fatal(findings, "\n", text)
	}
	again, reportAgain, err := ratings.Read(f, files, ratings.Options{Mapping: m})
	if err != nil {
		t.Fatal(err, "\n", text)
	}
	if diff := cmp.Diff(replayedOf(t, r, report), replayedOf(t, again, reportAgain), byCode, cmp.AllowUnexported(rubric.Decimal{})); diff != "" {
		t.Fatal("read by the mapping, the files say something else: ", diff, "\n", text)
	}
	if second := written(t, f, ratings.Options{Mapping: m}, files...); second != text {
		t.Fatal("inspected by its mapping, a file has another one: ", cmp.Diff(text, second))
	}
}

// The files of every producer, read by the mappings that were written for
// them.
func TestReplayOfEveryFile(t *testing.T) {
	f := eight(t)
	for _, folder := range []string{"same", "same/rejects"} {
		for _, name := range files(t, folder) {
			t.Run(name, func(t *testing.T) { checkReplay(t, f, sameFiles[name].o, fixture(t, folder, name)) })
		}
	}
	for _, name := range []string{"01_wide.csv", "02_long.csv", "05_wide_semicolon.csv", "07_wide_code_dash_label.csv", "90_rejects.csv"} {
		t.Run(name, func(t *testing.T) { checkReplay(t, f, ratings.Options{}, gold(t, name)) })
	}
	o := ratings.Options{Map: map[ratings.Role]string{ratings.Ratee: "QratEe", ratings.Rater: "Qrater"}, Set: map[ratings.Role]string{ratings.Group: "peer"}}
	checkReplay(t, f, o, gold(t, "12_qualtrics_style_three_headers.csv"))
}

// strange are names of columns and texts of cells as nobody wants to see them.
var strange = rapid.OneOf(
	rapid.SampledFrom([]string{
		"School", "comments", "1.3 note", "Plan", "yes", "no", "null", "~", "*x", "&y", "!z", "- a", "a: b", "a #b", "{a}", "[b]", "'", `"`, `\`, "a\nb", "\u0085", "\u2028",
		"\ufeff", "\u00a0x\u00a0", "日本", "😀", "true", "1e3", "0x1F", "@a", "`b`", "%c", "|", ">", "?", "x\ty", strings.Repeat("long ", 300),
	}),
	rapid.StringN(1, 8, -1),
)

// Any file that can be read is read in the same way by the mapping that is
// written for it, whatever stands in its header and its cells.
func TestReplay(t *testing.T) {
	f := eight(t)
	rapid.Check(t, func(rt *rapid.T) {
		forms := filled(rt, f)
		header := []string{"ratee", "rater", "1.1", "1.2. Indicator 2", "INDICATOR 3", "1.4", "2.1: Indicator 5", "2.2", "3) Indicator 7", "2.4"}
		for range rapid.IntRange(0, 4).Draw(rt, "more columns") {
			header = append(header, rapid.SampledFrom([]string{"School", "comments", "1.3 note", "Plan", "1.7"}).Draw(rt, "column"))
			if rapid.Bool().Draw(rt, "strange") {
				header[len(header)-1] = strange.Draw(rt, "name")
			}
		}
		text := ""
		for range rapid.IntRange(0, 2).Draw(rt, "titles") {
			text += line(rapid.SampledFrom([]string{"Spring", "", "x"}).Draw(rt, "title"))
		}
		text += line(header...)
		for i, form := range forms {
			for len(form) < len(header) {
				form = append(form, strange.Draw(rt, "cell"))
			}
			if rapid.Bool().Draw(rt, "a strange rating") {
				form[3] = strange.Draw(rt, "rating")
			}
			forms[i] = form
			text += line(form...)
		}
		o := ratings.Options{}
		if last := header[len(header)-1]; strings.TrimSpace(last) != "" && rapid.Bool().Draw(rt, "told") {
			o.Map = map[ratings.Role]string{ratings.Group: last}
			o.Nulls = map[string]rubric.State{forms[0][3]: rubric.NotObserved}
		}
		if _, _, err := ratings.Read(f, []ratings.File{csv(text)}, o); err != nil {
			return
		}
		checkReplay(rt, f, o, csv(text))
	})
}

// The same for a row a rating, with names and words of other scales.
func TestReplayOfLongFiles(t *testing.T) {
	f := parse(t, `
rubric: v1
id: mixed
title: Mixed
scale: four-levels
items:
  a: {title: Alpha, text: plans lessons}
  b: {title: Beta, scale: checklist}
  c: {title: Gamma, scale: {levels: {1: Proficient, 2: {label: Better, aliases: [x]}}, step: 0.5}}
`)
	names := rapid.SampledFrom([]string{"a", "A", "Alpha", "1. alpha", "plans  lessons", "beta", "c", "Gama", "d"})
	words := rapid.SampledFrom([]string{"1", "2.0", "1,5", "x", "Yes", "Proficient", "2 - better", "N/A", "n/a", "not seen", "Profcient", "-999", ""})
	rapid.Check(t, func(rt *rapid.T) {
		text := "ratee,rater,item,rating,comment\nAda,s,a,3,\n"
		for i := range rapid.IntRange(0, 12).Draw(rt, "rows") {
			text += line(fmt.Sprint("P", i), "s", names.Draw(rt, "item"), words.Draw(rt, "rating"), "")
		}
		checkReplay(rt, f, ratings.Options{}, csv(text))
	})
}
