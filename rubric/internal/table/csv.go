package table

import (
	"encoding/csv"
	"io"
	"strings"
)

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\ufeff"

// formulaStarts are the characters that make a spreadsheet take a cell for a
// formula.
const formulaStarts = "=+-@\t\r"

// CSV writes the table as comma-separated values in UTF-8, each cell as it
// is. With excel it begins with a byte order mark, ends lines with CRLF, and
// puts an apostrophe before each cell that a spreadsheet would calculate.
func (t Table) CSV(w io.Writer, excel bool) error {
	if excel {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = excel
	n := t.columns()
	cell := func(_ int, cell string) string { return cell }
	if excel {
		cell = func(_ int, cell string) string { return NeutralCell(cell) }
	}
	if len(t.Header) > 0 {
		if err := out.Write(full(t.Header, n, cell)); err != nil {
			return err
		}
	}
	for _, row := range t.Rows {
		if err := out.Write(full(row, n, cell)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// NeutralCell returns a cell that no spreadsheet takes for a formula: with an
// apostrophe before it where it begins with = + - @, a tab or a carriage
// return.
func NeutralCell(cell string) string {
	if cell != "" && strings.IndexByte(formulaStarts, cell[0]) >= 0 {
		return "'" + cell
	}
	return cell
}
