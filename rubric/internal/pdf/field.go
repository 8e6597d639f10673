package pdf

import "slices"

// fieldObject writes a field of the document's form, once it is complete, and
// returns its object.
type fieldObject func() ref

// The names of the fonts of fields: the one for what is written, and the one of
// ticks and dots, by which programs that draw buttons anew know how.
const (
	entryFontName = "Entry"
	signFontName  = "ZaDb"
)

// The flags of fields (ISO 32000-1, 12.7.4).
const (
	noToggleToOff = 1 << 14
	radioButtons  = 1 << 15
	multiline     = 1 << 12
)

// Look is how fields are drawn.
type Look struct {
	Border, Fill, Sign, Ink Color // Sign is the dot or tick, Ink what is written
	Line                    float64
	Size                    float64 // of what is written, in points
}

// writeForm writes the list of fields; 0 where there are none.
func (d *Document) writeForm() ref {
	fields := slices.Clone(d.done.fields)
	for _, write := range d.fields {
		fields = append(fields, write())
	}
	if len(fields) == 0 {
		return 0
	}
	sign := typed("Font").name("Subtype", "Type1").name("BaseFont", "ZapfDingbats")
	fonts := newDict().ref(signFontName, d.objects.add(sign))
	if d.entryFont != 0 {
		fonts.ref(entryFontName, d.entryFont)
	}
	return d.objects.add(newDict().refs("Fields", fields).dict("DR", newDict().dict("Font", fonts)).
		text("DA", "/"+signFontName+" 0 Tf 0 g"))
}

// widget is what all fields' annotations begin with.
func (l Look) widget() *dict {
	return typed("Annot").name("Subtype", "Widget").dict("BS", newDict().raw("W", decimal(l.Line)).name("S", "S"))
}

// appearance returns the drawing of a field, one object for all that look the
// same; it is drawn with the fonts of some texts.
func (d *Document) appearance(width, height float64, content []byte, texts ...Text) ref {
	key := decimal(width) + " " + decimal(height) + " " + string(content)
	if r, ok := d.forms[key]; ok {
		return r
	}
	r := d.objects.alloc()
	d.forms[key] = r
	d.objects.drawing(r, width, height, content, texts)
	return r
}

// drawing writes the drawing of a field.
func (o *objects) drawing(r ref, width, height float64, content []byte, texts []Text) {
	o.plainStream(r, typed("XObject").name("Subtype", "Form").numbers("BBox", 0, 0, width, height).
		dict("Resources", fontsOf(texts)), content)
}

// fontsOf are the resources that texts need.
func fontsOf(texts []Text) *dict {
	if len(texts) == 0 {
		return newDict()
	}
	fonts, named := newDict(), map[*Font]bool{}
	for _, t := range texts {
		if !named[t.Font] {
			named[t.Font] = true
			fonts.ref(t.Font.name, t.Font.ref)
		}
	}
	return newDict().dict("Font", fonts)
}
