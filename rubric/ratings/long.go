package ratings

import (
	"errors"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// A long file has a row for each rating.
func isLong(t *table) bool { return t.of(ItemRole) >= 0 && t.of(Value) >= 0 }

func readLong(r *fileReader, t *table) error {
	switch {
	case !r.has(t, Ratee):
		return r.noRatee(t)
	case !r.has(t, Rater):
		return errors.New("no column says who rated, so two ratings of one item could be one rater's or two's; name it with --map rater=COLUMN, or, if one person rated all, give --set rater=NAME")
	}
	r.noteDimensions(t)
	touched := r.touchedForms(t)
	for _, rec := range t.records {
		r.longRecord(t, rec, touched)
	}
	return nil
}

// touchedForms finds the forms that have any entry.
func (r *fileReader) touchedForms(t *table) map[form]bool {
	touched := map[form]bool{}
	for _, rec := range t.records {
		if rec.fields != nil && len(rec.fields) > t.of(Value) && clean(rec.fields[t.of(Value)]) != "" {
			touched[r.form(t, rec, "").key()] = true
		}
	}
	return touched
}

// key is the form without its place.
func (f form) key() form {
	f.at = rubric.Place{}
	return f
}

func (r *fileReader) longRecord(t *table, rec record, touched map[form]bool) {
	f := r.form(t, rec, "")
	name := t.columns[t.of(Value)].Name
	if p := rowProblem(t, rec, f); p != nil {
		r.reject(f, "", "", "", *p, 1)
		return
	}
	named, cell := rec.fields[t.of(ItemRole)], rec.fields[t.of(Value)]
	it, _ := r.items.find(named)
	if it == nil || !it.IsRated() {
		r.reject(f, clean(named), t.columns[t.of(ItemRole)].Name, named, r.unknownItem(named, it), 1)
		return
	}
	r.take(f, it, name, cell, touched[f.key()])
	if i := t.of(Remark); i >= 0 {
		r.remark(f, it.Code, rec.fields[i])
	}
}

func (r *fileReader) unknownItem(named string, it *rubric.Item) problem {
	if it != nil {
		return problem{code: CodeUnknownItem, message: "item " + it.Code + " is not rated in this framework"}
	}
	var codes []string
	for _, indicator := range r.framework.Indicators() {
		codes = append(codes, indicator.Code)
	}
	return problem{code: CodeUnknownItem, message: "the framework has no item of this code or text", suggestion: diag.Nearest(clean(named), codes)}
}
