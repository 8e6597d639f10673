package font

import "errors"

// mostLetters bounds what a table of letters may hold: Unicode has fewer.
const mostLetters = 1 << 21

// readLetters reads the table that leads from letters to glyphs.
func readLetters(cmap table, glyphs int) (map[rune]GlyphID, error) {
	best := unicodeTable(cmap)
	l := &letterReader{letters: map[rune]GlyphID{}, glyphs: glyphs}
	switch best.u16(0) {
	case 4:
		l.segments(best)
	case 12:
		l.groups(best)
	default:
		return nil, errors.New("this font has no table of Unicode letters that is understood (cmap format 4 or 12)")
	}
	if l.steps > mostLetters {
		return nil, errors.New("this font is damaged: its table of letters names more than there are")
	}
	return l.letters, nil
}

// unicodeTable picks the table with the most letters: all of Unicode before
// its first 65,536.
func unicodeTable(cmap table) table {
	var best table
	for i := range cmap.u16(2) {
		entry := cmap.from(4 + 8*i)
		platform, encoding := entry.u16(0), entry.u16(2)
		sub := cmap.from(entry.u32(4))
		isUnicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		format := sub.u16(0)
		if isUnicode && (format == 4 && best == nil || format == 12) {
			best = sub
		}
	}
	return best
}

type letterReader struct {
	letters map[rune]GlyphID
	glyphs  int
	steps   int // letters looked at
}

func (l *letterReader) add(r rune, g int) {
	if g > 0 && g < l.glyphs {
		l.letters[r] = GlyphID(g)
	}
}

// segments reads format 4: ranges of letters with a shift, or with a list.
func (l *letterReader) segments(t table) {
	n := t.u16(6) / 2
	ends, starts := 14, 16+2*n
	shifts, lists := starts+2*n, starts+4*n
	for i := range n {
		first, last := t.u16(starts+2*i), t.u16(ends+2*i)
		list := t.u16(lists + 2*i)
		for r := first; r <= last && r < 0xffff && l.step(); r++ {
			g := r
			if list != 0 {
				if g = t.u16(lists + 2*i + list + 2*(r-first)); g == 0 {
					continue
				}
			}
			l.add(rune(r), (g+t.u16(shifts+2*i))&0xffff)
		}
	}
}

// groups reads format 12: ranges of letters whose glyphs follow each other.
func (l *letterReader) groups(t table) {
	for i := range t.u32(12) {
		group := t.from(16 + 12*i)
		if len(group) < 12 {
			return
		}
		first, last, g := group.u32(0), group.u32(4), group.u32(8)
		for r := first; r <= last && r <= 0x10ffff && l.step(); r++ {
			l.add(rune(r), g+r-first)
		}
	}
}

func (l *letterReader) step() bool {
	l.steps++
	return l.steps <= mostLetters
}
