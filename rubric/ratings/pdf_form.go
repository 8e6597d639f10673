package ratings

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	forms "rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf/pdfread"
)

// A form as PDF, which rubric render writes, comes back with marks and texts in
// its fields. What a field is of, its name says (see package form), and which
// framework the form is of, the file's information dictionary. The n-th field
// counts as line n, and each row is a record, so that no code of an item can be
// taken for the name of a column.

// pdfForm is what the fields of a form say.
type pdfForm struct {
	returnedForm
	number int      // of several in one file; 0 where there is one
	others []string // fields with a value that are none of a form's
}

// newPDFForm is a form whose marks are codes.
func newPDFForm(number int) *pdfForm {
	return &pdfForm{returnedForm: newReturnedForm(func(_ *rubric.Scale, mark string) string { return mark }), number: number}
}

// pdfTables is the one table of a form as PDF.
func pdfTables(r *fileReader, src source) ([]*table, error) {
	file, err := openPDF(src.data)
	if err != nil {
		return nil, err
	}
	identity, err := pdfIdentity(file)
	if err != nil {
		return nil, err
	}
	fields, err := file.Fields()
	if err != nil {
		return nil, err
	}
	g, err := r.pdfGrid(fields, identity)
	if err != nil {
		return nil, err
	}
	if t := r.tableIn(g); t != nil {
		return []*table{t}, nil
	}
	return nil, r.noTable([]grid{g})
}

// pdfEnd is how a PDF ends, but for so many bytes behind it.
const (
	pdfEnd    = "%%EOF"
	pdfBehind = 1024
)

// openPDF reads a file. Changes stand at its end, so that one that was cut off
// could pass for a form with fewer answers.
func openPDF(data []byte) (*pdfread.File, error) {
	file, err := pdfread.Open(data)
	if err == nil && !bytes.Contains(data[max(0, len(data)-pdfBehind):], []byte(pdfEnd)) {
		return nil, errors.New("this PDF has no end: it was cut off on its way; hand in the whole file")
	}
	return file, err
}

// pdfIdentity is the framework that the form is of: id, version, fingerprint.
func pdfIdentity(f *pdfread.File) ([]string, error) {
	const again = "hand in the file that was saved after filling in a form of rubric render"
	text := f.Info(forms.PDFIdentity)
	if text == "" {
		return nil, fmt.Errorf("this PDF does not say which framework it is a form of: rubric did not render it, or a program printed it anew, which loses the answers; %s", again)
	}
	var said map[string]string
	err := json.Unmarshal([]byte(text), &said)
	if err != nil || said[forms.FrameworkID] == "" || said[forms.FrameworkFingerprint] == "" {
		return nil, fmt.Errorf("this PDF names its framework as %q under %s, which lacks an id or a fingerprint: it was changed or is damaged; %s", cut(text, longestValue), forms.PDFIdentity, again)
	}
	return []string{said[forms.FrameworkID], said[forms.FrameworkVersion], said[forms.FrameworkFingerprint]}, nil
}

// pdfRowFields are the fields that a row has, by what their names make of its code.
var pdfRowFields = []struct {
	code func(name string) (string, bool)
	take func(row *returnedRow, f pdfread.Field, at placedCell)
}{
	{forms.RateCode, func(row *returnedRow, f pdfread.Field, _ placedCell) { markStates(row, f) }},
	{forms.PointsCode, func(row *returnedRow, _ pdfread.Field, at placedCell) { row.points = at }},
	{forms.CommentCode, func(row *returnedRow, _ pdfread.Field, at placedCell) { row.comment = at }},
}

// take takes a field. The error is about one that stands twice and says two things.
func (p *pdfForm) take(f pdfread.Field, line int) error {
	at := placedCell{f.Value, line}
	if f.Kind != pdfread.Button {
		before := p.texts[f.Name]
		if before.text != "" && f.Value != "" && before.text != f.Value {
			return fmt.Errorf("the field %q stands twice in this PDF, with %q and with %q: hand in one form a file",
				cut(f.Name, longestValue), cut(before.text, longestValue), cut(f.Value, longestValue))
		}
		if f.Value == "" {
			at = before
		}
		p.texts[f.Name] = at
	}
	for _, kind := range pdfRowFields {
		if code, ok := kind.code(f.Name); ok {
			kind.take(p.row(code, line), f, at)
			return nil
		}
	}
	if f.Value != "" && !slices.Contains(formFields, f.Name) {
		p.others = append(p.others, f.Name)
	}
	return nil
}

// markStates takes the states of a field, each of which is the cell of a choice,
// escaped like a code. A state that is none of ours stands for itself.
func markStates(row *returnedRow, f pdfread.Field) {
	for _, state := range append([]string{f.Value}, f.Others...) {
		cell, ok := forms.UnescapeCode(state)
		if f.Kind != pdfread.Button || !ok {
			cell = state
		}
		row.mark(cell)
	}
}

// check refuses a file that says nothing of anybody.
func (p *pdfForm) check(o Options) error {
	if len(p.rows) == 0 {
		return errors.New("this PDF has fields, and none of them takes a rating: was the form changed by another program? Fill in the form as it was rendered, and save it")
	}
	if !p.isNamed(o) && !slices.ContainsFunc(p.rows, (*returnedRow).isRated) {
		return errBlank
	}
	return nil
}

// grid is the rows as records.
func (p *pdfForm) grid(r *fileReader, identity []string) grid {
	head := slices.Concat(identity, p.head(r, max(p.number, 1)))
	return grid{what: "form", keyed: true, records: p.records(r, head), notes: p.remarks()}
}

// remarks are about what is in the file and cannot be taken.
func (p *pdfForm) remarks() []string {
	var out []string
	if twice := p.contradicted(); len(twice) > 0 {
		out = append(out, fmt.Sprintf("not all programs show the same mark for %s: open the form, mark anew what was meant, and save it", someOf(twice)))
	}
	if len(p.others) > 0 {
		out = append(out, fmt.Sprintf("not read, since a form has no fields of these names: %s", someOf(p.others)))
	}
	return out
}

// fewNames is how many names a remark has.
const fewNames = 5

// someOf lists names, the first of many.
func someOf(names []string) string {
	var shown []string
	for _, name := range names[:min(len(names), fewNames)] {
		shown = append(shown, cut(name, longestValue))
	}
	if more := len(names) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf("… %d more", more))
	}
	return strings.Join(shown, ", ")
}
