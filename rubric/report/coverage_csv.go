package report

import (
	"io"
	"strconv"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/table"
)

// candidateColumns are the columns of candidates as CSV. Their names and their
// order are a promise.
var candidateColumns = []string{
	"ranked_for", "kind", "source", "source_text", "target", "target_text", "rank", "score", "word", "status", "relation", "shared",
	"note", "by", "on",
}

// writeCoverageCSV writes the candidates of every indicator and parent of the
// source, then of the target. An item that shares no word with any other has
// one row without a candidate.
func writeCoverageCSV(w io.Writer, c *diff.Comparison, o Options) error {
	t := table.Table{Header: candidateColumns}
	for _, side := range []diff.Side{diff.SourceSide, diff.TargetSide} {
		d := direction{c, side}
		t.Rows = append(t.Rows, d.rows()...)
	}
	return t.CSV(w, o.Excel)
}

// rows has, in document order, the rows of each item of a side.
func (d direction) rows() [][]string {
	var rows [][]string
	for _, c := range d.Coverage.Items {
		if c.Side == d.side {
			rows = append(rows, d.itemRows(c)...)
		}
	}
	return rows
}

// itemRows has a row for each match of an item, and one for a gap: that which
// people confirmed, or that there is no candidate.
func (d direction) itemRows(c diff.Covered) [][]string {
	var rows [][]string
	if c.Gap != nil || len(c.Matches) == 0 {
		rows = append(rows, d.gapRow(c))
	}
	for _, m := range c.Matches {
		row := []string{string(d.side), kindOf(c.Item), m.Source.Code, oneLine(m.Source), m.Target.Code, oneLine(m.Target)}
		row = append(row, rankCells(m)...)
		row = append(row, string(m.Status), string(m.Row.Relation), evidenceCell(m))
		rows = append(rows, append(row, m.Row.Note, m.Row.By, m.Row.On))
	}
	return rows
}

func kindOf(it *rubric.Item) string {
	if it.IsRated() {
		return "indicator"
	}
	return "parent"
}

// rankCells are rank, score and word of a match; of one without a rank nothing.
func rankCells(m diff.Match) []string {
	if m.Rank == 0 {
		return []string{"", "", ""}
	}
	return []string{strconv.Itoa(m.Rank), m.Score.String(), m.Word.String()}
}

// gapRow is the row of an item for which there is nothing.
func (d direction) gapRow(c diff.Covered) []string {
	ends := []string{c.Item.Code, oneLine(c.Item), "", ""}
	if d.side == diff.TargetSide {
		ends = []string{"", "", c.Item.Code, oneLine(c.Item)}
	}
	row := append([]string{string(d.side), kindOf(c.Item)}, ends...)
	if c.Gap == nil {
		return append(row, "", "", c.Word().String(), string(diff.Computed), "", "", "", "", "")
	}
	return append(row, "", "", "", string(diff.Reviewed), string(c.Gap.Relation), "", c.Gap.Note, c.Gap.By, c.Gap.On)
}

// evidenceCell lists the shared words with their weights: "vision 0.1312".
func evidenceCell(m diff.Match) string {
	var parts []string
	for _, e := range m.Evidence {
		parts = append(parts, e.Source+" "+e.Weight.String())
	}
	return strings.Join(parts, "; ")
}
