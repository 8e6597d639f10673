package ratings

import (
	"fmt"

	forms "rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf/pdfread"
)

// A PDF may hold the forms of many people, one behind the other. The names of their
// fields then begin with the number of the form (see package form). What nobody has
// touched is no form that came back.

// pdfForms are the forms whose fields a file has, in the order of their first ones.
func (r *fileReader) pdfForms(fields []pdfread.Field) ([]*pdfForm, error) {
	var out []*pdfForm
	byNumber := map[int]*pdfForm{}
	for i, field := range fields {
		n, own := forms.CutNumber(field.Name)
		p := byNumber[n]
		if p == nil {
			p = newPDFForm(n)
			byNumber[n], out = p, append(out, p)
		}
		field.Name = own
		if err := p.take(field, i+1); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// pdfGrid is the forms of a file as rows.
func (r *fileReader) pdfGrid(fields []pdfread.Field, identity []string) (grid, error) {
	all, err := r.pdfForms(fields)
	switch {
	case err != nil:
		return grid{}, err
	case len(all) > 1:
		return r.boundGrid(all, identity)
	}
	if err := all[0].check(r.options); err != nil {
		return grid{}, err
	}
	return all[0].grid(r, identity), nil
}

// boundGrid is several forms as rows, without those that nobody has touched.
func (r *fileReader) boundGrid(all []*pdfForm, identity []string) (grid, error) {
	var out grid
	touched := 0
	for _, p := range all {
		if p.isUntouched() {
			continue
		}
		if err := p.check(r.options); err != nil {
			return out, fmt.Errorf("form %d: %w", p.number, err)
		}
		touched++
		g := p.grid(r, identity)
		if touched > 1 {
			g.records, g.notes = append(out.records, g.records[1:]...), append(out.notes, g.notes...)
		}
		out = g
	}
	if touched == 0 {
		return out, fmt.Errorf("nothing is marked in any of the %d forms in this PDF: was it saved after it was filled in?", len(all))
	}
	if touched < len(all) {
		out.notes = append(out.notes, fmt.Sprintf("%d of its %d forms are filled in; the others are not read", touched, len(all)))
	}
	return out, nil
}
