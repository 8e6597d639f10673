package ratings

import (
	"bytes"
	"fmt"
	"strings"

	forms "rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// workbookTables reads the sheets of a workbook that are forms, or have a header
// for the framework. The others are reported; hidden ones are not read, since
// nobody sees what stands in them.
func workbookTables(r *fileReader, src source) ([]*table, error) {
	book, err := ooxml.NewReader(bytes.NewReader(src.data), int64(len(src.data)))
	if err != nil {
		return nil, fmt.Errorf("%w; save the sheet again as .xlsx or as CSV", err)
	}
	var tables []*table
	var others []grid
	var filled []*officeForm
	room := newRoom()
	for _, sheet := range book.Sheets() {
		if sheet.Hidden {
			r.noteHidden(sheet.Name)
			continue
		}
		g, err := readSheet(book, sheet, room)
		if err != nil {
			return nil, fmt.Errorf("sheet %q: %w", sheet.Name, err)
		}
		if isFormSheet(g) {
			filled = appendForm(filled, g)
		} else if t := r.tableIn(g); t != nil {
			tables = append(tables, t)
		} else if len(g.records) > 0 {
			g.records = g.records[:min(len(g.records), headerWithin)]
			others = append(others, g)
		}
	}
	return r.tablesOrForms(tables, filled, others)
}

// tablesOrForms are the tables of a workbook with those of its forms.
func (r *fileReader) tablesOrForms(tables []*table, filled []*officeForm, others []grid) ([]*table, error) {
	if len(filled) > 0 {
		more, err := r.tablesOfForms(filled)
		if err != nil && len(tables) == 0 {
			return nil, err
		}
		tables = append(tables, more...)
	}
	return r.tablesOf(tables, others)
}

// noteHidden says that a sheet is not read, unless it is that of a form's lists.
func (r *fileReader) noteHidden(name string) {
	if name != forms.ListsSheet {
		r.note("the sheet %q is hidden and is not read", name)
	}
}

// readSheet collects the rows of a sheet.
func readSheet(book *ooxml.Reader, sheet ooxml.SheetInfo, room *room) (grid, error) {
	g := grid{sheet: sheet.Name, what: "sheet"}
	err := book.Rows(sheet, func(row ooxml.Record) error {
		if err := room.take(1+row.Fields[len(row.Fields)-1].Column, len(row.Fields)); err != nil {
			return fmt.Errorf("row %d: %w", row.Number, err)
		}
		g.records = append(g.records, sheetRecord(row))
		for _, f := range row.Fields {
			if f.Uncomputed && g.notes == nil {
				g.notes = []string{fmt.Sprintf("row %d holds the formula %s without its value: open the workbook in a spreadsheet program and save it, so that its formulas are computed", row.Number, cut(f.Text, 40))}
			}
		}
		return nil
	})
	return g, err
}

// sheetRecord is a row with a cell for each column up to the last that is not
// empty.
func sheetRecord(row ooxml.Record) record {
	rec := record{line: row.Number, span: 1, open: true}
	rec.fields = make([]string, 1+row.Fields[len(row.Fields)-1].Column)
	for _, f := range row.Fields {
		rec.fields[f.Column] = strings.ReplaceAll(f.Text, "\r\n", "\n")
		if f.Date != "" {
			rec.setDate(f.Column, f.Date)
		}
	}
	return rec
}

// setDate keeps the day that a number stands for.
func (rec *record) setDate(column int, iso string) {
	if rec.days == nil {
		rec.days = map[int]string{}
	}
	rec.days[column] = iso
}
