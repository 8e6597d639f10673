package adopt

import (
	"bytes"
	"fmt"

	"rubrickit/rubric/internal/ooxml"
)

// readWorkbook reads the visible sheets of a workbook. What is stored counts, not
// what is shown.
func readWorkbook(_ string, data []byte, n *notes) (*document, error) {
	book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w; save it again as .xlsx", err)
	}
	doc := &document{}
	for _, sheet := range book.Sheets() {
		if sheet.Hidden {
			n.add(place{}, "the sheet %q is hidden and was left out", sheet.Name)
			continue
		}
		g, err := readSheet(book, sheet, n)
		if err != nil {
			return nil, fmt.Errorf("sheet %q: %w", sheet.Name, err)
		}
		if len(g.rows) > 0 {
			doc.grids = append(doc.grids, g)
		}
	}
	if len(doc.grids) == 1 {
		doc.grids[0].forgetName()
	}
	return doc, nil
}

// readSheet reads a sheet, whose merged cells show their text wherever they are.
func readSheet(book *ooxml.Reader, sheet ooxml.SheetInfo, n *notes) (*grid, error) {
	rows, err := sheetRows(book, sheet, n)
	if err != nil {
		return nil, err
	}
	merged, err := book.Merged(sheet)
	if err != nil {
		return nil, err
	}
	for _, a := range merged {
		showMerged(a, rows)
	}
	return newGrid(sheet.Name, "sheet", rows)
}

// forgetName leaves the name of a sheet out of all places: there is one alone.
func (g *grid) forgetName() {
	for i := range g.rows {
		g.rows[i].at.in = ""
		for j := range g.rows[i].cells {
			g.rows[i].cells[j].at.in = ""
		}
	}
}

// sheetRows are the rows of a sheet by their numbers, empty ones among them.
func sheetRows(book *ooxml.Reader, sheet ooxml.SheetInfo, n *notes) ([]row, error) {
	var rows []row
	cells := 0
	err := book.Rows(sheet, func(r ooxml.Record) error {
		width := 1 + r.Fields[len(r.Fields)-1].Column
		if cells += width; cells > mostCells || r.Number > 10*mostRows {
			return fmt.Errorf("row %d: the sheet goes on; at most %d cells in %d rows are read: is it a framework?", r.Number, mostCells, mostRows)
		}
		at := place{in: fmt.Sprintf("sheet %q", sheet.Name), what: "row"}
		for len(rows) < r.Number {
			at.number = len(rows) + 1
			rows = append(rows, row{at: at})
		}
		texts := make([]string, width)
		for _, f := range r.Fields {
			if f.Uncomputed {
				at.number, at.column = r.Number, f.Column+1
				n.add(at, "a formula without its value was left out: open the workbook in a spreadsheet program and save it")
				at.column = 0
				continue
			}
			texts[f.Column] = f.Text
		}
		rows[r.Number-1] = plainRow(texts, at)
		return nil
	})
	return rows, err
}

// showMerged gives what a merged cell shows to the cells that it covers.
func showMerged(a ooxml.Area, rows []row) {
	if a.Top < 1 || a.Top > len(rows) || a.Left >= len(rows[a.Top-1].cells) {
		return
	}
	first := &rows[a.Top-1].cells[a.Left]
	first.across = 1 + a.Right - a.Left
	shown := first.text
	for y := a.Top; y <= min(a.Bottom, len(rows)); y++ {
		cells := rows[y-1].cells
		for len(cells) <= a.Right && len(cells) < mostColumns {
			cells = append(cells, cell{})
		}
		for x := a.Left; x <= a.Right && x < len(cells); x++ {
			if cells[x].text == "" {
				cells[x].over = shown
			}
		}
		rows[y-1].cells = cells
	}
}
