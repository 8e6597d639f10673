package report

import (
	"io"
	"strconv"

	"rubrickit/rubric/internal/table"
)

// writeFindingsCSV writes a row for each finding, with the columns of the
// JSON form. A number that is not known is an empty cell.
func writeFindingsCSV(w io.Writer, f Findings, o Options) error {
	t := table.Table{Header: []string{"file", "line", "column", "end_line", "end_column", "severity", "code", "message", "hint"}}
	for _, d := range f.List.Sorted() {
		t.Rows = append(t.Rows, []string{
			d.File, known(d.Start.Line), known(d.Start.Column), known(d.End.Line), known(d.End.Column),
			d.Severity.String(), string(d.Code), d.Message, d.Hint,
		})
	}
	return t.CSV(w, o.Excel)
}

// known writes a line or a column, which begin at 1; nothing for 0.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
