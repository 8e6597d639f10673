package report

import (
	"fmt"
	"io"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/score"
)

// writeScoreTable writes what a person looks for first.
func writeScoreTable(w io.Writer, r ScoreReport, o Options) error {
	t := scoreTable(r.Result)
	t.Width = o.Width
	return t.Text(w)
}

// writeScoreMarkdown writes the same as a document, with what the scores are
// made of below.
func writeScoreMarkdown(w io.Writer, r ScoreReport, _ Options) error {
	return writeMarkdown(w, r, part{table: scoreTable(r.Result)})
}

// writeMarkdown writes the tables of a result as a document, with what it is
// made of below.
func writeMarkdown(w io.Writer, r ScoreReport, parts ...part) error {
	d := markdownDoc{w: w}
	d.heading("#", r.Framework.Name())
	for _, p := range parts {
		if p.about != "" {
			d.heading("##", p.about)
		}
		d.table(p.table)
	}
	made := table.Table{Header: []string{"made of", ""}}
	for _, f := range facts(r) {
		made.Rows = append(made.Rows, []string{f.what, f.is})
	}
	if d.err == nil {
		d.err = made.Markdown(w)
	}
	return d.err
}

// tableColumn is a column of the table for people.
type tableColumn struct {
	name  string
	align table.Align
	// optional leaves the column out where nothing stands in it.
	optional bool
	value    func(row score.Row, n numbers) string
}

func tableColumns() []tableColumn {
	return []tableColumn{
		{"ratee", table.Left, false, func(row score.Row, _ numbers) string { return row.Ratee }},
		{"item", table.Left, false, func(row score.Row, _ numbers) string { return row.Item }},
		{"title", table.Left, false, func(row score.Row, _ numbers) string { return row.Title }},
		{"group", table.Left, true, func(row score.Row, _ numbers) string { return row.Group }},
		{"rater", table.Left, true, func(row score.Row, _ numbers) string { return row.Rater }},
		{"occasion", table.Left, true, func(row score.Row, _ numbers) string { return row.Occasion }},
		{"score", table.Right, false, func(row score.Row, n numbers) string { return orDash(n.scores.Show(row.Score)) }},
		{"rated", table.Right, false, func(row score.Row, _ numbers) string {
			return fmt.Sprintf("%d of %d", row.Rated, row.Rated+row.NotObserved+row.Missing)
		}},
		{"coverage", table.Right, false, func(row score.Row, n numbers) string { return n.shares.Show(row.Coverage) }},
		{"band", table.Left, true, func(row score.Row, _ numbers) string { return row.Band }},
		{"reason", table.Left, true, func(row score.Row, _ numbers) string { return row.Reason }},
	}
}

func orDash(number string) string {
	if number == "" {
		return "–"
	}
	return number
}

// scoreTable lays the rows out; bands and reasons only where there are any.
func scoreTable(r *score.Result) table.Table {
	columns, n := tableColumns(), numbersOf(r)
	used := make([]bool, len(columns))
	var rows [][]string
	for row := range r.AllRows() {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = c.value(row, n)
			used[i] = used[i] || cells[i] != "" || !c.optional
		}
		rows = append(rows, cells)
	}
	t := table.Table{}
	for i, c := range columns {
		if used[i] {
			t.Header, t.Align = append(t.Header, c.name), append(t.Align, c.align)
		}
	}
	for _, cells := range rows {
		t.Rows = append(t.Rows, pick(cells, used))
	}
	return t
}

// pick returns the cells of the columns that are used.
func pick(cells []string, used []bool) []string {
	var out []string
	for i, cell := range cells {
		if used[i] {
			out = append(out, cell)
		}
	}
	return out
}
