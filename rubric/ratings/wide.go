package ratings

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// A wide file has a row for each form and a column for each item: two items
// make a header, or one beside the ratee, or all that there are.
func isWide(s *session, columns []Column) bool {
	rated, ratee := 0, false
	for _, c := range columns {
		if c.Role == "" && c.Item != nil && c.Item.IsRated() {
			rated++
		}
		ratee = ratee || c.Role == Ratee
	}
	return rated >= 2 || rated == 1 && (ratee || len(s.framework.Indicators()) == 1)
}

// wideCells are the columns of rated items.
func wideCells(t *table) []int {
	var out []int
	for i, c := range t.columns {
		if c.Item != nil && c.Role == "" && c.Item.IsRated() {
			out = append(out, i)
		}
	}
	return out
}

func readWide(r *fileReader, t *table) error {
	if !r.has(t, Ratee) {
		return r.noRatee(t)
	}
	r.noteDimensions(t)
	r.hasRater = true // who is not named is a rater of their own
	for _, rec := range t.records {
		if r.sound(t, rec) {
			r.wideRecord(t, rec)
		}
	}
	return nil
}

func (r *fileReader) noRatee(t *table) error {
	return fmt.Errorf("line %d: no column says who is rated; name it with --map ratee=COLUMN, or, if the whole file is about one person, give --set ratee=NAME", t.header.line)
}

// wideRecord reads a form. Without a rater it is a rater's of its own.
func (r *fileReader) wideRecord(t *table, rec record) {
	f := r.form(t, rec, r.nameless(rec.number))
	for i, c := range t.columns {
		if c.Role == Remark {
			r.remark(t, rec, i, f, codeOf(c.Item))
		}
	}
	cells := t.shape.cells(t)
	if f.ratee == "" {
		r.refuseRatee(t, rec, len(cells))
		return
	}
	for _, i := range cells {
		if rec.holds(i) {
			r.take(r.cell(t, rec, i, f, t.columns[i].Item))
		}
	}
}

// nameless is the rater of a form that names none.
func (r *fileReader) nameless(record int) string {
	return fmt.Sprintf("%s, record %d", r.file.Name, record)
}

func codeOf(it *rubric.Item) string {
	if it == nil {
		return ""
	}
	return it.Code
}

// sound reports whether a record can be read, and rejects its cells if not.
func (r *fileReader) sound(t *table, rec record) bool {
	cells := len(t.shape.cells(t))
	switch {
	case rec.fields == nil:
		r.refuseRow(rec, -1, "", problem{code: CodeBadQuote, message: badQuote(rec)}, cells*rec.span)
		return false
	case !t.fits(rec):
		r.refuseRow(rec, -1, fmt.Sprintf("%q", rec.fields), problem{code: CodeRaggedRow, message: fmt.Sprintf(
			"the row has %d cells and the header %d: is a delimiter missing, or a cell without quotes?", len(rec.fields), len(t.header.fields))}, cells)
		return false
	}
	return true
}

// badQuote names the lines that broken quotes take out of a file.
func badQuote(rec record) string {
	const hint = "a quote within a quoted cell is written twice, and one within a cell needs quotes around the whole"
	if rec.span == 1 {
		return "the quotes in this row do not close: " + hint
	}
	return fmt.Sprintf("a quote opened in line %d does not close before line %d, and swallows the rows between: %s", rec.line, rec.line+rec.span-1, hint)
}

// refuseRatee rejects the cells of a record that names nobody. One without
// any rating is passed over.
func (r *fileReader) refuseRatee(t *table, rec record, cells int) {
	if !slices.ContainsFunc(t.shape.cells(t), func(i int) bool { return clean(rec.at(i)) != "" }) {
		r.unnamed.add(rec.line)
		return
	}
	r.refuseRow(rec, t.of(Ratee), "", problem{code: CodeMissingRatee, message: "the row does not say who is rated"}, cells)
}
