package pdf

import "strconv"

// Page is a page that is being drawn.
type Page struct {
	document      *Document
	ref           ref
	width, height float64
	content       []byte
	marks         []ref // the element of each mark, by its number
	annotations   []ref
	key           int  // of the way back to the elements
	tag           *Tag // whose content is being drawn
	open          bool // whether a mark is open
}

// NewPage adds a page of a size.
func (d *Document) NewPage(width, height float64) *Page {
	p := &Page{document: d, ref: d.objects.alloc(), width: width, height: height}
	p.key = d.newParent(parentEntry{page: p})
	d.pages = append(d.pages, p)
	return p
}

// Mark says that what is drawn from here on is content of an element.
func (p *Page) Mark(t *Tag) {
	if p.open && p.tag == t {
		return
	}
	p.close()
	n := len(p.marks)
	p.marks = append(p.marks, t.ref)
	t.addMark(p, n)
	p.content = appendName(p.content, t.kind)
	p.content = strconv.AppendInt(append(p.content, "<</MCID "...), int64(n), 10)
	p.content = append(p.content, ">>BDC\n"...)
	p.tag, p.open = t, true
}

// Artifact says that what is drawn from here on is no content: lines, tints,
// what repeats on every page.
func (p *Page) Artifact() {
	if p.open && p.tag == nil {
		return
	}
	p.close()
	p.content = append(p.content, "/Artifact BMC\n"...)
	p.tag, p.open = nil, true
}

// close ends the mark that is open.
func (p *Page) close() {
	if p.open {
		p.content = append(p.content, "EMC\n"...)
	}
	p.tag, p.open = nil, false
}

// op draws with an operator and its numbers.
func (p *Page) op(operator string, numbers ...float64) {
	p.content = append(appendNumbers(p.content, numbers...), ' ')
	p.content = append(append(p.content, operator...), '\n')
}

// up turns a distance from the top into one from the bottom.
func (p *Page) up(y float64) float64 { return p.height - y }

// Color is red, green and blue, each from 0 to 1.
type Color [3]float64

// Faded is the colour mixed with white; by is the white's share.
func (c Color) Faded(by float64) Color {
	for i := range c {
		c[i] += by * (1 - c[i])
	}
	return c
}

// Line draws a line of a width.
func (p *Page) Line(x1, y1, x2, y2, width float64, c Color) {
	p.content = append(p.content, "q\n"...)
	p.op("w", width)
	p.op("RG", c[:]...)
	p.op("m", x1, p.up(y1))
	p.op("l", x2, p.up(y2))
	p.content = append(p.content, "S Q\n"...)
}

// Fill fills a rectangle.
func (p *Page) Fill(x, y, width, height float64, c Color) {
	p.content = append(p.content, "q\n"...)
	p.op("rg", c[:]...)
	p.op("re", x, p.up(y+height), width, height)
	p.content = append(p.content, "f Q\n"...)
}

// annotate puts an annotation on the page, and into an element of its own of a
// kind within another.
func (p *Page) annotate(in *Tag, kind string, x, y, width, height float64, d *dict) ref {
	r := p.annotation(in, kind, x, y, width, height, d)
	p.document.objects.put(r, d.bytes())
	return r
}

// annotation is [Page.annotate] for an object that is yet to be written.
func (p *Page) annotation(in *Tag, kind string, x, y, width, height float64, d *dict) ref {
	p.close()
	own := in
	if kind != "" {
		own = in.Add(kind)
	}
	key := p.document.newParent(parentEntry{tag: own})
	d.ref("P", p.ref).numbers("Rect", x, p.up(y+height), x+width, p.up(y)).int("F", printed).int("StructParent", key)
	r := p.document.objects.alloc()
	own.addObject(p, r)
	p.annotations = append(p.annotations, r)
	return r
}

// printed is the flag of an annotation that goes onto paper too (12.5.3).
const printed = 4

// write ends the page.
func (p *Page) write() {
	p.close()
	content := p.document.objects.alloc()
	p.document.objects.stream(content, newDict(), p.content)
	page := typed("Page").ref("Parent", p.document.pageTree).numbers("MediaBox", 0, 0, p.width, p.height).
		dict("Resources", p.document.resources()).ref("Contents", content).
		int("StructParents", p.key).name("Tabs", "S")
	if len(p.annotations) > 0 {
		page.refs("Annots", p.annotations)
	}
	p.document.objects.put(p.ref, page.bytes())
}

// resources names what pages draw with, the same on all of them.
func (d *Document) resources() *dict {
	fonts, images := newDict(), newDict()
	for _, f := range d.fonts {
		fonts.ref(f.name, f.ref)
	}
	for _, i := range d.images {
		images.ref(i.name, i.ref)
	}
	out := newDict().dict("Font", fonts)
	if len(d.images) > 0 {
		out.dict("XObject", images)
	}
	return out
}
