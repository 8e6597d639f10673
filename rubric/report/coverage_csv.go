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
	parents := d.Parents
	if d.side == diff.TargetSide {
		parents = d.ParentsReverse
	}
	byItem := map[*rubric.Item][]diff.Match{}
	for _, m := range parents {
		if !m.Of(d.side).IsRated() {
			byItem[m.Of(d.side)] = append(byItem[m.Of(d.side)], m)
		}
	}
	for _, m := range d.matches() {
		byItem[m.Of(d.side)] = append(byItem[m.Of(d.side)], m)
	}
	var rows [][]string
	for _, c := range d.Coverage.Items {
		if c.Side == d.side {
			rows = append(rows, d.itemRows(c, byItem[c.Item])...)
		}
	}
	return rows
}

func (d direction) itemRows(c diff.Covered, candidates []diff.Match) [][]string {
	kind := "parent"
	if c.Item.IsRated() {
		kind = "indicator"
	}
	if len(candidates) == 0 {
		row := []string{string(d.side), kind, "", "", "", "", "", "", c.Word().String(), string(diff.Computed), "", ""}
		at := 2
		if d.side == diff.TargetSide {
			at = 4
		}
		row[at], row[at+1] = c.Item.Code, oneLine(c.Item)
		return [][]string{row}
	}
	var rows [][]string
	for _, m := range candidates {
		rows = append(rows, []string{
			string(d.side), kind, m.Source.Code, oneLine(m.Source), m.Target.Code, oneLine(m.Target),
			strconv.Itoa(m.Rank), m.Score.String(), m.Word.String(), string(m.Status), "", evidenceCell(m),
		})
	}
	return rows
}

// evidenceCell lists the shared words with their weights: "vision 0.1312".
func evidenceCell(m diff.Match) string {
	var parts []string
	for _, e := range m.Evidence {
		parts = append(parts, e.Source+" "+e.Weight.String())
	}
	return strings.Join(parts, "; ")
}
