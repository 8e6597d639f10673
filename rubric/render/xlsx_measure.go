package render

import (
	"strings"

	"rubrickit/rubric/internal/ooxml"
)

// A workbook does not grow its rows when it is opened, so their heights are
// computed here. Widths are those of Arial, which Helvetica, Liberation Sans and
// others share; lines that programs break elsewhere are allowed for.

// arialWidths are the advances of the characters from space to "~", in
// thousandths of the size.
var arialWidths = [...]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

const (
	otherWidth = 600  // of a letter with an accent, or of another alphabet
	wideWidth  = 1000 // of signs as wide as they are high
	firstWide  = 0x1100
	boldWider  = 1.09
	// looser is how much wider a text may come out: programs round widths on
	// screens, and break lines by printers.
	looser  = 1.05
	leading = 1.28 // height of a line, in sizes
	// cellPadding is what a cell keeps free at its sides together, in points.
	cellPadding = 6
	rowPadding  = 6
)

// textWidth is how wide a text is in a font, in points.
func textWidth(text string, f ooxml.Font) float64 {
	sum := 0
	for _, r := range text {
		switch {
		case r >= ' ' && r <= '~':
			sum += int(arialWidths[r-' '])
		case r >= firstWide && !(r >= 0x1E00 && r <= 0x2BFF):
			sum += wideWidth
		default:
			sum += otherWidth
		}
	}
	width := looser * f.Size * float64(sum) / 1000
	if f.Bold {
		width *= boldWider
	}
	return width
}

// cellLine is a line of a cell's text, which may be more than one on the page.
type cellLine []ooxml.Run

// size is the greatest size of type in a line.
func (l cellLine) size() float64 {
	most := 0.0
	for _, r := range l {
		most = max(most, r.Font.Size)
	}
	return most
}

// height is how high a line stands in a column, in points.
func (l cellLine) height(width float64) float64 {
	return float64(len(l.breaks(width))+1) * l.size() * leading
}

// place is a place in a line: before a byte of a run.
type place struct{ run, at int }

// breaks are the places at which a line goes on below, in a column.
func (l cellLine) breaks(width float64) []place {
	var out []place
	room := width - cellPadding
	x := 0.0
	for i, r := range l {
		at := 0
		for _, word := range strings.SplitAfter(r.Text, " ") {
			visible := textWidth(strings.TrimRight(word, " "), r.Font)
			if x > 0 && x+visible > room {
				out = append(out, place{i, at})
				x = 0
			}
			if visible > room {
				out, x = splitWord(out, word, place{i, at}, r.Font, room)
			} else {
				x += textWidth(word, r.Font)
			}
			at += len(word)
		}
	}
	return out
}

// splitWord breaks a word that is wider than a line, and tells how far its last
// line goes.
func splitWord(breaks []place, word string, from place, f ooxml.Font, room float64) ([]place, float64) {
	x := 0.0
	for i, r := range word {
		width := textWidth(string(r), f)
		if x > 0 && x+width > room {
			breaks = append(breaks, place{from.run, from.at + i})
			x = 0
		}
		x += width
	}
	return breaks, x
}

// cut divides a line at a place.
func (l cellLine) cut(p place) (before, after cellLine) {
	r := l[p.run]
	before = append(before, l[:p.run]...)
	if p.at > 0 {
		before = append(before, ooxml.Run{Text: strings.TrimRight(r.Text[:p.at], " "), Font: r.Font})
	}
	after = append(after, ooxml.Run{Text: r.Text[p.at:], Font: r.Font})
	return before, append(after, l[p.run+1:]...)
}

// height is how high lines stand in a column, in points.
func height(lines []cellLine, width float64) float64 {
	sum := 0.0
	for _, l := range lines {
		sum += l.height(width)
	}
	return sum
}

// fit divides lines among cells that stand one below the other, none of them
// higher than a row can be.
func fit(lines []cellLine, width, most float64) [][]cellLine {
	var out [][]cellLine
	var cell []cellLine
	room := most
	for len(lines) > 0 {
		l := lines[0]
		if h := l.height(width); h <= room {
			cell, room, lines = append(cell, l), room-h, lines[1:]
			continue
		}
		if each := l.size() * leading; len(cell) == 0 || room > 3*each {
			before, after := l.cut(l.breaks(width)[max(int(room/each), 1)-1])
			cell, lines = append(cell, before), append([]cellLine{after}, lines[1:]...)
		}
		out, cell, room = append(out, cell), nil, most
	}
	return append(out, cell)
}

// joinLines is the text of a cell with its line breaks.
func joinLines(lines []cellLine) []ooxml.Run {
	var out []ooxml.Run
	for i, l := range lines {
		if i > 0 && len(l) > 0 {
			out = append(out, ooxml.Run{Text: "\n", Font: l[0].Font})
		}
		out = append(out, l...)
	}
	return out
}
