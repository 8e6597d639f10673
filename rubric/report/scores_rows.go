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
		parts := r.Result.Parts()
		return writeParts(w, (parts+partsTogether-1)/partsTogether, func() func(int) []byte {
			l := newPartLayout(dialect, columns)
			return func(turn int) []byte {
				from := turn * partsTogether
				return l.layOut(r.Result, from, min(from+partsTogether, parts))
			}
		})
	}
}

// partsTogether is how many parts are laid out and written at once: so many that
// waiting for a turn and writing cost little beside laying out.
const partsTogether = 8

// noScores is a result without rows.
func noScores(func(score.Row) bool) {}

// partLayout lays the rows of a part out, which are all about one item. What
// the columns about the item say is therefore laid out once.
type partLayout struct {
	line                 *table.Line
	before, item, behind []column[score.Row]
	rows, repeated       []byte // room for the parts, and for the cells about the item
	plain                plainTexts
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

// layOut is the text of some parts, good until the next ones.
func (l *partLayout) layOut(r *score.Result, from, to int) []byte {
	l.rows = l.rows[:0]
	for part := from; part < to; part++ {
		l.rows = l.appendPart(l.rows, r, part)
	}
	return l.rows
}

func (l *partLayout) appendPart(to []byte, r *score.Result, part int) []byte {
	repeated := l.repeated[:0]
	for row := range r.Part(part) {
		if len(repeated) == 0 {
			repeated = l.appendCells(repeated, l.item, row)
		}
		to = append(l.appendCells(to, l.before, row), repeated...)
		to = l.line.EndAfterComma(l.appendCells(to, l.behind, row))
	}
	l.repeated = repeated
	return to
}

// appendCells appends some cells of a row, each with a comma after it.
func (l *partLayout) appendCells(to []byte, columns []column[score.Row], row *score.Row) []byte {
	for i := range columns {
		c, from := &columns[i], len(to)
		if to = c.append(to, row); !c.kind.number && !l.plain.has(to[from:]) {
			end := len(to)
			if to = l.line.Cell(to, from); len(to) == end {
				l.plain.add(to[from:])
			}
		}
		to = l.line.Comma(to)
	}
	return to
}

// plainTexts are some texts that are cells as they are. The few words that stand
// in most rows need not be looked through each time.
type plainTexts [16]string

// of is the place of a text: those of one length share it.
func (p *plainTexts) of(text []byte) *string { return &p[len(text)%len(p)] }

func (p *plainTexts) has(text []byte) bool { return string(text) == *p.of(text) }

func (p *plainTexts) add(text []byte) {
	if kept := p.of(text); *kept == "" {
		*kept = string(text)
	}
}
