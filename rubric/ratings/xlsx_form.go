package ratings

import forms "rubrickit/rubric/form"

// A form as a workbook says by its first row and its first column, which nobody
// sees, what stands where: the identity of its framework in the first cell, the
// columns that take something behind it, and below it the names of the fields. A
// form may stand on several sheets, one for each person, as copies of the first.

// isFormSheet reports whether a sheet is a form, or a page beside one: its first
// cell names a framework.
func isFormSheet(g grid) bool {
	if len(g.records) == 0 || g.records[0].line != 1 {
		return false
	}
	_, ok := forms.ParseIdentity(g.records[0].at(0))
	return ok
}

// appendForm adds the form that stands on a sheet. A page beside a form has none.
func appendForm(all []*officeForm, g grid) []*officeForm {
	head := g.records[0]
	identity, _ := forms.ParseIdentity(head.at(0))
	columns := map[string]int{}
	for i, name := range head.fields[1:] {
		if name != "" {
			columns[name] = i + 1
		}
	}
	if len(columns) == 0 {
		return all
	}
	f := newOfficeForm(identity)
	f.sheet, f.notes = g.sheet, g.notes
	for _, rec := range g.records[1:] {
		f.take(rec, columns)
	}
	return append(all, f)
}

// take takes the fields of a row of a sheet.
func (f *officeForm) take(rec record, columns map[string]int) {
	cell := func(column string) string {
		i, ok := columns[column]
		if !ok {
			return ""
		}
		if day := rec.days[i]; day != "" && column != forms.RatingColumn && column != forms.PointsColumn {
			return day
		}
		return rec.at(i)
	}
	name := rec.at(0)
	code, rated := forms.RateCode(name)
	if !rated {
		f.entry(name, cell(forms.EntryColumn), rec.line)
		return
	}
	row := f.row(code, rec.line)
	row.mark(clean(cell(forms.RatingColumn)))
	if points := cell(forms.PointsColumn); clean(points) != "" {
		row.points = placedCell{points, rec.line}
	}
	if comment := cell(forms.CommentColumn); clean(comment) != "" {
		row.comment = placedCell{comment, rec.line}
	}
}
