package report

import (
	"io"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
)

// WriteRejects writes rejected cells as CSV, one row each, with the columns of
// the JSON form.
func WriteRejects(w io.Writer, rejects []rubric.Reject, o Options) error {
	return writeRows(w, table.Dialect{Excel: o.Excel}, rejectColumns(), slices.Values(rejects))
}

// WriteComments writes the comments that accompany ratings as CSV, one row
// each, with the columns of the JSON form.
func WriteComments(w io.Writer, comments []rubric.Comment, o Options) error {
	return writeRows(w, table.Dialect{Excel: o.Excel}, commentColumns(), slices.Values(comments))
}

// jsonReject is a reject within other JSON: the same columns.
type jsonReject rubric.Reject

// MarshalJSON writes the reject as an object.
func (r jsonReject) MarshalJSON() ([]byte, error) {
	reject := rubric.Reject(r)
	return objectOf(onOneLine(), rejectColumns()).append(nil, &reject), nil
}
