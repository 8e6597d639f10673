package font

import "encoding/binary"

// Subset collects glyphs of a font, and writes a font with only these. Its
// numbers are those of the new font: 0 is the sign for a missing letter, the
// others follow in the order in which they were added.
type Subset struct {
	font   *Font
	glyphs []GlyphID
}

// NewSubset returns a subset of the font with glyph 0.
func (f *Font) NewSubset() *Subset { return &Subset{font: f, glyphs: []GlyphID{0}} }

// Add adds a glyph and returns its number. A glyph that is added twice has two
// numbers, so that each can stand for a letter of its own.
func (s *Subset) Add(g GlyphID) uint16 {
	s.glyphs = append(s.glyphs, g)
	return uint16(len(s.glyphs) - 1)
}

// Len is how many numbers are given out: those of letters, from 0.
func (s *Subset) Len() int { return len(s.glyphs) }

// Full reports whether no further glyph can be added: what letters are
// composed of needs numbers too.
func (s *Subset) Full() bool { return len(s.glyphs) >= 0x8000 }

// Advance is the width of a glyph by its number here, in thousandths of the
// font's size.
func (s *Subset) Advance(number uint16) float64 { return s.font.Advance(s.glyphs[number]) }

// File writes the font of the glyphs that were added. With letters, which
// lead to numbers of the subset, it can be used by itself, else only through
// these numbers.
func (s *Subset) File(letters map[rune]uint16) []byte {
	outlines, glyphs := s.outlines()
	tables := map[string][]byte{}
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if t, ok := s.font.tables[name]; ok {
			tables[name] = t
		}
	}
	tables["head"] = patched(s.font.tables["head"], 50, 1) // long offsets
	tables["hhea"] = patched(s.font.tables["hhea"], 34, len(glyphs))
	tables["maxp"] = patched(s.font.tables["maxp"], 4, len(glyphs))
	tables["hmtx"] = s.widths(glyphs)
	tables["loca"], tables["glyf"] = joined(outlines)
	if letters != nil {
		tables["cmap"] = letterTable(letters)
		tables["post"] = append([]byte{0, 3, 0, 0}, make([]byte, 28)...) // no names
		tables["OS/2"] = s.font.tables["OS/2"]
	}
	return file(tables)
}

// patched is a copy of a table with another number at a place.
func patched(t table, at, number int) []byte {
	out := append(make([]byte, 0, max(len(t), at+2)), t...)
	for len(out) < at+2 {
		out = append(out, 0)
	}
	binary.BigEndian.PutUint16(out[at:], uint16(number))
	return out
}

func (s *Subset) widths(glyphs []GlyphID) []byte {
	var out []byte
	for _, g := range glyphs {
		out = binary.BigEndian.AppendUint16(out, uint16(s.font.advance(g)))
		out = binary.BigEndian.AppendUint16(out, uint16(s.font.bearing(g)))
	}
	return out
}

// outlines returns the drawings of the glyphs, and the glyphs: those that were
// added, and those that they are composed of.
func (s *Subset) outlines() ([][]byte, []GlyphID) {
	glyphs := append([]GlyphID(nil), s.glyphs...)
	numbers := map[GlyphID]int{}
	for i := len(glyphs) - 1; i >= 0; i-- {
		numbers[glyphs[i]] = i
	}
	var out [][]byte
	for i := 0; i < len(glyphs); i++ {
		outline := append([]byte(nil), s.font.outline(glyphs[i])...)
		eachPart(outline, func(at int) {
			part := GlyphID(table(outline).u16(at))
			if _, ok := numbers[part]; !ok && len(glyphs) < 0xffff {
				numbers[part] = len(glyphs)
				glyphs = append(glyphs, part)
			}
			binary.BigEndian.PutUint16(outline[at:], uint16(numbers[part]))
		})
		out = append(out, outline)
	}
	return out, glyphs
}

// The flags of a part of a composed glyph (glyf).
const (
	partWords     = 0x0001 // its offsets are two bytes each
	partScale     = 0x0008
	partMore      = 0x0020 // another part follows
	partTwoScales = 0x0040
	partMatrix    = 0x0080
)

// eachPart calls do with the place of the glyph number of each part of a
// composed outline.
func eachPart(outline []byte, do func(at int)) {
	t := table(outline)
	if t.i16(0) >= 0 {
		return
	}
	for at := 10; at+4 <= len(outline); {
		flags := t.u16(at)
		do(at + 2)
		if flags&partMore == 0 {
			return
		}
		at += 4 + partSize(flags)
	}
}

// partSize is the length of what follows a part's glyph number.
func partSize(flags int) int {
	size := 2
	if flags&partWords != 0 {
		size = 4
	}
	switch {
	case flags&partScale != 0:
		size += 2
	case flags&partTwoScales != 0:
		size += 4
	case flags&partMatrix != 0:
		size += 8
	}
	return size
}

// joined puts outlines one behind the other, and lists where each begins.
func joined(outlines [][]byte) (loca, glyf []byte) {
	for _, o := range outlines {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = padded(append(glyf, o...))
	}
	return binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), glyf
}

// padded fills bytes up to a multiple of four.
func padded(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
