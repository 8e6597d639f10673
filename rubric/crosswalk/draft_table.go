package crosswalk

import (
	"io"
	"slices"

	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/internal/table"
)

// draftColumn is a column of a draft as a table.
type draftColumn struct {
	name  string
	width int
	of    func(d Draft, l *Line) string
}

// draftColumns stand in the order in which people read them: what the two say,
// then what was found.
func draftColumns() []draftColumn {
	out := []draftColumn{
		pairColumn(keySource),
		{columnSourceSays, 50, func(_ Draft, l *Line) string { return l.SourceSays }},
		pairColumn(keyTarget),
		{columnTargetSays, 50, func(_ Draft, l *Line) string { return l.TargetSays }},
		{columnRemark, 16, func(_ Draft, l *Line) string { return l.Remark }},
	}
	for _, c := range columns[2:] {
		out = append(out, pairColumn(c.name))
	}
	return append(out,
		draftColumn{columnSourceFramework, 12, func(d Draft, _ *Line) string { return d.Source.ID }},
		draftColumn{columnSourceVersion, 9, func(d Draft, _ *Line) string { return d.Source.Version }},
		draftColumn{columnTargetFramework, 12, func(d Draft, _ *Line) string { return d.Target.ID }},
		draftColumn{columnTargetVersion, 9, func(d Draft, _ *Line) string { return d.Target.Version }},
	)
}

func pairColumn(name string) draftColumn {
	c := columnNamed(name)
	return draftColumn{name, c.width, func(_ Draft, l *Line) string {
		if name == keyRelation && !l.IsDecided() {
			return "" // to be filled in
		}
		return *c.of(&l.Pair)
	}}
}

// cells are the texts of a line.
func (d Draft) cells(l Line) []string {
	var out []string
	for _, c := range draftColumns() {
		out = append(out, c.of(d, &l))
	}
	return out
}

// writeCSV writes a draft for spreadsheets.
func writeCSV(w io.Writer, d Draft) error {
	t := table.Table{}
	for _, c := range draftColumns() {
		t.Header = append(t.Header, c.name)
	}
	for _, l := range d.Lines {
		cells := d.cells(l)
		for i, cell := range cells {
			if looksNeutral(cell) {
				cells[i] = "'" + cell
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t.CSV(w, true)
}

// writeWorkbook writes a draft for a meeting: the pairs, and what the words for
// relations mean.
func writeWorkbook(w io.Writer, d Draft) error {
	pairs := ooxml.Sheet{Name: "pairs"}
	for _, c := range draftColumns() {
		pairs.Columns = append(pairs.Columns, ooxml.Column{Name: c.name, Width: c.width})
	}
	pairs.Rows = func(yield func([]ooxml.Cell) bool) {
		for _, l := range d.Lines {
			if !yield(textCells(d.cells(l))) {
				return
			}
		}
	}
	return ooxml.WriteXLSX(w, []ooxml.Sheet{pairs, relationSheet()})
}

func relationSheet() ooxml.Sheet {
	var rows [][]ooxml.Cell
	for _, r := range Relations() {
		rows = append(rows, textCells([]string{string(r), r.About()}))
	}
	return ooxml.Sheet{
		Name:    "words for relation",
		Columns: []ooxml.Column{{Name: "write", Width: 12}, {Name: "where", Width: 90}},
		Rows:    slices.Values(rows),
	}
}

func textCells(texts []string) []ooxml.Cell {
	out := make([]ooxml.Cell, len(texts))
	for i, text := range texts {
		out[i] = ooxml.Text(text)
	}
	return out
}
