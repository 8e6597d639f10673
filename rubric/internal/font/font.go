// Package font reads TrueType fonts: which letters they have, how wide these
// are and how near they stand; and writes the parts that a document embeds.
//
// The format is that of the OpenType specification, ISO/IEC 14496-22. A font
// may come from outside: whatever its bytes are, reading it ends soon and
// without a crash.
package font

import (
	"errors"
	"fmt"
	"math/bits"
)

// GlyphID numbers the glyphs of a font. Number 0 is what a viewer draws for a
// letter that the font lacks.
type GlyphID uint16

// Font is a TrueType font. It does not change once it is read.
type Font struct {
	tables     map[string]table
	unitsPerEm int
	glyphs     int // how many it has
	advances   int // how many of them have a width of their own
	longLoca   bool
	letters    map[rune]GlyphID
	kerns      []kerning
}

// The signatures of the files that are fonts, by their first four bytes.
const (
	signTrueType   = "\x00\x01\x00\x00"
	signApple      = "true"
	signPostScript = "OTTO"
	signCollection = "ttcf"
)

// mayNotEmbed is the bit of OS/2.fsType that forbids embedding.
const mayNotEmbed = 0x0002

// Parse reads a font file. It fails for what is no TrueType font, or is one
// that may not be embedded.
func Parse(data []byte) (*Font, error) {
	if err := checkSignature(data); err != nil {
		return nil, err
	}
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Font{
		tables:     tables,
		unitsPerEm: tables["head"].u16(18),
		longLoca:   tables["head"].u16(50) != 0,
		glyphs:     tables["maxp"].u16(4),
		advances:   tables["hhea"].u16(34),
	}
	if err := f.check(); err != nil {
		return nil, err
	}
	if f.letters, err = readLetters(tables["cmap"], f.glyphs); err != nil {
		return nil, err
	}
	f.kerns = readKerning(tables["GPOS"])
	return f, nil
}

func checkSignature(data []byte) error {
	if len(data) < 12 {
		return errors.New("this is no font: the file is too short")
	}
	switch string(data[:4]) {
	case signTrueType, signApple:
		return nil
	case signPostScript:
		return errors.New("this font has PostScript outlines (.otf); take its TrueType version (.ttf)")
	case signCollection:
		return errors.New("this is a collection of fonts (.ttc); take a file with one font (.ttf)")
	default:
		return errors.New("this is no TrueType font (.ttf)")
	}
}

// directory returns the tables of a font by their names.
func directory(data []byte) (map[string]table, error) {
	head := table(data)
	tables := map[string]table{}
	for i := range head.u16(4) {
		entry := 12 + 16*i
		if entry+16 > len(data) {
			return nil, errors.New("this font is cut off in its list of tables")
		}
		name, from, size := string(data[entry:entry+4]), head.u32(entry+8), head.u32(entry+12)
		if from > len(data) || size > len(data)-from {
			return nil, fmt.Errorf("this font is cut off: its table %q ends beyond the file", name)
		}
		tables[name] = table(data[from : from+size])
	}
	return tables, nil
}

func (f *Font) check() error {
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"} {
		if len(f.tables[name]) == 0 {
			return fmt.Errorf("this font has no table %q, so it cannot be embedded", name)
		}
	}
	switch {
	case f.unitsPerEm < 16 || f.unitsPerEm > 16384:
		return fmt.Errorf("this font is damaged: it divides the em into %d units", f.unitsPerEm)
	case f.glyphs == 0 || f.advances == 0 || f.advances > f.glyphs || 4*f.advances > len(f.tables["hmtx"]):
		return fmt.Errorf("this font is damaged: %d glyphs with %d widths", f.glyphs, f.advances)
	case f.tables["OS/2"].u16(8)&mayNotEmbed != 0:
		return errors.New("this font's licence forbids embedding it in documents; take another one")
	}
	return nil
}

// Glyph returns the glyph of a letter, and whether the font has one.
func (f *Font) Glyph(r rune) (GlyphID, bool) {
	g, ok := f.letters[r]
	return g, ok
}

// Advance is the width of a glyph, in thousandths of the font's size.
func (f *Font) Advance(g GlyphID) float64 { return f.thousandths(f.advance(g)) }

// advance is the width of a glyph in units; the last one stands for the rest.
func (f *Font) advance(g GlyphID) int {
	return f.tables["hmtx"].u16(4 * min(int(g), f.advances-1))
}

// bearing is the distance from a glyph's origin to its outline, in units.
func (f *Font) bearing(g GlyphID) int {
	if int(g) < f.advances {
		return f.tables["hmtx"].i16(4*int(g) + 2)
	}
	return f.tables["hmtx"].i16(4*f.advances + 2*(int(g)-f.advances))
}

func (f *Font) thousandths(units int) float64 {
	return float64(units) * 1000 / float64(f.unitsPerEm)
}

// Metrics are the measures of a font as a whole, in thousandths of its size.
type Metrics struct {
	Ascent, Descent, CapHeight float64
	Box                        [4]float64 // left, bottom, right, top of all glyphs
}

// Metrics returns the measures of the font.
func (f *Font) Metrics() Metrics {
	m := Metrics{
		Ascent:    f.thousandths(f.tables["hhea"].i16(4)),
		Descent:   f.thousandths(f.tables["hhea"].i16(6)),
		CapHeight: f.thousandths(f.tables["OS/2"].i16(88)),
	}
	if m.CapHeight <= 0 { // before version 2 of the table
		m.CapHeight = 0.9 * m.Ascent
	}
	for i := range m.Box {
		m.Box[i] = f.thousandths(f.tables["head"].i16(36 + 2*i))
	}
	return m
}

// outline is the drawing of a glyph, nil where it has none.
func (f *Font) outline(g GlyphID) table {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	from, to := 2*loca.u16(2*int(g)), 2*loca.u16(2*int(g)+2)
	if f.longLoca {
		from, to = loca.u32(4*int(g)), loca.u32(4*int(g)+4)
	}
	if from >= to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// table is a stretch of a font file. What lies beyond its end reads as 0, so
// that no file can make its reader fail.
type table []byte

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(t[at])<<8 | int(t[at+1])
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int { return t.u16(at)<<16 | t.u16(at+2) }

// from is the rest of a table after an offset, nothing beyond its end.
func (t table) from(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}

// searchFields are the three numbers by which old readers search a list of n
// entries of a size: the largest power of two times the size, its logarithm,
// and what remains.
func searchFields(n, size int) [3]int {
	log := bits.Len(uint(n)) - 1
	power := 1 << log
	return [3]int{power * size, log, (n - power) * size}
}
