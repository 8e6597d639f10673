package pdfread

import (
	"errors"
	"slices"
	"strings"
)

// Kind is what a field takes.
type Kind string

// The kinds of fields, as the file says them.
const (
	Button    Kind = "Btn"
	Written   Kind = "Tx"
	Choice    Kind = "Ch"
	Signature Kind = "Sig"
)

// Field is a field of a form.
type Field struct {
	Name string // with those it stands in, divided by dots
	Kind Kind
	// Value is what was written, or the state that is marked; "" for nothing.
	Value string
	// Others are further states that are marked: the value of the field and the
	// looks of its buttons disagree, so that not all viewers show the same.
	Others []string
}

// What a form may have: a rubric of a thousand items has some thousand fields.
const (
	mostFields = 1 << 17
	deepField  = 32
)

// ErrNoForm says that a file has no fields.
var ErrNoForm = errors.New("this PDF has no fields: it was printed or scanned, or saved without them; fill in the form itself and save it")

// Fields returns the fields of the form in the order of the file.
func (f *File) Fields() ([]Field, error) {
	w := &fieldWalker{file: f, seen: map[Ref]bool{}}
	form := f.Dict(f.Catalog()["AcroForm"])
	for _, v := range f.Array(form["Fields"]) {
		if w.first(v) {
			w.walk(v, inherited{}, 0)
		}
	}
	switch {
	case w.err != nil:
		return nil, w.err
	case f.work < 0:
		return nil, errWork
	case len(w.fields) == 0:
		return nil, ErrNoForm
	}
	return w.fields, nil
}

// inherited is what a field has from those it stands in.
type inherited struct {
	name  string
	kind  Value
	value Value
}

type fieldWalker struct {
	file   *File
	seen   map[Ref]bool
	fields []Field
	err    error
}

// first reports whether a field is met for the first time: one may refer to
// itself.
func (w *fieldWalker) first(v Value) bool {
	r, ok := v.(Ref)
	if !ok {
		return true
	}
	seen := w.seen[r]
	w.seen[r] = true
	return !seen
}

// walk reads a field, or the fields that stand in it.
func (w *fieldWalker) walk(v Value, from inherited, depth int) {
	d := w.file.Dict(v)
	if d == nil || depth > deepField || !w.file.spend(0) {
		return
	}
	if len(w.fields) == mostFields {
		w.err = errors.New("this PDF has more fields than any form")
		return
	}
	own := w.inherit(d, from)
	widgets, fields := w.kids(d, own, depth)
	if fields == 0 && own.name != "" && w.file.Resolve(own.kind) != nil {
		w.fields = append(w.fields, w.field(own, append(widgets, d)))
	}
}

// kids reads the fields that stand in a field, of which it returns the number, and
// its widgets.
func (w *fieldWalker) kids(d Dict, own inherited, depth int) (widgets []Dict, fields int) {
	for _, kid := range w.file.Array(d["Kids"]) {
		k := w.file.Dict(kid)
		if k == nil || !w.file.spend(valueWork) {
			continue
		}
		if _, named := k["T"]; !named {
			widgets = append(widgets, k)
		} else if w.first(kid) {
			fields++
			w.walk(kid, own, depth+1)
		}
	}
	return widgets, fields
}

// inherit is what those that stand in a field have from it.
func (w *fieldWalker) inherit(d Dict, from inherited) inherited {
	if t, ok := w.file.Resolve(d["T"]).(String); ok && w.file.spend(len(from.name)+len(t)) {
		if from.name != "" {
			from.name += "."
		}
		from.name += Text(t)
	}
	if kind, ok := d["FT"]; ok {
		from.kind = kind
	}
	if value, ok := d["V"]; ok {
		from.value = value
	}
	return from
}

// field is a field with its widgets, of which the last may be the field itself.
func (w *fieldWalker) field(of inherited, widgets []Dict) Field {
	kind, _ := w.file.Resolve(of.kind).(Name)
	out := Field{Name: of.name, Kind: Kind(kind)}
	if out.Kind != Button {
		out.Value = w.file.text(of.value)
		return out
	}
	states := []string{w.file.state(of.value)}
	for _, key := range []Name{"V", "AS"} {
		for _, widget := range widgets {
			states = append(states, w.file.state(widget[key]))
		}
	}
	for _, s := range states {
		switch {
		case s == "" || s == out.Value || slices.Contains(out.Others, s):
		case out.Value == "":
			out.Value = s
		default:
			out.Others = append(out.Others, s)
		}
	}
	return out
}

// text is what was written into a field.
func (f *File) text(v Value) string {
	switch v := f.Resolve(v).(type) {
	case String:
		return f.decoded(v)
	case Name:
		return string(v)
	case *Stream:
		data, err := f.Data(v)
		if err != nil {
			return ""
		}
		return f.decoded(String(data))
	default:
		return ""
	}
}

// decoded is [Text], as long as there is work left: many fields may share a long
// value.
func (f *File) decoded(s String) string {
	if !f.spend(len(s)) {
		return ""
	}
	return Text(s)
}

// state is the state of a button, "" where it is not marked. Some programs
// write it as a string, with or without the sign of a name. A "+" before it keeps a state from looking like that
// of a button that is not marked.
func (f *File) state(v Value) string {
	var s string
	switch v := f.Resolve(v).(type) {
	case Name:
		s = string(v)
	case String:
		s = f.decoded(v)
	}
	s = strings.TrimPrefix(s, "/")
	if s == "Off" {
		return ""
	}
	if len(s) > 0 && s[0] == '+' {
		return s[1:]
	}
	return s
}
