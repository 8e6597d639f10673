package crosswalk

import (
	"io"

	"rubrickit/rubric/internal/table"
)

// draftColumn is a column of a draft as a table.
type draftColumn struct {
	name    string
	width   int  // in a workbook, in characters
	decides bool // people fill it in
	of      func(d Draft, l *Line) string
}

// draftColumns stand in the order in which people read them: what the two say,
// then what was found.
func draftColumns() []draftColumn {
	out := []draftColumn{
		pairColumn(keySource),
		{name: columnSourceSays, width: 50, of: func(_ Draft, l *Line) string { return l.SourceSays }},
		pairColumn(keyTarget),
		{name: columnTargetSays, width: 50, of: func(_ Draft, l *Line) string { return l.TargetSays }},
		{name: columnRemark, width: 20, of: func(_ Draft, l *Line) string { return l.Remark }},
	}
	for _, c := range columns[2:] {
		out = append(out, pairColumn(c.name))
	}
	return append(out,
		draftColumn{name: columnSourceFramework, width: 12, of: func(d Draft, _ *Line) string { return d.Source.ID }},
		draftColumn{name: columnSourceVersion, width: 9, of: func(d Draft, _ *Line) string { return d.Source.Version }},
		draftColumn{name: columnTargetFramework, width: 12, of: func(d Draft, _ *Line) string { return d.Target.ID }},
		draftColumn{name: columnTargetVersion, width: 9, of: func(d Draft, _ *Line) string { return d.Target.Version }},
	)
}

func pairColumn(name string) draftColumn {
	c := columnNamed(name)
	return draftColumn{name, c.width, c.decides, func(_ Draft, l *Line) string {
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
