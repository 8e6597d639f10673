package pdf

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rubrickit/rubric/internal/font"
)

// The codes of WinAnsiEncoding, and what its gaps are drawn as (Annex D.2).
const (
	firstCode, lastCode = 32, 255
	bullet              = '•'
)

// UseEntryFont sets the font in which viewers draw what people write into
// fields: the letters of western Europe, since these fonts have single bytes.
func (d *Document) UseEntryFont(f *font.Font) {
	o, base := d.objects, subsetTag("Entry")+f.Name()
	subset := f.NewSubset()
	letters := map[rune]uint16{}
	widths := make([]float64, 0, lastCode-firstCode+1)
	for code := firstCode; code <= lastCode; code++ {
		r := winAnsi(byte(code))
		g, ok := f.Glyph(r)
		if !ok {
			widths = append(widths, 0)
			continue
		}
		if _, ok := letters[r]; !ok {
			letters[r] = subset.Add(g)
		}
		widths = append(widths, f.Advance(g))
	}
	file := o.alloc()
	data := subset.File(letters)
	o.stream(file, newDict().int("Length1", len(data)), data)
	d.entryFont = o.add(typed("Font").name("Subtype", "TrueType").name("BaseFont", base).
		name("Encoding", "WinAnsiEncoding").int("FirstChar", firstCode).int("LastChar", lastCode).
		numbers("Widths", widths...).ref("FontDescriptor", o.add(descriptor(f, base, nonsymbolic, file))))
}

// winAnsi is the letter of a code of WinAnsiEncoding, which is Windows-1252 but
// for its gaps.
func winAnsi(code byte) rune {
	r := charmap.Windows1252.DecodeByte(code)
	if r == utf8.RuneError || r >= 0x7f && r < 0xa0 {
		return bullet
	}
	return r
}
