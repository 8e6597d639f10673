package table

import (
	"io"
	"strings"
)

// formulaStarts are the characters that make a spreadsheet take a cell for a
// formula.
const formulaStarts = "=+-@\t\r"

// CSV writes the table as comma-separated values in UTF-8, each cell as it
// is, or made for Excel (see [Dialect]).
func (t Table) CSV(w io.Writer, excel bool) error {
	n := t.columns()
	out := NewRows(w, Dialect{Excel: excel})
	if len(t.Header) > 0 {
		out.Texts(padded(t.Header, n))
	}
	for _, row := range t.Rows {
		if err := out.Texts(padded(row, n)); err != nil {
			return err
		}
	}
	return out.Flush()
}

func padded(row []string, n int) []string {
	return full(row, n, func(_ int, cell string) string { return cell })
}

// NeutralCell returns a cell that no spreadsheet takes for a formula: with an
// apostrophe before it where it begins with = + - @, a tab or a carriage
// return.
func NeutralCell(cell string) string {
	if isFormula(cell) {
		return "'" + cell
	}
	return cell
}

func isFormula[T string | []byte](cell T) bool {
	return len(cell) > 0 && strings.IndexByte(formulaStarts, cell[0]) >= 0
}
