package pdf

import (
	"strconv"

	"rubrickit/rubric/internal/font"
)

// Font is a font of a document, of which the glyphs that are used are embedded.
type Font struct {
	document *Document
	source   *font.Font
	name     string // as a resource
	ref      ref
	subset   *font.Subset
	numbers  map[letter]uint16
	letters  []rune // by number, 0 for glyph 0
	kerns    map[[2]font.GlyphID]float64
}

// letter is a glyph as the sign for a letter: a space and one that holds words
// together look the same, and are two letters for those who copy the text.
type letter struct {
	glyph font.GlyphID
	r     rune
}

// AddFont adds a font.
func (d *Document) AddFont(f *font.Font) *Font {
	out := &Font{
		document: d, source: f, name: resourceName("F", len(d.fonts)), ref: d.objects.alloc(),
		subset: f.NewSubset(), numbers: map[letter]uint16{}, letters: []rune{0},
		kerns: map[[2]font.GlyphID]float64{},
	}
	d.fonts = append(d.fonts, out)
	return out
}

// Glyph is a letter to be drawn.
type Glyph struct {
	number  uint16
	source  font.GlyphID
	Advance float64 // to the next glyph, in thousandths of the font's size
}

// Glyph returns the glyph of a letter, and whether the font has one.
func (f *Font) Glyph(r rune) (Glyph, bool) {
	g, ok := f.source.Glyph(r)
	if !ok {
		return Glyph{}, false
	}
	key := letter{g, r}
	n, known := f.numbers[key]
	if !known {
		if f.subset.Full() {
			return Glyph{}, false
		}
		n = f.subset.Add(g)
		f.numbers[key] = n
		f.letters = append(f.letters, r)
	}
	return Glyph{n, g, f.source.Advance(g)}, true
}

// Kern sets a glyph's distance to the one that follows it.
func (f *Font) Kern(left *Glyph, right Glyph) {
	pair := [2]font.GlyphID{left.source, right.source}
	kern, known := f.kerns[pair]
	if !known {
		kern = f.source.Kern(left.source, right.source)
		f.kerns[pair] = kern // text has few pairs, and many of each
	}
	left.Advance += kern
}

// Metrics returns the measures of the font, in thousandths of its size.
func (f *Font) Metrics() font.Metrics { return f.source.Metrics() }

// Text is a run of glyphs of one look.
type Text struct {
	Font   *Font
	Size   float64
	Color  Color
	Heavy  bool // drawn with an outline, for fonts without a bold weight
	Glyphs []Glyph
}

// Width is the length of the run in points.
func (t Text) Width() float64 {
	width := 0.0
	for _, g := range t.Glyphs {
		width += g.Advance
	}
	return width * t.Size / 1000
}

// String is what the run says.
func (t Text) String() string {
	letters := make([]rune, len(t.Glyphs))
	for i, g := range t.Glyphs {
		letters[i] = t.Font.letters[g.number]
	}
	return string(letters)
}

// heavyLine is the width of the outline of heavy text, in its size.
const heavyLine = 0.03

// Text draws a run of glyphs from a point on its baseline.
func (p *Page) Text(x, y float64, t Text) {
	p.content = append(p.content, "BT\n"...)
	p.content = append(appendName(p.content, t.Font.name), ' ')
	p.op("Tf", t.Size)
	p.op("rg", t.Color[:]...)
	if t.Heavy {
		p.op("RG", t.Color[:]...)
		p.op("w", heavyLine*t.Size)
		p.op("Tr", 2)
	}
	p.op("Td", x, p.up(y))
	p.content = t.appendGlyphs(p.content)
	if t.Heavy {
		p.op("Tr", 0)
	}
	p.content = append(p.content, "ET\n"...)
}

// appendGlyphs writes the glyphs by their numbers, with what is between them
// where that is not their width.
func (t Text) appendGlyphs(b []byte) []byte {
	b = append(b, "[<"...)
	for i, g := range t.Glyphs {
		b = appendHex16(b, g.number)
		if shift := t.Font.subset.Advance(g.number) - g.Advance; shift != 0 && i < len(t.Glyphs)-1 {
			b = append(appendNumber(append(b, '>'), shift), '<')
		}
	}
	return append(b, ">]TJ\n"...)
}

// ActualText says that what is drawn until [Page.EndActualText] stands for a
// text.
func (p *Page) ActualText(text string) {
	p.content = append(p.content, "/Span<</ActualText"...)
	p.content = append(appendText(p.content, text), ">>BDC\n"...)
}

// EndActualText ends what stands for a text.
func (p *Page) EndActualText() { p.content = append(p.content, "EMC\n"...) }

// write embeds the glyphs that were used (9.7, 9.9).
func (f *Font) write() {
	o := f.document.objects
	base := subsetTag(f.name) + f.source.Name()
	widths := []byte("0[")
	for n := range f.subset.Len() {
		widths = append(appendNumber(widths, f.subset.Advance(uint16(n))), ' ')
	}
	file := o.alloc()
	data := f.subset.File(nil)
	o.stream(file, newDict().int("Length1", len(data)), data)
	cid := typed("Font").name("Subtype", "CIDFontType2").name("BaseFont", base).
		dict("CIDSystemInfo", newDict().text("Registry", "Adobe").text("Ordering", "Identity").int("Supplement", 0)).
		name("CIDToGIDMap", "Identity").ref("FontDescriptor", o.add(descriptor(f.source, base, symbolic, file))).
		raw("W", "["+string(widths)+"]]")
	unicode := o.alloc()
	o.stream(unicode, newDict(), f.toUnicode())
	o.put(f.ref, typed("Font").name("Subtype", "Type0").name("BaseFont", base).name("Encoding", "Identity-H").
		refs("DescendantFonts", []ref{o.add(cid)}).ref("ToUnicode", unicode).bytes())
}

// The flags of a font (9.8.2): its letters are those of Latin, or its own.
const (
	symbolic    = 1 << 2
	nonsymbolic = 1 << 5
)

// stemWidth is the thickness of upright stems, in thousandths. Viewers use it
// to imitate a font that is not embedded; ours are.
const stemWidth = 88

func descriptor(f *font.Font, name string, flags int, file ref) *dict {
	m := f.Metrics()
	return typed("FontDescriptor").name("FontName", name).int("Flags", flags).numbers("FontBBox", m.Box[:]...).
		int("ItalicAngle", 0).raw("Ascent", decimal(m.Ascent)).raw("Descent", decimal(m.Descent)).
		raw("CapHeight", decimal(m.CapHeight)).int("StemV", stemWidth).ref("FontFile2", file)
}

func decimal(v float64) string { return string(appendNumber(nil, v)) }

// subsetTag is the prefix that tells a font's subset: six capitals (9.9.2).
func subsetTag(name string) string {
	tag := []byte("AAAAAA+")
	for i := range len(name) {
		tag[i%6] = 'A' + (tag[i%6]-'A'+name[i])%26
	}
	return string(tag)
}

const (
	unicodeHead = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
	unicodeFoot = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"
	unicodeList = 100 // how many entries a list may have
)

// toUnicode leads from the glyphs back to their letters (9.10.3).
func (f *Font) toUnicode() []byte {
	b := []byte(unicodeHead)
	for from := 1; from < len(f.letters); from += unicodeList {
		to := min(from+unicodeList, len(f.letters))
		b = append(strconv.AppendInt(b, int64(to-from), 10), " beginbfchar\n"...)
		for n := from; n < to; n++ {
			b = append(appendHex16(append(b, '<'), uint16(n)), "><"...)
			b = append(appendHex(b, string(f.letters[n])), '\n')
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, unicodeFoot...)
}
