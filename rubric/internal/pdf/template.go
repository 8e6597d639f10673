package pdf

import (
	"crypto/sha256"
	"io"
	"slices"
)

// Template is a document that is written many times, each time with other texts in
// some of its fields: all else is drawn and packed once.
type Template struct {
	objects       *objects
	catalog, info ref
	late          []lateField
}

// lateField is a field to write into, as far as it does not depend on what stands
// in it.
type lateField struct {
	name          string
	ref           ref
	widget        *dict // the beginning of its dictionary
	width, height float64
	look          Look
}

// drawing is how the field looks with a text in it.
func (f *lateField) drawing(drawn []Text) []byte {
	frame := &canvas{}
	frame.frame(f.width, f.height, f.look, drawn)
	return frame.b
}

// filled is the field's dictionary with a text, and the drawing of that.
func (f *lateField) filled(value string, drawing ref) []byte {
	d := &dict{slices.Clone(f.widget.b)}
	return d.text("V", value).text("DV", "").dict("AP", newDict().ref("N", drawing)).bytes()
}

// Template ends the document as one with late fields (see [TextField]). What is
// drawn into these later may have no glyph that was not met before.
func (d *Document) Template() *Template {
	t := &Template{objects: d.objects, late: d.late}
	t.catalog, t.info = d.end()
	t.objects.packAll()
	return t
}

// Filling is what stands in a field, and how that looks.
type Filling struct {
	Value string
	Drawn []Text
}

// Write writes the document with these entries in its late fields, by the names of
// the fields. The error is the writer's.
func (t *Template) Write(w io.Writer, entry func(name string) Filling) error {
	common := t.objects.out.Bytes()
	o := &objects{places: slices.Clone(t.objects.places), sum: sha256.New(), sent: len(common)}
	o.sum.Write(common)
	for i := range t.late {
		f := &t.late[i]
		e, r := entry(f.name), o.alloc()
		o.drawing(r, f.width, f.height, f.drawing(e.Drawn), e.Drawn)
		o.put(f.ref, f.filled(e.Value, r))
	}
	o.finish(t.catalog, t.info)
	if _, err := w.Write(common); err != nil {
		return err
	}
	_, err := w.Write(o.out.Bytes())
	return err
}
