package ratings

import (
	"slices"
	"strings"

	"rubrickit/rubric"
	forms "rubrickit/rubric/form"
)

// A form that comes back with fields, as a PDF or from an office program, is read
// by their names (see package form). Each of its rows becomes a record, so that no
// code of an item can be taken for the name of a column.

// returnedForm is what the fields of one form say.
type returnedForm struct {
	texts  map[string]placedCell // by the names of the fields beside the rows
	rows   []*returnedRow        // in the order of the form
	byCode map[string]*returnedRow
	// level is the code of the level that a mark names.
	level func(scale *rubric.Scale, mark string) string
}

// returnedRow is a row of the form.
type returnedRow struct {
	code            string
	line            int
	marked          []string // the cells of what is marked
	points, comment placedCell
}

func newReturnedForm(level func(*rubric.Scale, string) string) returnedForm {
	return returnedForm{texts: map[string]placedCell{}, byCode: map[string]*returnedRow{}, level: level}
}

// row is the row with a code, which begins at a line if it is new.
func (f *returnedForm) row(code string, line int) *returnedRow {
	row := f.byCode[code]
	if row == nil {
		row = &returnedRow{code: code, line: line}
		f.byCode[code], f.rows = row, append(f.rows, row)
	}
	return row
}

// mark takes the cell of a choice.
func (row *returnedRow) mark(cell string) {
	if cell != "" && !slices.Contains(row.marked, cell) {
		row.marked = append(row.marked, cell)
	}
}

// isRated reports whether something is marked or points are given.
func (row *returnedRow) isRated() bool { return len(row.marked) > 0 || clean(row.points.text) != "" }

// isUntouched reports whether nothing is marked and nothing written beside the head.
func (f *returnedForm) isUntouched() bool {
	touched := func(row *returnedRow) bool { return row.isRated() || clean(row.comment.text) != "" }
	return clean(f.texts[forms.Notes].text) == "" && !slices.ContainsFunc(f.rows, touched)
}

// contradicted are the codes of the rows with more than one mark.
func (f *returnedForm) contradicted() []string {
	var codes []string
	for _, row := range f.rows {
		if len(row.marked) > 1 {
			codes = append(codes, row.code)
		}
	}
	return codes
}

// headFields are the fields of the head, in the order of their columns; formFields
// are those of the foot as well. What is signed is known, and not read.
var (
	headFields = []string{forms.Ratee, forms.Rater, forms.Group, forms.Occasion}
	formFields = append(slices.Clone(headFields), forms.Notes, forms.Signature, forms.SignatureDate)
)

// isNamed reports whether the form or the options say who is rated.
func (f *returnedForm) isNamed(o Options) bool {
	return clean(f.texts[forms.Ratee].text) != "" || o.Set[Ratee] != ""
}

// head is who is rated, by whom, as what and when. A form that names no rater is a
// rater's of its own, as a row of a wide table is: that of the form with this number
// in its file, from 1.
func (f *returnedForm) head(r *fileReader, number int) []string {
	var out []string
	for _, name := range headFields {
		text := f.texts[name].text
		if name == forms.Rater && clean(text) == "" && r.options.Set[Rater] == "" {
			text = r.nameless(number)
		}
		out = append(out, text)
	}
	return out
}

// records are the rows, below the names of their columns and each behind the
// framework's identity and the head, with the notes on the whole at the end.
func (f *returnedForm) records(r *fileReader, head []string) []record {
	names := slices.Concat([]string{forms.FrameworkID, forms.FrameworkVersion, forms.FrameworkFingerprint}, headFields,
		[]string{forms.Item, forms.Rating, forms.Comment})
	records := []record{{fields: names, line: 1, span: 1}}
	for _, row := range f.rows {
		records = append(records, placedRecord(head, row.line, placedCell{text: row.code}, f.rating(row, r.scaleOf(row.code)), row.comment))
	}
	if notes := f.texts[forms.Notes]; notes.text != "" {
		records = append(records, placedRecord(head, notes.line, placedCell{}, placedCell{}, notes))
	}
	return records
}

// rating is the cell of a row: points say more than the level that they are in.
// Marks that contradict each other stand side by side, which is no rating.
func (f *returnedForm) rating(row *returnedRow, scale *rubric.Scale) placedCell {
	points := clean(row.points.text)
	if points == "" {
		return placedCell{strings.Join(row.marked, ";"), row.line}
	}
	others := slices.DeleteFunc(slices.Clone(row.marked), func(mark string) bool { return isIn(scale, f.level(scale, mark), points) })
	return placedCell{strings.Join(append(others, points), ";"), row.points.line}
}

// scaleOf is the scale of an item; nil for one that the framework does not have.
func (r *fileReader) scaleOf(code string) *rubric.Scale {
	if it := r.framework.Item(code); it != nil {
		return it.Scale
	}
	return nil
}
