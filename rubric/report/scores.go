package report

import (
	"fmt"
	"io"
	"math/big"
	"strconv"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/score"
)

// ScoreReport is the product of scoring: the scores, and everything that they
// stand on.
type ScoreReport struct {
	Framework *rubric.Framework
	Policy    *score.Policy
	Tool      Tool
	Result    *score.Result
	Comments  []rubric.Comment
}

// Tool is the program that made a result.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// ScoreFormats are the formats of scores.
func ScoreFormats() []Format[ScoreReport] {
	return []Format[ScoreReport]{
		{"table", "for a terminal", writeScoreTable},
		{"csv", "a row for each ratee and item, for a spreadsheet or a script", writeScoreCSV},
		{"json", "for programs: exact scores, rejects, comments, provenance", writeScoreJSON},
	}
}

// scoreColumns are the columns of scores as CSV. Their names and their order
// are a promise.
var scoreColumns = []struct {
	name  string
	value func(row score.Row, show score.Rounding) string
}{
	{"ratee", func(row score.Row, _ score.Rounding) string { return row.Ratee }},
	{"item", func(row score.Row, _ score.Rounding) string { return row.Item }},
	{"tier", func(row score.Row, _ score.Rounding) string { return row.Tier }},
	{"title", func(row score.Row, _ score.Rounding) string { return row.Title }},
	{"score", func(row score.Row, show score.Rounding) string { return shown(row.Score, show) }},
	{"band", func(row score.Row, _ score.Rounding) string { return row.Band }},
	{"n_rated", func(row score.Row, _ score.Rounding) string { return strconv.Itoa(row.Rated) }},
	{"n_not_applicable", func(row score.Row, _ score.Rounding) string { return strconv.Itoa(row.NotApplicable) }},
	{"n_not_observed", func(row score.Row, _ score.Rounding) string { return strconv.Itoa(row.NotObserved) }},
	{"n_missing", func(row score.Row, _ score.Rounding) string { return strconv.Itoa(row.Missing) }},
	{"coverage", func(row score.Row, show score.Rounding) string { return shown(row.Coverage, coverageRounding(show)) }},
	{"reason", func(row score.Row, _ score.Rounding) string { return row.Reason }},
}

// shown writes a number as the policy shows numbers; nothing is "".
func shown(x *big.Rat, show score.Rounding) string {
	if x == nil {
		return ""
	}
	return show.Show(x)
}

// coverageRounding shows a share with two places at least, so that a policy
// that shows whole scores does not make 0.6 of a form the whole of it.
func coverageRounding(show score.Rounding) score.Rounding {
	const least = 2
	return show.WithPlaces(max(least, show.Places()))
}

func writeScoreCSV(w io.Writer, r ScoreReport, o Options) error {
	t := table.Table{}
	for _, c := range scoreColumns {
		t.Header = append(t.Header, c.name)
	}
	for _, row := range r.Result.Rows {
		cells := make([]string, len(scoreColumns))
		for i, c := range scoreColumns {
			cells[i] = c.value(row, r.Result.Display)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t.CSV(w, o.Excel)
}

// writeScoreTable writes what a person looks for first; bands and reasons only
// where there are any.
func writeScoreTable(w io.Writer, r ScoreReport, o Options) error {
	bands, reasons := false, false
	for _, row := range r.Result.Rows {
		bands, reasons = bands || row.Band != "", reasons || row.Reason != ""
	}
	t := table.Table{
		Header: []string{"ratee", "item", "title", "score", "rated", "coverage"},
		Align:  []table.Align{table.Left, table.Left, table.Left, table.Right, table.Right, table.Right},
		Width:  o.Width,
	}
	optional := []struct {
		shown bool
		name  string
		value func(score.Row) string
	}{
		{bands, "band", func(row score.Row) string { return row.Band }},
		{reasons, "reason", func(row score.Row) string { return row.Reason }},
	}
	for _, c := range optional {
		if c.shown {
			t.Header = append(t.Header, c.name)
		}
	}
	for _, row := range r.Result.Rows {
		cells := scoreCells(row, r.Result.Display)
		for _, c := range optional {
			if c.shown {
				cells = append(cells, c.value(row))
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t.Text(w)
}

func scoreCells(row score.Row, show score.Rounding) []string {
	number := shown(row.Score, show)
	if number == "" {
		number = "–"
	}
	applicable := row.Rated + row.NotObserved + row.Missing
	return []string{
		row.Ratee, row.Item, row.Title, number,
		fmt.Sprintf("%d of %d", row.Rated, applicable), shown(row.Coverage, coverageRounding(show)),
	}
}
