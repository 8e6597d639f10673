package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

// read reads a file of ratings on the worked framework.
func read(t *testing.T, text string) (*rubric.Framework, *rubric.Book) {
	t.Helper()
	data, err := os.ReadFile(worked + "framework.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f, findings := load.Framework("framework.yaml", data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	book, _, err := ratings.Read(f, []ratings.File{{Name: "r.csv", Data: []byte(text)}}, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f, book
}

// apart scores ratings with the values before the stage over raters beside.
func apart(t *testing.T, text string) report.ScoreReport {
	t.Helper()
	f, book := read(t, text)
	policy := score.DefaultPolicy()
	result, err := score.ComputeWith(f, policy, book, score.Options{At: "rater"})
	if err != nil {
		t.Fatal(err)
	}
	return report.ScoreReport{Framework: f, Policy: policy, Result: result}
}

const twoRaters = "ratee,rater,item,rating\nAda,r1,1.1,3\nAda,r2,1.1,4\nAda,r1,1.2,NO\nAda,r3,1.1,N/A\nAda,r3,1.2,4\n"

// What stands apart is told by its words, in every format.
func TestApartRows(t *testing.T) {
	r := apart(t, twoRaters)
	if got, want := write(t, "csv", r, report.Options{}), "Ada,1.1,Indicator,Indicator 1 of domain 1,4.00,,1,0,0,0,1.00,,,r2,\n"; !strings.Contains(got, want) {
		t.Errorf("%s\nhas no line %s", got, want)
	}
	lines := strings.Split(strings.TrimSpace(write(t, "ndjson", r, report.Options{})), "\n")
	raters := map[any]int{}
	for _, line := range lines {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		raters[row["rater"]]++
	}
	for _, rater := range []string{"", "r1", "r2", "r3"} {
		if raters[rater] != 8 { // the nodes of the framework
			t.Errorf("%d rows of the rater %q", raters[rater], rater)
		}
	}
}

// An explanation says of each value what became of it.
func TestScoreExplanation(t *testing.T) {
	f, book := read(t, twoRaters)
	for item, want := range map[string][]string{
		"1.1": {"Ada, 1.1 Indicator 1 of domain 1: 3.50\n", "1.1 = 3.5  by rater mean\n", "├─ r1: 3  r.csv:2\n", "├─ r2: 4  r.csv:3\n", "└─ r3: not applicable  r.csv:5\n"},
		"1":   {"├─ 1.1 Indicator 1 of domain 1: 3.5\n", "└─ 1.3 Indicator 3 of domain 1: missing\n", "--item CODE shows"},
	} {
		e, err := score.Explain(f, score.DefaultPolicy(), book, "Ada", item)
		if err != nil {
			t.Fatal(err)
		}
		text := explained(t, "text", *e)
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s\nhas no %q", text, part)
			}
		}
		var tree struct {
			Score  string
			Origin struct {
				Item  string
				Parts []map[string]any
			}
		}
		if err := json.Unmarshal([]byte(explained(t, "json", *e)), &tree); err != nil {
			t.Fatal(err)
		}
		if tree.Origin.Item != item || len(tree.Origin.Parts) != 3 || tree.Score == "" {
			t.Errorf("%s: %+v", item, tree)
		}
	}
}

func explained(t *testing.T, format string, e score.Explanation) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Find(report.ScoreExplanationFormats(), format).Write(&b, e, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
