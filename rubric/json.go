package rubric

import (
	"bytes"
	"encoding/json"
	"io"
)

// WriteJSON writes the framework in the form for machines: the keys of the
// file, with items and levels as arrays with an explicit code, and besides
// each item's tier, whether it is rated, the scales resolved, the SHA-256 of
// the file and the fingerprint. Numbers have their digits as written.
func (f *Framework) WriteJSON(w io.Writer) error {
	o := newObject()
	o.field("rubric", "v1")
	o.text("id", f.ID)
	o.text("title", f.Title)
	o.text("version", f.Version)
	o.text("publisher", f.Publisher)
	o.text("language", f.Language)
	o.text("uri", f.URI)
	if source := f.Source.json(); source.fields > 0 {
		o.field("source", source)
	}
	o.text("text", f.Text)
	o.text("guidance", f.Guidance)
	o.text("notes", f.Notes)
	list(o, "tiers", f.Tiers, func(t string) any { return t })
	list(o, "tags", f.Tags, Tag.json)
	if f.Scale != nil {
		o.field("scale", f.Scale.json())
	}
	list(o, "scales", f.Scales, func(s *Scale) any { return s.json() })
	list(o, "items", f.Items, func(it *Item) any { return it.json(f) })
	o.extensions(f.Extensions)
	o.text("sha256", f.SHA256)
	o.text("fingerprint", f.Fingerprint())
	return o.writeTo(w)
}

func (s Source) json() *object {
	o := newObject()
	o.text("title", s.Title)
	o.text("url", s.URL)
	o.text("retrieved", s.Retrieved)
	o.text("rights", s.Rights)
	o.text("note", s.Note)
	o.extensions(s.Extensions)
	return o
}

func (t Tag) json() any {
	o := newObject()
	o.field("code", t.Code)
	o.text("label", t.Label)
	return o
}

func (s *Scale) json() any {
	o := newObject()
	o.text("name", s.Name)
	if s.Own {
		o.field("own", true)
	}
	list(o, "levels", s.Levels, func(l Level) any { return l.json(true) })
	if s.Step.Sign() > 0 {
		o.field("step", s.Step)
	}
	if len(s.Nulls) > 0 {
		nulls := newObject()
		for _, n := range s.Nulls {
			nulls.field(n.State.String(), n.Words)
		}
		o.field("nulls", nulls)
	}
	o.text("blank", s.Blank)
	o.extensions(s.Extensions)
	return o
}

// json writes a level; its value only where the level belongs to a scale.
func (l Level) json(ofScale bool) any {
	o := newObject()
	o.field("code", l.Code)
	o.text("label", l.Label)
	if ofScale {
		o.field("value", l.Value)
	}
	if l.From != nil {
		o.field("from", *l.From)
	}
	o.text("text", l.Text)
	o.text("guidance", l.Guidance)
	list(o, "aliases", l.Aliases, func(a string) any { return a })
	o.extensions(l.Extensions)
	return o
}

func (it *Item) json(f *Framework) any {
	own := it.Scale != nil && it.Scale.Own
	o := newObject()
	o.field("code", it.Code)
	o.field("tier", f.Tier(it.depth))
	o.text("title", it.Title)
	o.text("text", it.Text)
	o.text("stem", it.Stem)
	o.text("guidance", it.Guidance)
	o.text("notes", it.Notes)
	if it.HasWeight {
		o.field("weight", it.Weight)
	}
	o.field("rated", it.IsRated())
	if it.ScaleGiven && it.Scale != nil {
		o.field("scale", it.Scale.json())
	}
	list(o, "levels", it.Levels, func(l Level) any { return l.json(own) })
	list(o, "tags", it.Tags, func(t string) any { return t })
	o.text("uri", it.URI)
	o.text("retired", it.Retired)
	list(o, "items", it.Items, func(child *Item) any { return child.json(f) })
	o.extensions(it.Extensions)
	return o
}

// object is a JSON object whose fields keep the order in which they are added.
type object struct {
	buf    bytes.Buffer
	fields int
	err    error
}

func newObject() *object { return &object{} }

func (o *object) field(name string, value any) {
	separator := byte(',')
	if o.fields == 0 {
		separator = '{'
	}
	o.fields++
	o.buf.WriteByte(separator)
	o.append(name)
	o.buf.WriteByte(':')
	o.append(value)
}

func (o *object) append(value any) {
	e := json.NewEncoder(&o.buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil && o.err == nil {
		o.err = err
	}
}

// text adds a field unless it is empty.
func (o *object) text(name, value string) {
	if value != "" {
		o.field(name, value)
	}
}

func (o *object) extensions(xs []Extension) {
	for _, x := range xs {
		o.field(x.Key, x.Value)
	}
}

// list adds an array unless it is empty.
func list[T any](o *object, name string, values []T, element func(T) any) {
	if len(values) == 0 {
		return
	}
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = element(v)
	}
	o.field(name, out)
}

// MarshalJSON closes the object.
func (o *object) MarshalJSON() ([]byte, error) {
	if o.fields == 0 {
		return []byte("{}"), o.err
	}
	return append(bytes.Clone(o.buf.Bytes()), '}'), o.err
}

func (o *object) writeTo(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(o)
}
