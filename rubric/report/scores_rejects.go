package report

import (
	"io"
	"strconv"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
)

// WriteRejects writes rejected cells as CSV, one row each, with the columns of
// the JSON form.
func WriteRejects(w io.Writer, rejects []rubric.Reject, o Options) error {
	t := table.Table{Header: []string{"file", "sheet", "line", "record", "column", "item", "value", "code", "message", "suggestion"}}
	for _, r := range rejects {
		t.Rows = append(t.Rows, []string{
			r.At.File, r.At.Sheet, strconv.Itoa(r.At.Line), strconv.Itoa(r.At.Record), r.Column,
			r.Item, r.Value, r.Code, r.Message, r.Suggestion,
		})
	}
	return t.CSV(w, o.Excel)
}
