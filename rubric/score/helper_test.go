package score_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/score"
)

const gold = "../../testdata/gold"

// workedFramework is two domains of three and two indicators on four levels.
var workedFramework = filepath.Join(gold, "rules_worked_example_full_pipeline", "framework.yaml")

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func loadFramework(t *testing.T, path string) *rubric.Framework {
	t.Helper()
	return parseFramework(t, path, string(readFile(t, path)))
}

func parseFramework(t *testing.T, name, text string) *rubric.Framework {
	t.Helper()
	f, findings := load.Framework(name, []byte(text))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

func parsePolicy(t *testing.T, name, text string) *score.Policy {
	t.Helper()
	p, findings := score.ParsePolicy(name, []byte(text))
	if len(findings) > 0 {
		t.Fatal(findings.Err())
	}
	return p
}

// table reads ratings as these tests write them: comma-separated, with the
// columns ratee, group, rater, occasion, item, rating. It is no reader of what
// people send: package ratings is.
func table(t *testing.T, f *rubric.Framework, file, text string) *rubric.Book {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []rubric.Rating
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	for i, record := range records[1:] {
		cell := func(name string) string {
			if at, ok := column[name]; ok {
				return record[at]
			}
			return ""
		}
		v := rubric.Rating{
			Ratee: cell("ratee"), Group: cell("group"), Rater: cell("rater"), Occasion: cell("occasion"), Item: f.Item(cell("item")),
			At: rubric.Place{File: file, Line: i + 2, Record: i + 1},
		}
		if v.Item == nil {
			t.Fatalf("%s:%d: no item %q", file, i+2, cell("item"))
		}
		v.State, v.Value = meaning(t, v.Item.Scale, cell("rating"))
		list = append(list, v)
	}
	out := rubric.BookOf(f, list)
	out.Inputs = []rubric.Input{{File: file, Rows: len(list)}}
	_, out.HasRater = column["rater"]
	_, out.HasGroup = column["group"]
	_, out.HasOccasion = column["occasion"]
	return out
}

func meaning(t *testing.T, s *rubric.Scale, text string) (rubric.State, rubric.Decimal) {
	t.Helper()
	states := map[string]rubric.State{"": rubric.Missing, "Not observed": rubric.NotObserved, "N/A": rubric.NotApplicable}
	if state, null := states[text]; null {
		return state, rubric.Decimal{}
	}
	for _, l := range s.Levels {
		if l.Code == text || l.Label == text {
			return rubric.Rated, l.Value
		}
	}
	value, err := rubric.ParseDecimal(text)
	if err != nil || !s.Accepts(value) {
		t.Fatalf("no rating: %q", text)
	}
	return rubric.Rated, value
}

// run scores a table of ratings.
func run(t *testing.T, f *rubric.Framework, p *score.Policy, ratings string) *score.Result {
	t.Helper()
	out, err := score.Compute(f, p, table(t, f, "ratings.csv", ratings))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// find returns the row of a ratee and an item.
func find(t *testing.T, r *score.Result, ratee, item string) score.Row {
	t.Helper()
	for row := range r.Rows() {
		if row.Ratee == ratee && row.Item == item {
			return row
		}
	}
	t.Fatalf("no row for %s, %s", ratee, item)
	return score.Row{}
}

// text writes a result as one line a row, to compare and to read.
func text(r *score.Result) string { return textOf(r, func(string) bool { return true }) }

// textOf writes what a result says of some ratees.
func textOf(r *score.Result, wanted func(ratee string) bool) string {
	var b bytes.Buffer
	for row := range r.Rows() {
		if !wanted(row.Ratee) {
			continue
		}
		b.WriteString(strings.Join([]string{
			row.Ratee, row.Item, row.Tier, row.Score.String(), row.Band, counts(row), row.Coverage.String(), row.Reason,
		}, "|") + "\n")
	}
	for _, n := range r.Notes {
		if !wanted(n.Ratee) {
			continue
		}
		b.WriteString("note " + n.Ratee + " " + n.Item + ": " + n.Message + "\n")
	}
	for _, reject := range r.Rejects {
		if !wanted(reject.Ratee) {
			continue
		}
		b.WriteString("reject " + reject.At.String() + " " + reject.Code + ": " + reject.Message + "\n")
	}
	return b.String()
}

// counts are a row's four counts: rated/not applicable/not observed/missing.
func counts(row score.Row) string {
	var parts []string
	for _, n := range []int{row.Rated, row.NotApplicable, row.NotObserved, row.Missing} {
		parts = append(parts, strconv.Itoa(n))
	}
	return strings.Join(parts, "/")
}
