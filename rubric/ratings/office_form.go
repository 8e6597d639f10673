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
	identity forms.Identity
	sheet    string // of a workbook
	texts    map[string]placedCell
	rows     []*officeRow // in the order of the form
	byCode   map[string]*officeRow
	notes    []string
}

// officeRow is a row of the form.
type officeRow struct {
	code            string
	line            int
	marked          []string // the cells of what is marked
	points, comment placedCell
}

func newOfficeForm(identity forms.Identity) *officeForm {
	return &officeForm{identity: identity, texts: map[string]placedCell{}, byCode: map[string]*officeRow{}}
}

// row is the row with a code, which begins at a line if it is new.
func (f *officeForm) row(code string, line int) *officeRow {
	row := f.byCode[code]
	if row == nil {
		row = &officeRow{code: code, line: line}
		f.byCode[code], f.rows = row, append(f.rows, row)
	}
	return row
}

// mark takes the cell of a choice.
func (row *officeRow) mark(cell string) {
	if cell != "" && !slices.Contains(row.marked, cell) {
		row.marked = append(row.marked, cell)
	}
}

// entry takes what stands in a field of the head or the foot, and reports whether
// a form has a field of this name.
func (f *officeForm) entry(name, text string, line int) bool {
	if !slices.Contains(officeFields, name) {
		return false
	}
	if clean(text) != "" {
		f.texts[name] = placedCell{text, line}
	}
	return true
}

// officeHead are the fields of the head, in the order of their columns;
// officeFields are those of the foot as well. What is signed is known, and not
// read.
var (
	officeHead   = []string{forms.Ratee, forms.Rater, forms.Group, forms.Occasion}
	officeFields = append(slices.Clone(officeHead), forms.Notes, forms.Signature, forms.SignatureDate)
)

// isBlank reports whether nobody is named and nothing is marked.
func (f *officeForm) isBlank(o Options) bool {
	said := func(row *officeRow) bool {
		return len(row.marked) > 0 || clean(row.points.text) != "" || clean(row.comment.text) != ""
	}
	named := clean(f.texts[forms.Ratee].text) != "" || o.Set[Ratee] != ""
	return !named && f.texts[forms.Notes].text == "" && !slices.ContainsFunc(f.rows, said)
}

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

// grid is the rows of the n-th form of a file as records, with the notes on the
// whole behind them.
func (f *officeForm) grid(r *fileReader, n int) grid {
	names := slices.Concat([]string{forms.FrameworkID, forms.FrameworkVersion, forms.FrameworkFingerprint}, officeHead,
		[]string{forms.Item, forms.Rating, forms.Comment})
	head := append([]string{f.identity.ID, f.identity.Version, f.identity.Fingerprint}, f.head(r, n)...)
	records := []record{{fields: names, line: 1, span: 1}}
	for _, row := range f.rows {
		records = append(records, placedRecord(head, row.line, placedCell{text: row.code}, row.rating(r.scaleOf(row.code)), row.comment))
	}
	if notes := f.texts[forms.Notes]; notes.text != "" {
		records = append(records, placedRecord(head, notes.line, placedCell{}, placedCell{}, notes))
	}
	return grid{sheet: f.sheet, what: "form", keyed: true, records: records, notes: append(f.notes, f.remarks()...)}
}

// head is who is rated, by whom, as what and when. A form that names no rater is a
// rater's of its own.
func (f *officeForm) head(r *fileReader, n int) []string {
	var out []string
	for _, name := range officeHead {
		text := f.texts[name].text
		if name == forms.Rater && clean(text) == "" && r.options.Set[Rater] == "" {
			text = r.nameless(n + 1)
		}
		out = append(out, text)
	}
	return out
}

// scaleOf is the scale of an item; nil for one that the framework does not have.
func (r *fileReader) scaleOf(code string) *rubric.Scale {
	if it := r.framework.Item(code); it != nil {
		return it.Scale
	}
	return nil
}

// rating is the cell of the row: points say more than the level that they are in.
// Marks that contradict each other stand side by side, which is no rating.
func (row *officeRow) rating(scale *rubric.Scale) placedCell {
	points := clean(row.points.text)
	if points == "" {
		return placedCell{strings.Join(row.marked, ";"), row.line}
	}
	others := slices.DeleteFunc(slices.Clone(row.marked), func(cell string) bool { return isIn(scale, levelOf(scale, cell), points) })
	return placedCell{strings.Join(append(others, points), ";"), row.points.line}
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
	var twice []string
	for _, row := range f.rows {
		if len(row.marked) > 1 {
			twice = append(twice, row.code)
		}
	}
	if len(twice) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("more than one choice is marked for %s: ask which one was meant, leave that, and save the form", someOf(twice))}
}
