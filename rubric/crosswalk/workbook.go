package crosswalk

import (
	"bytes"
	"fmt"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/ooxml"
)

// parseWorkbook reads the first visible sheet that has a header; a place in a
// sheet is its row and the number of its column.
func parseWorkbook(file string, data []byte) (*Crosswalk, diag.List) {
	book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, diag.List{badWorkbook(file, err)}
	}
	for _, sheet := range book.Sheets() {
		if sheet.Hidden {
			continue
		}
		r, err := readSheet(book, sheet, file)
		switch {
		case err != nil:
			return nil, diag.List{badWorkbook(file, err)}
		case r.header == nil:
		case r.Findings.HasErrors() && len(r.c.Pairs) == 0:
			return nil, r.Findings
		default:
			return r.c, finish(&r.Reader, r.c)
		}
	}
	return nil, diag.List{noHeader(file)}
}

func readSheet(book *ooxml.Reader, sheet ooxml.SheetInfo, file string) (*tableReader, error) {
	r := newTableReader(file)
	place := fmt.Sprintf("%s, sheet %s", file, sheet.Name)
	usable := true
	err := book.Rows(sheet, func(record ooxml.Record) error {
		w := sheetRow(place, record)
		if r.header == nil && isHeader(w.texts()) {
			usable = r.head(w)
		} else if r.header != nil && usable {
			r.row(w)
		}
		return nil
	})
	return r, err
}

func sheetRow(place string, record ooxml.Record) row {
	at := func(column int) diag.Span {
		return diag.Span{File: place, Start: diag.Pos{Line: record.Number, Column: column + 1}}
	}
	out := row{cells: map[int]cell{}, at: at(0)}
	for _, f := range record.Fields {
		text := f.Text
		if f.Date != "" {
			text = f.Date
		}
		out.cells[f.Column] = cell{text, at(f.Column)}
	}
	return out
}

func (w row) texts() []string {
	var out []string
	for _, i := range w.order() {
		out = append(out, w.cells[i].text)
	}
	return out
}

func badWorkbook(file string, err error) diag.Diagnostic {
	return diag.Diagnostic{
		Span: diag.Span{File: file}, Severity: diag.Error, Code: CodeTable,
		Message: "the workbook cannot be read: " + err.Error(), Hint: "open it with a spreadsheet program and save it again as .xlsx",
	}
}
