package report

import (
	"io"
	"slices"
	"strings"

	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/internal/table"
)

// writeCoverageWorkbook writes a comparison for a meeting: where each part
// stands, what each item has, what has nothing, and how it was made.
func writeCoverageWorkbook(w io.Writer, c *diff.Comparison, _ Options) error {
	var sheets []ooxml.Sheet
	for _, side := range diff.Sides() {
		d := direction{c, side}
		sheets = append(sheets, sheetOfTable(sheetName("coverage", d), countsTable(d, "  "), 44, 10))
	}
	for _, side := range diff.Sides() {
		d := direction{c, side}
		sheets = append(sheets, sheetOfTable(sheetName("items", d), itemsTable(d), 12, 50, 14, 24, 12, 50, 40))
	}
	sheets = append(sheets, sheetOfTable("made of", madeOfTable(c), 20, 80))
	return ooxml.WriteXLSX(w, sheets)
}

// writeChangesWorkbook writes what changed between two versions.
func writeChangesWorkbook(w io.Writer, c *diff.Comparison, _ Options) error {
	return ooxml.WriteXLSX(w, []ooxml.Sheet{
		sheetOfTable("changes", changesTable(c), 12, 16, 20, 60, 60),
		sheetOfTable("old ratings", carriesTable(c), 12, 12, 14, 80),
		sheetOfTable("made of", madeOfTable(c), 20, 80),
	})
}

// longestSheetName is how long a name of a sheet may be.
const longestSheetName = 31

// sheetName names a sheet about one side: "items source".
func sheetName(what string, d direction) string {
	name := what + " " + string(d.side) + " " + d.framework().ID
	return name[:min(len(name), longestSheetName)] // an id has letters of ASCII only
}

// itemsTable has, side by side, a row for each match of each item; an item
// without any has one row.
func itemsTable(d direction) table.Table {
	t := table.Table{Header: []string{d.framework().ID, "item", "stands", "found", d.other().ID, "what fits it, or comes nearest", "remark"}}
	for _, c := range d.Coverage.Items {
		if c.Side != d.side {
			continue
		}
		start := []string{c.Item.Code, oneLine(c.Item), c.Standing().String()}
		row := d.htmlRow(c)
		if len(row.Matches) == 0 {
			t.Rows = append(t.Rows, append(start, "", "", "", row.Remark))
		}
		for _, m := range row.Matches {
			remark := strings.Join(compactWords(row.Remark, m.Remark, m.Why), "; ")
			t.Rows = append(t.Rows, append(slices.Clone(start), m.Called, m.Code, m.Text, remark))
		}
	}
	return t
}

// madeOfTable says what was compared, and how.
func madeOfTable(c *diff.Comparison) table.Table {
	t := table.Table{Header: []string{"what", "is"}}
	p := c.Provenance
	for _, f := range []struct {
		role string
		diff.Identity
	}{{"source", p.Source}, {"target", p.Target}} {
		t.Rows = append(t.Rows, []string{f.role, strings.Join(compactWords(f.ID, f.Version, f.File), ", ")},
			[]string{f.role + " SHA-256", f.SHA256}, []string{f.role + " fingerprint", f.Fingerprint})
	}
	for _, line := range methodWords(c) {
		t.Rows = append(t.Rows, []string{"method", line})
	}
	return t
}

// sheetOfTable makes a sheet of a table; the last of the widths is that of all
// further columns. Where the table has numbers, the sheet has.
func sheetOfTable(name string, t table.Table, widths ...int) ooxml.Sheet {
	sheet := ooxml.Sheet{Name: name}
	for i, header := range t.Header {
		if header == "" {
			header = " "
		}
		sheet.Columns = append(sheet.Columns, ooxml.Column{Name: header, Width: widths[min(i, len(widths)-1)]})
	}
	sheet.Rows = func(yield func([]ooxml.Cell) bool) {
		for _, row := range t.Rows {
			if !yield(cellsOf(row, t.Align)) {
				return
			}
		}
	}
	return sheet
}

func cellsOf(row []string, align []table.Align) []ooxml.Cell {
	cells := make([]ooxml.Cell, len(row))
	for i, text := range row {
		if i < len(align) && align[i] == table.Right {
			cells[i] = ooxml.Number(strings.ReplaceAll(text, ",", ""))
		} else {
			cells[i] = ooxml.Text(text)
		}
	}
	return cells
}
