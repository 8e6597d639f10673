package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
)

// understood inspects a file for the worked framework.
func understood(t *testing.T, text string) report.Inspected {
	t.Helper()
	x, err := ratings.Inspect(workedFramework(t), []ratings.File{{Name: "r.csv", Data: []byte(text)}}, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report.Inspected{Inspection: x, Tool: report.Tool{Name: "rubric", Version: "0"}}
}

func workedFramework(t *testing.T) *rubric.Framework {
	t.Helper()
	data, err := os.ReadFile(worked + "framework.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f, findings := load.Framework("framework.yaml", data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

func inspection(t *testing.T, format string, x report.Inspected, o report.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Find(report.InspectionFormats(), format).Write(&b, x, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever a file holds operates no terminal and makes no markup.
func TestInspectionOfHostileTexts(t *testing.T) {
	hostile := "ratee,rater,1.1,1.2,\"\x1b[31m<b>|col\",[x](http://a.b)\nAda,s,3,\x1b]0;title\a,\x1b[2J,*y*\n"
	x := understood(t, hostile)
	for _, o := range []report.Options{{Width: 100}, {Width: 100, Color: true}} {
		text := strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(inspection(t, "text", x, o))
		if at := strings.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' }); at >= 0 {
			t.Errorf("colour %t: the control character %q stands in the report", o.Color, text[at])
		}
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(inspection(t, "md", x, report.Options{})), &page); err != nil {
		t.Fatal(err)
	}
	if html := page.String(); strings.Contains(html, "<b>") || strings.Contains(html, "<a ") || strings.Contains(html, "<em>") || strings.Count(html, "<table>") != 3 {
		t.Errorf("a viewer shows\n%s", html)
	}
}

// Colour adds nothing but control sequences.
func TestInspectionInColour(t *testing.T) {
	x := understood(t, oneForm)
	plain, colored := inspection(t, "text", x, report.Options{Width: 80}), inspection(t, "text", x, report.Options{Width: 80, Color: true})
	if plain == colored || strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(colored) != plain {
		t.Errorf("%q, in colour %q", plain, colored)
	}
}

// People are shown some of very many texts and rejects, and told how many there
// are; programs get all.
func TestInspectionIsBounded(t *testing.T) {
	var text strings.Builder
	text.WriteString("ratee,rater,item,rating\nAda,s,1.1,3\n")
	for i := range 100 {
		fmt.Fprintf(&text, "P%d,s,1.1,w%d\n", i, i)
	}
	x := understood(t, text.String())
	people := inspection(t, "text", x, report.Options{Width: 100})
	for _, want := range []string{"… 61 more", "… 80 more; --format json has them all"} {
		if !strings.Contains(people, want) {
			t.Errorf("%q is not in\n%s", want, people)
		}
	}
	var got struct {
		Rejects []map[string]any
		Files   []struct {
			Cells struct{ Texts []map[string]any }
		}
	}
	if err := json.Unmarshal([]byte(inspection(t, "json", x, report.Options{})), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Rejects) != 100 || len(got.Files[0].Cells.Texts) != 101 {
		t.Errorf("%d rejects, %d texts", len(got.Rejects), len(got.Files[0].Cells.Texts))
	}
}

// The JSON has the promised names, whether a file can be read or not.
func TestInspectionJSON(t *testing.T) {
	for _, text := range []string{oneForm, "who,Q1_1\nAda,3\n", "%PDF-"} {
		var got map[string]any
		if err := json.Unmarshal([]byte(inspection(t, "json", understood(t, text), report.Options{})), &got); err != nil {
			t.Fatal(err)
		}
		file := got["files"].([]any)[0].(map[string]any)
		for want, object := range map[string]any{
			"comments files framework ledger notes rejects tool": got,
			"cells columns container dates delimiter encoding error file guess gzip header layout ledger names notes records shape sheet skipped": file,
			"blank others texts": file["cells"],
		} {
			if diff := cmp.Diff(strings.Fields(want), keys(object)); diff != "" {
				t.Errorf("%q: %s", text, diff)
			}
		}
		if (file["error"] == nil) != (file["ledger"] != nil) {
			t.Errorf("%q: error %v, ledger %v", text, file["error"], file["ledger"])
		}
	}
}

// A distribution as CSV, read by a reader that is not ours, adds up to the
// ledger.
func TestDistributionCSV(t *testing.T) {
	book, _, err := ratings.Read(workedFramework(t), []ratings.File{{Name: "r.csv", Data: []byte("ratee,rater,1.1,1.2,1.3,2.1,2.2\nAda,s,3,4,N/A,Not observed,\nBen,s,3,1,2,2,2\n")}}, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := report.Distributed{Framework: workedFramework(t), Ledger: book.Ledger, Items: ratings.Distribute(book)}
	var b bytes.Buffer
	if err := report.Find(report.DistributionFormats(), "csv").Write(&b, d, report.Options{}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+5*(4+3) {
		t.Errorf("%d rows", len(rows))
	}
	var got rubric.Ledger
	for _, row := range rows[1:] {
		var n int
		if _, err := fmt.Sscan(row[7], &n); err != nil {
			t.Fatal(err)
		}
		state, known := rubric.ParseState(row[3])
		if !known || (row[5] == "") != (state != rubric.Rated) {
			t.Errorf("%q", row)
		}
		got.Count(state, n)
	}
	if got != book.Ledger {
		t.Errorf("%+v, ledger %+v", got, book.Ledger)
	}
}

// Where items have scales of their own the table has a row for each level.
func TestDistributionTable(t *testing.T) {
	f, findings := load.Framework("f.yaml", []byte("rubric: v1\nid: f\ntitle: F\nitems:\n  a: {title: A, scale: yes-no}\n  b: {title: B, scale: four-levels}\n"))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	book, _, err := ratings.Read(f, []ratings.File{{Name: "r.csv", Data: []byte("ratee,a,b\nAda,yes,3\n")}}, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	d := report.Distributed{Framework: f, Ledger: book.Ledger, Items: ratings.Distribute(book)}
	if err := report.Find(report.DistributionFormats(), "table").Write(&b, d, report.Options{Width: 100}); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(strings.TrimSpace(b.String()), "\n"); len(lines) != 2+2+3+4+3 || !strings.HasSuffix(lines[3], "  1") {
		t.Errorf("\n%s", b.String())
	}
}
