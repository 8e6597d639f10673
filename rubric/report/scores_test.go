package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

const worked = "../../testdata/gold/rules_worked_example_full_pipeline/"

// scored scores ratings on the worked framework by the default policy.
func scored(t testing.TB, text string) report.Reading {
	t.Helper()
	data, err := os.ReadFile(worked + "framework.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f, findings := load.Framework("framework.yaml", data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	read, understood, err := ratings.Read(f, []ratings.File{{Name: "r.csv", Data: []byte(text)}}, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	policy := score.DefaultPolicy()
	result, err := score.Compute(f, policy, read)
	if err != nil {
		t.Fatal(err)
	}
	return report.Reading{Report: understood, Default: true, Score: report.ScoreReport{
		Framework: f, Policy: policy, Tool: report.Tool{Name: "rubric", Version: "0"}, Result: result, Comments: read.Comments,
	}}
}

func write(t *testing.T, format string, r report.ScoreReport, o report.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Find(report.ScoreFormats(), format).Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const oneForm = "ratee,rater,item,rating,comment\n=cmd,r1,1.1,3,\"Shows \"\"care\"\"\"\n=cmd,r1,1.2,N/A,\n=cmd,r1,1.3,Not observed,\n=cmd,r1,2.1,9,\n"

func TestScoreCSV(t *testing.T) {
	r := scored(t, oneForm)
	want := `ratee,item,tier,title,score,band,n_rated,n_not_applicable,n_not_observed,n_missing,coverage,reason
=cmd,1,Domain,Domain 1,3.00,,1,1,1,0,0.50,
=cmd,1.1,Indicator,Indicator 1 of domain 1,3.00,,1,0,0,0,1.00,
=cmd,1.2,Indicator,Indicator 2 of domain 1,,,0,1,0,0,,all-not-applicable
=cmd,1.3,Indicator,Indicator 3 of domain 1,,,0,0,1,0,0.00,no-rated-items
=cmd,2,Domain,Domain 2,,,0,0,0,2,0.00,no-rated-items
=cmd,2.1,Indicator,Indicator 1 of domain 2,,,0,0,0,1,0.00,no-rated-items
=cmd,2.2,Indicator,Indicator 2 of domain 2,,,0,0,0,1,0.00,no-rated-items
=cmd,overall,overall,Worked,3.00,,1,1,1,2,0.25,
`
	if diff := cmp.Diff(want, write(t, "csv", r.Score, report.Options{})); diff != "" {
		t.Error(diff)
	}
	excel := write(t, "csv", r.Score, report.Options{Excel: true})
	if !strings.HasPrefix(excel, "\ufeffratee,") || !strings.Contains(excel, "\r\n'=cmd,1,") || strings.Contains(excel, "\n=") {
		t.Errorf("for Excel: %q", excel)
	}
}

// The JSON has the promised names, what the CSV has, and exact numbers.
func TestScoreJSON(t *testing.T) {
	r := scored(t, oneForm)
	var got struct {
		Provenance map[string]json.RawMessage
		Scores     []map[string]any
		Rejects    []map[string]any
		Comments   []map[string]any
	}
	if err := json.Unmarshal([]byte(write(t, "json", r.Score, report.Options{})), &got); err != nil {
		t.Fatal(err)
	}
	for name, object := range map[string]any{
		"provenance framework policy tool inputs ledger":                           got.Provenance,
		"rejects file sheet line record column item value code message suggestion": got.Rejects[0],
		"comments ratee item rater group occasion text file sheet line":            got.Comments[0],
		"scores " + strings.Join(scoreHeader(t, r.Score), " ") + " score_exact":    got.Scores[0],
	} {
		want := strings.Fields(name)[1:]
		slices.Sort(want)
		if diff := cmp.Diff(want, keys(object)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	last := got.Scores[len(got.Scores)-1]
	if last["score"] != "3.00" || last["score_exact"] != "3" || last["band"] != nil || last["coverage"] != "0.25" {
		t.Errorf("overall: %v", last)
	}
	if c := got.Comments[0]; c["text"] != `Shows "care"` || c["line"] != 2.0 {
		t.Errorf("comment: %v", c)
	}
}

func scoreHeader(t *testing.T, r report.ScoreReport) []string {
	t.Helper()
	header, err := csv.NewReader(strings.NewReader(write(t, "csv", r, report.Options{}))).Read()
	if err != nil {
		t.Fatal(err)
	}
	return header
}

func keys(object any) []string {
	var out []string
	switch o := object.(type) {
	case map[string]json.RawMessage:
		for key := range o {
			out = append(out, key)
		}
	case map[string]any:
		for key := range o {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// The table leaves out columns in which nothing stands.
func TestScoreTable(t *testing.T) {
	r := scored(t, "ratee,rater,item,rating\nAda,r1,1.1,3\nAda,r1,1.2,4\nAda,r1,1.3,3\nAda,r1,2.1,3\nAda,r1,2.2,3\n")
	first, _, _ := strings.Cut(write(t, "table", r.Score, report.Options{Width: 100}), "\n")
	if diff := cmp.Diff("ratee item title score rated coverage", strings.Join(strings.Fields(first), " ")); diff != "" {
		t.Error(diff)
	}
	with, _, _ := strings.Cut(write(t, "table", scored(t, oneForm).Score, report.Options{Width: 100}), "\n")
	if !strings.HasSuffix(with, "reason") {
		t.Errorf("the header %q has no reason", with)
	}
}

func TestWriteReading(t *testing.T) {
	var b bytes.Buffer
	if err := report.WriteReading(&b, scored(t, oneForm)); err != nil {
		t.Fatal(err)
	}
	want := `r.csv: long, UTF-8, delimiter ",", header in line 1, 4 records
  columns: ratee, rater, item, rating, comment
r.csv: 4 cells = 1 rated + 1 not applicable + 1 not observed + 0 missing + 1 rejected
r.csv:5:rating: 9 is outside the scale, 1 to 4; out-of-range
1 comment with the ratings; --comments FILE writes them, and --format json has them
policy default, since none is given: occasion latest → rater mean → group mean (weights self 0, others 1) → items mean
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// A column that means nothing to the reader is named, not skipped in silence.
func TestReadingNamesUnknownColumns(t *testing.T) {
	var b bytes.Buffer
	if err := report.WriteReading(&b, scored(t, "ratee,rater,1.1,1.2,mood\nAda,r1,3,4,good\n")); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"  columns: ratee, rater, 1.1 … 1.2 as 2 items\n", "not recognised, and not read: \"mood\""} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s\nhas no %s", b.String(), want)
		}
	}
}

// What scoring rejects is accounted for in the file's ledger.
func TestReadingCountsLateRejects(t *testing.T) {
	var b bytes.Buffer
	r := scored(t, "ratee,rater,occasion,item,rating\nAda,r1,1,1.1,3\nAda,r1,01,1.1,4\nAda,r1,2,1.2,4\n")
	if err := report.WriteReading(&b, r); err != nil {
		t.Fatal(err)
	}
	if want := "r.csv: 3 cells = 1 rated + 0 not applicable + 0 not observed + 0 missing + 2 rejected"; !strings.Contains(b.String(), want) {
		t.Errorf("%s\nhas no line %s", b.String(), want)
	}
}

func TestWriteRejects(t *testing.T) {
	var b bytes.Buffer
	if err := report.WriteRejects(&b, scored(t, oneForm).Score.Result.Rejects, report.Options{}); err != nil {
		t.Fatal(err)
	}
	want := "file,sheet,line,record,column,item,value,code,message,suggestion\nr.csv,,5,4,rating,2.1,9,out-of-range,\"9 is outside the scale, 1 to 4\",\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}
