package report

import (
	"io"
	"slices"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/score"
)

// writeScoreRows writes separated values. There may be millions of rows: each
// part of them is laid out on a processor of its own.
func writeScoreRows(comma rune) func(io.Writer, ScoreReport, Options) error {
	return func(w io.Writer, r ScoreReport, o Options) error {
		dialect := table.Dialect{Comma: comma, Excel: o.Excel}
		columns := rounded(scoreColumnsOf(r.Result))
		if err := writeRows(w, dialect, columns, noScores); err != nil {
			return err // of the header
		}
		return writeParts(w, r.Result.Parts(), func() func(int) []byte {
			l := newPartLayout(dialect, columns)
			return func(part int) []byte { return l.layOut(r.Result, part) }
		})
	}
}

// noScores is a result without rows.
func noScores(func(score.Row) bool) {}

// partLayout lays the rows of a part out, which are all about one item. What
// the columns about the item say is therefore laid out once.
type partLayout struct {
	line                 *table.Line
	before, item, behind []column[score.Row]
	rows, repeated       []byte // room for the part, and for the cells about the item
}

func newPartLayout(d table.Dialect, columns []column[score.Row]) *partLayout {
	from := slices.IndexFunc(columns, aboutItem)
	to := from + slices.IndexFunc(columns[from:], func(c column[score.Row]) bool { return !aboutItem(c) })
	return &partLayout{line: table.NewLine(d), before: columns[:from], item: columns[from:to], behind: columns[to:]}
}

// aboutItem reports whether a column says what item a row is about.
func aboutItem(c column[score.Row]) bool {
	return slices.Contains([]string{"item", "tier", "title"}, c.name)
}

// layOut is the text of a part, good until the next one.
func (l *partLayout) layOut(r *score.Result, part int) []byte {
	to, repeated := l.rows[:0], l.repeated[:0]
	for row := range r.Part(part) {
		if len(repeated) == 0 {
			repeated = l.appendCells(repeated, l.item, row)
		}
		to = append(l.appendCells(to, l.before, row), repeated...)
		to = l.line.EndAfterComma(l.appendCells(to, l.behind, row))
	}
	l.rows, l.repeated = to, repeated
	return to
}

// appendCells appends some cells of a row, each with a comma after it.
func (l *partLayout) appendCells(to []byte, columns []column[score.Row], row *score.Row) []byte {
	for i := range columns {
		c, from := &columns[i], len(to)
		if to = c.append(to, row); !c.kind.number {
			to = l.line.Cell(to, from)
		}
		to = l.line.Comma(to)
	}
	return to
}
