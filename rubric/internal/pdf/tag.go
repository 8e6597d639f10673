package pdf

import "strconv"

// Tag is an element of the document's structure: what a part of it is to those
// who hear it (ISO 32000-1, 14.7). Its content is what is drawn on a page after
// [Page.Mark], in the order of drawing, between the elements that stand in it,
// in the order in which they were added.
type Tag struct {
	document   *Document
	kind       string
	ref        ref
	parent     *Tag
	kids       []byte
	attributes *dict
	extra      *dict
}

// parentEntry leads back from what is marked to its elements (14.7.4.4): from a
// page to one for each mark, from an annotation to the one it stands in.
type parentEntry struct {
	page *Page
	tag  *Tag
}

func (d *Document) newTag(parent *Tag, kind string) *Tag {
	t := &Tag{document: d, kind: kind, ref: d.objects.alloc(), parent: parent}
	d.tags = append(d.tags, t)
	return t
}

// Add adds an element of a standard kind, such as "P", "H2" or "TR", at the
// end.
func (t *Tag) Add(kind string) *Tag {
	kid := t.document.newTag(t, kind)
	t.kids = appendRef(append(t.kids, ' '), kid.ref)
	return kid
}

// Scope says whether a cell of a table is the head of its "Column" or "Row".
func (t *Tag) Scope(of string) *Tag {
	t.attribute("Table").name("Scope", of)
	return t
}

// Span says that a cell of a table is several columns wide.
func (t *Tag) Span(columns int) *Tag {
	if columns > 1 {
		t.attribute("Table").int("ColSpan", columns)
	}
	return t
}

// Summary says what a table is.
func (t *Tag) Summary(text string) *Tag {
	t.attribute("Table").text("Summary", text)
	return t
}

// Numbering says how the entries of a list are marked: "None", "Disc",
// "Decimal".
func (t *Tag) Numbering(how string) *Tag {
	t.attribute("List").name("ListNumbering", how)
	return t
}

// Alt says what a picture shows.
func (t *Tag) Alt(text string) *Tag { return t.with("Alt", text) }

// Language says that an element is in another language than the document, as a
// BCP 47 tag.
func (t *Tag) Language(tag string) *Tag { return t.with("Lang", tag) }

func (t *Tag) with(key, text string) *Tag {
	if t.extra == nil {
		t.extra = &dict{}
	}
	t.extra.text(key, text)
	return t
}

// attribute is the list of an element's properties; an element has those of
// one owner only.
func (t *Tag) attribute(owner string) *dict {
	if t.attributes == nil {
		t.attributes = newDict().name("O", owner)
	}
	return t.attributes
}

// addMark notes that the n-th mark of a page belongs to the element.
func (t *Tag) addMark(p *Page, n int) {
	t.kids = appendRef(append(t.kids, "<</Type/MCR/Pg "...), p.ref)
	t.kids = strconv.AppendInt(append(t.kids, "/MCID "...), int64(n), 10)
	t.kids = append(t.kids, ">>"...)
}

// addObject puts an annotation of a page into the element.
func (t *Tag) addObject(p *Page, annotation ref) {
	t.kids = appendRef(append(t.kids, "<</Type/OBJR/Pg "...), p.ref)
	t.kids = appendRef(append(t.kids, "/Obj "...), annotation)
	t.kids = append(t.kids, ">>"...)
}

// newParent gives out a key of the way back; exactly one of its ends is set.
func (d *Document) newParent(e parentEntry) int {
	d.parents = append(d.parents, e)
	return d.done.parents + len(d.parents) - 1
}

// writeTags writes the structure and the way back from its content.
func (d *Document) writeTags() {
	for _, t := range d.tags {
		d.objects.put(t.ref, t.body())
	}
	parents := newDict()
	if len(d.done.leaves) > 0 {
		parents.refs("Kids", d.done.leaves)
	} else {
		d.appendParents(parents)
	}
	root := typed("StructTreeRoot").refs("K", []ref{d.root.ref}).
		ref("ParentTree", d.objects.add(parents)).int("ParentTreeNextKey", d.done.parents+len(d.parents))
	d.objects.put(d.tree, root.bytes())
}

// appendParents adds the way back from each key of the present part.
func (d *Document) appendParents(parents *dict) {
	parents.key("Nums")
	parents.b = append(parents.b, '[')
	for i, e := range d.parents {
		parents.b = strconv.AppendInt(append(parents.b, ' '), int64(d.done.parents+i), 10)
		parents.b = append(parents.b, ' ')
		if e.page != nil {
			parents.b = appendRefs(parents.b, e.page.marks)
		} else {
			parents.b = appendRef(parents.b, e.tag.ref)
		}
	}
	parents.b = append(parents.b, ']')
}

func (t *Tag) body() []byte {
	parent := t.document.tree
	if t.parent != nil {
		parent = t.parent.ref
	}
	e := typed("StructElem").name("S", t.kind).ref("P", parent)
	if t.attributes != nil {
		e.dict("A", t.attributes)
	}
	if t.extra != nil {
		e.b = append(e.b, t.extra.b...)
	}
	e.key("K")
	e.b = append(append(append(e.b, '['), t.kids...), ']')
	return e.bytes()
}
