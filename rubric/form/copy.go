package form

import (
	"slices"
	"strconv"
	"strings"

	"rubrickit/rubric"
)

// For is the form with its head filled in: who is rated, by whom, as what and
// when, as far as that is known. Everything else is that of the blank form, which
// stays as it is.
func (f *Form) For(who rubric.Form) *Form {
	values := map[string]string{Ratee: who.Ratee, Rater: who.Rater, Group: who.Group, Occasion: who.Occasion}
	out := *f
	out.Head = slices.Clone(f.Head)
	for i := range out.Head {
		out.Head[i].Value = oneLine(values[out.Head[i].Name])
	}
	return &out
}

// Value is what stands in a field of the head, by its name; "" where it is blank.
func (f *Form) Value(name string) string {
	for _, field := range f.Head {
		if field.Name == name {
			return field.Value
		}
	}
	return ""
}

// Numbered is the form as the n-th of several in one file, from 1: the names of all
// its fields begin with the number (see [CutNumber]).
func (f *Form) Numbered(n int) *Form {
	name := func(name string) string { return strconv.Itoa(n) + numberSign + name }
	out := *f
	out.Head, out.Foot, out.Sections = renamed(f.Head, name), renamed(f.Foot, name), slices.Clone(f.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		s.Rows = slices.Clone(s.Rows)
		for j := range s.Rows {
			s.Rows[j].rename(name)
		}
	}
	return &out
}

func renamed(fields []Field, name func(string) string) []Field {
	out := slices.Clone(fields)
	for i := range out {
		out[i].Name = name(out[i].Name)
	}
	return out
}

// rename gives the fields of a row other names; those of other rows stay.
func (r *Row) rename(name func(string) string) {
	r.Field = name(r.Field)
	if r.Points != nil {
		points := *r.Points
		points.Field = name(points.Field)
		r.Points = &points
	}
	if r.Comment != nil {
		comment := *r.Comment
		comment.Name = name(comment.Name)
		r.Comment = &comment
	}
}

// numberSign stands behind the number of a form. No field's own name begins with a
// digit.
const numberSign = "_"

// CutNumber returns the number of the form that a field belongs to, in a file of
// several, and the field's own name; 0 and the name as it is in a file of one.
func CutNumber(name string) (n int, own string) {
	digits, own, found := strings.Cut(name, numberSign)
	n, err := strconv.Atoi(digits)
	if !found || err != nil || n < 1 || strconv.Itoa(n) != digits {
		return 0, name
	}
	return n, own
}
