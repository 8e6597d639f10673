package ratings

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// A wide file has a row for each form and a column for each item.
func isWide(t *table) bool { return len(itemColumns(t)) > 0 }

// itemColumns are the columns that hold ratings.
func itemColumns(t *table) []int {
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
	r.out.HasRater = true // without a column each record is a rater of its own
	for _, c := range t.columns {
		if c.Item != nil && c.Role == "" && !c.Item.IsRated() {
			r.report.Notes = append(r.report.Notes, fmt.Sprintf("the column %q is not read: item %s is not rated", c.Name, c.Item.Code))
		}
	}
	columns := itemColumns(t)
	for _, rec := range t.records {
		r.wideRecord(t, rec, columns)
	}
	return nil
}

func (r *fileReader) noRatee(t *table) error {
	return fmt.Errorf("line %d: no column says who is rated; name it with --map ratee=COLUMN, or, if the whole file is about one person, give --set ratee=NAME", t.header.line)
}

func (r *fileReader) wideRecord(t *table, rec record, columns []int) {
	f := r.form(t, rec, fmt.Sprintf("%s, record %d", r.file.Name, rec.number))
	if p := rowProblem(t, rec, f); p != nil {
		r.reject(f, "", "", "", *p, len(columns))
		return
	}
	cell := func(i int) string {
		if i < len(rec.fields) {
			return rec.fields[i]
		}
		return ""
	}
	touched := slices.ContainsFunc(columns, func(i int) bool { return clean(cell(i)) != "" })
	for _, i := range columns {
		r.take(f, t.columns[i].Item, t.columns[i].Name, cell(i), touched)
	}
	for i, c := range t.columns {
		if c.Role == Remark {
			r.remark(f, codeOf(c.Item), cell(i))
		}
	}
}

func codeOf(it *rubric.Item) string {
	if it == nil {
		return ""
	}
	return it.Code
}

// rowProblem is what keeps a whole row from being read.
func rowProblem(t *table, rec record, f form) *problem {
	switch {
	case rec.fields == nil:
		return &problem{code: CodeBadQuote, message: "the quotes in this row do not close: a quote within a quoted cell is written twice"}
	case len(rec.fields) != len(t.header.fields) && !onlyBlankTail(rec.fields, len(t.header.fields)):
		return &problem{code: CodeRaggedRow, message: fmt.Sprintf("the row has %d cells and the header %d: is a delimiter missing, or a cell without quotes?", len(rec.fields), len(t.header.fields))}
	case f.ratee == "":
		return &problem{code: CodeMissingRatee, message: "the row does not say who is rated"}
	}
	return nil
}

// onlyBlankTail reports whether a row is the header's length but for blank
// cells at its end, there or left out.
func onlyBlankTail(fields []string, want int) bool {
	if len(fields) < want {
		return false
	}
	return !slices.ContainsFunc(fields[want:], func(f string) bool { return clean(f) != "" })
}
