package render

import (
	"io"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/table"
)

// writeCSV writes a ratings file with a row for each item and nothing rated
// yet. It is made for a spreadsheet: with a byte order mark, and no cell that
// would be calculated. The columns have the names of a form's fields, which
// is how they are known when the file comes back; label and choices only help
// the person who fills it in.
func writeCSV(w io.Writer, f *form.Form, _ Options) error {
	t := table.Table{Header: []string{
		form.Ratee, form.Rater, form.Group, form.Occasion,
		form.Item, form.Label, form.Choices, form.Rating, form.Comment,
		form.FrameworkID, form.FrameworkVersion, form.FrameworkFingerprint,
	}}
	for _, r := range f.Rows() {
		t.Rows = append(t.Rows, []string{
			headCell(f, form.Ratee), headCell(f, form.Rater), headCell(f, form.Group), headCell(f, form.Occasion),
			r.Code, rowLabel(r), choicesCell(f.Words, r), "", "",
			f.Identity.ID, f.Identity.Version, f.Identity.Short,
		})
	}
	return t.CSV(w, true)
}

// headCell is what stands in a field of the head. A text that looks as if it had the
// apostrophe by which a cell is kept from being calculated gets another one: the
// reader of ratings takes one away.
func headCell(f *form.Form, name string) string {
	text := f.Value(name)
	if bare := strings.TrimLeft(text, "'"); bare != text && table.NeutralCell(bare) != bare {
		return "'" + text
	}
	return text
}

// rowLabel is what a row is called on one line.
func rowLabel(r form.Row) string { return strings.Join(strings.Fields(r.Name()), " ") }

// choicesCell lists what may be written as a row's rating.
func choicesCell(w form.Words, r form.Row) string {
	var entries []string
	for _, c := range r.Choices {
		entries = append(entries, c.Entry)
	}
	if r.Points != nil {
		entries = append(entries, pointsWords(w, r.Points))
	}
	return strings.Join(entries, " | ")
}
