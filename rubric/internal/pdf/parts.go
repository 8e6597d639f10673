package pdf

import "io"

// A long document can be written part by part, so that its memory does not grow
// with its parts but for some bytes an object: what is drawn is written when a part
// ends, and only what all parts share (fonts, the lists of pages, of fields and of
// entries of the outline) waits for the end.

// finished is what is known of the parts that are written already.
type finished struct {
	pages   []ref
	fields  []ref
	parents int   // keys of the way back that are given out
	leaves  []ref // the lists of these, a list for each part
}

// StreamTo makes the document be written to w part by part; [Document.Close] ends
// it, in the place of [Document.Bytes].
func (d *Document) StreamTo(w io.Writer) { d.objects.to = w }

// EndPart writes what has been drawn since the part before. Its pages and elements
// cannot be drawn on any more. The error is the writer's.
func (d *Document) EndPart() error {
	for _, p := range d.pages {
		p.write()
		d.done.pages = append(d.done.pages, p.ref)
	}
	for _, write := range d.fields {
		d.done.fields = append(d.done.fields, write())
	}
	d.fields = nil
	d.endTags()
	for _, p := range d.pages {
		*p = Page{ref: p.ref, height: p.height} // bookmarks lead there
	}
	d.pages = nil
	d.objects.packAll()
	return d.objects.drain()
}

// endTags writes the elements of a part, and the way back to them.
func (d *Document) endTags() {
	for _, t := range d.tags[1:] { // the root goes on
		d.objects.put(t.ref, t.body())
	}
	d.tags = d.tags[:1:1]
	last := d.done.parents + len(d.parents) - 1
	leaf := newDict().numbers("Limits", float64(d.done.parents), float64(last))
	d.appendParents(leaf)
	d.done.leaves = append(d.done.leaves, d.objects.add(leaf))
	d.done.parents += len(d.parents)
	d.parents = nil
}

// Close writes the end of a document that is written part by part. The error is
// the writer's.
func (d *Document) Close() error {
	d.finish()
	return d.objects.drain()
}

// Unpacked is how many bytes the objects of the document have that are packed so
// far: what a reader of its fields has to unpack.
func (d *Document) Unpacked() int { return d.objects.unpacked }

// drain writes what is ready, if the document is written part by part.
func (o *objects) drain() error {
	data := o.out.Bytes()
	o.sum.Write(data)
	o.sent += len(data)
	_, err := o.to.Write(data)
	o.out.Reset()
	return err
}

// packAll packs what waits.
func (o *objects) packAll() {
	for from := 0; from < len(o.packed); from += packSize {
		o.pack(from, min(from+packSize, len(o.packed)))
	}
	o.packed, o.bodies = nil, nil
}
