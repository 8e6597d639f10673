package adopt

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"rubrickit/rubric/internal/ooxml"
)

// readWorkbook reads the visible sheets of a workbook. What is stored counts, not
// what is shown.
func readWorkbook(_ string, data []byte, n *notes) (*document, error) {
	book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w; save it again as .xlsx", err)
	}
	p, err := openParts(data)
	if err != nil {
		return nil, err
	}
	merged, err := p.mergedCells()
	if err != nil {
		return nil, err
	}
	doc := &document{}
	for _, sheet := range book.Sheets() {
		if sheet.Hidden {
			n.add(place{}, "the sheet %q is hidden and was left out", sheet.Name)
			continue
		}
		g, err := readSheet(book, sheet, merged[sheet.Name], n)
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
func readSheet(book *ooxml.Reader, sheet ooxml.SheetInfo, merged []area, n *notes) (*grid, error) {
	rows, err := sheetRows(book, sheet, n)
	if err != nil {
		return nil, err
	}
	for _, a := range merged {
		a.spread(rows)
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

// area is a merged cell: columns from 0, rows from 1, both ends included.
type area struct{ left, top, right, bottom int }

// spread gives what a merged cell shows to the cells that it covers.
func (a area) spread(rows []row) {
	if a.top < 1 || a.top > len(rows) || a.left >= len(rows[a.top-1].cells) {
		return
	}
	first := &rows[a.top-1].cells[a.left]
	first.across = 1 + a.right - a.left
	shown := first.text
	for y := a.top; y <= min(a.bottom, len(rows)); y++ {
		cells := rows[y-1].cells
		for len(cells) <= a.right && len(cells) < mostColumns {
			cells = append(cells, cell{})
		}
		for x := a.left; x <= a.right && x < len(cells); x++ {
			if cells[x].text == "" {
				cells[x].over = shown
			}
		}
		rows[y-1].cells = cells
	}
}

// mergedCells are the merged cells of all sheets, by the sheets' names.
func (p *parts) mergedCells() (map[string][]area, error) {
	main, links, err := p.main()
	if err != nil {
		return nil, err
	}
	names := &sheetNames{}
	if err := p.visit(main, names); err != nil {
		return nil, err
	}
	out := map[string][]area{}
	for _, s := range names.sheets {
		m := &mergeReader{}
		if err := p.visit(links[s.id], m); err != nil {
			return nil, err
		}
		out[s.name] = m.areas
	}
	return out, nil
}

type sheetNames struct{ sheets []struct{ name, id string } }

func (s *sheetNames) open(e xml.StartElement) {
	if e.Name.Local == "sheet" {
		s.sheets = append(s.sheets, struct{ name, id string }{attr(e, "name"), attr(e, "id")})
	}
}
func (*sheetNames) text(string)  {}
func (*sheetNames) close(string) {}

// mergeReader reads the merged cells of a sheet.
type mergeReader struct{ areas []area }

// mostMerged bounds the merged cells of a sheet.
const mostMerged = 10_000

func (m *mergeReader) open(e xml.StartElement) {
	if e.Name.Local != "mergeCell" || len(m.areas) == mostMerged {
		return
	}
	from, to, _ := strings.Cut(attr(e, "ref"), ":")
	var a area
	var ok, fine bool
	a.left, a.top, ok = cellAt(from)
	a.right, a.bottom, fine = cellAt(to)
	if ok && fine && a.left <= a.right && a.top <= a.bottom {
		m.areas = append(m.areas, a)
	}
}
func (*mergeReader) text(string)  {}
func (*mergeReader) close(string) {}

// cellAt reads a reference such as AB12.
func cellAt(reference string) (column, row int, ok bool) {
	digits := strings.TrimLeft(reference, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	name := strings.TrimSuffix(reference, digits)
	if len(name) < 1 || len(name) > 3 {
		return 0, 0, false
	}
	for _, c := range name {
		column = column*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(digits)
	return column - 1, row, err == nil && row > 0
}
