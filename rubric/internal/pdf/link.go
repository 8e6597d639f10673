package pdf

// Link makes a rectangle of a page lead to an address. It stands in the element
// whose content is drawn there, which should be of the kind "Link".
func (p *Page) Link(in *Tag, address, label string, x, y, width, height float64) {
	action := newDict().name("S", "URI").text("URI", address)
	p.annotate(in, "", x, y, width, height, typed("Annot").name("Subtype", "Link").
		raw("Border", "[0 0 0]").text("Contents", label).dict("A", action))
}
