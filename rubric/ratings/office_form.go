package ratings

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	forms "rubrickit/rubric/form"
)

// A form that comes back as a workbook or as a text document of an office program
// is read by the names of its fields (see package form), which nobody sees who
// fills it in. Each of its rows becomes a record, so that no code of an item can
// be taken for the name of a column.

// officeForm is what the fields of one form say.
type officeForm struct {
	returnedForm
	identity forms.Identity
	sheet    string // of a workbook
	notes    []string
}

func newOfficeForm(identity forms.Identity) *officeForm {
	return &officeForm{returnedForm: newReturnedForm(levelOf), identity: identity}
}

// entry takes what stands in a field of the head or the foot, and reports whether
// a form has a field of this name.
func (f *officeForm) entry(name, text string, line int) bool {
	if !slices.Contains(formFields, name) {
		return false
	}
	if clean(text) != "" {
		f.texts[name] = placedCell{text, line}
	}
	return true
}

// isBlank reports whether nobody is named and nothing is marked.
func (f *officeForm) isBlank(o Options) bool { return !f.isNamed(o) && f.isUntouched() }

// errBlank is what reading a form ends in that says nothing of anybody.
var errBlank = errors.New("nobody is named and nothing is marked in this form: was it saved after it was filled in?")

// tablesOfForms are the tables of the forms of one file. A form that is blank
// among others is noted.
func (r *fileReader) tablesOfForms(all []*officeForm) ([]*table, error) {
	var tables []*table
	var refused []grid
	for n, f := range all {
		if f.isBlank(r.options) {
			if len(all) == 1 {
				return nil, errBlank
			}
			r.note("the sheet %q is a form that is not filled in", f.sheet)
			continue
		}
		g := f.grid(r, n)
		if t := r.tableIn(g); t != nil {
			tables = append(tables, t)
			continue
		}
		refused = append(refused, g)
	}
	switch {
	case len(tables) > 0:
		return tables, nil
	case len(refused) > 0:
		return nil, r.noTable(refused)
	default:
		return nil, errBlank
	}
}

// grid is the rows of the n-th form of a file, from 0, as records.
func (f *officeForm) grid(r *fileReader, n int) grid {
	head := append([]string{f.identity.ID, f.identity.Version, f.identity.Fingerprint}, f.head(r, n+1)...)
	return grid{sheet: f.sheet, what: "form", keyed: true, records: f.records(r, head), notes: append(f.notes, f.remarks()...)}
}

// levelOf is the code of the level that a cell names by its code, its label or
// both; what names none stands for itself.
func levelOf(scale *rubric.Scale, cell string) string {
	if scale == nil {
		return cell
	}
	for i := range scale.Levels {
		l := &scale.Levels[i]
		if cell == l.Name() || strings.HasSuffix(cell, " - "+l.Name()) || strings.HasSuffix(cell, " – "+l.Name()) {
			return l.Code
		}
	}
	return cell
}

// remarks are about what cannot be taken.
func (f *officeForm) remarks() []string {
	twice := f.contradicted()
	if len(twice) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("more than one choice is marked for %s: ask which one was meant, leave that, and save the form", someOf(twice))}
}
