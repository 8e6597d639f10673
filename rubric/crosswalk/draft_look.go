package crosswalk

import (
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/internal/ooxml"
)

// Looks of a workbook's cells. They hold texts, whatever is typed: 1.10 is a code
// and no number.
var (
	draftHeader = ooxml.CellStyle{Font: ooxml.Font{Size: 10, Bold: true}, Fill: "E3EEEE", Edges: ooxml.Edges{Bottom: edgeOfItem}, Format: ooxml.FormatText, Middle: true}
	draftText   = ooxml.CellStyle{Font: ooxml.Font{Size: 10}, Edges: ooxml.Edges{Bottom: edgeOfRow}, Format: ooxml.FormatText, Wrap: true}
	draftEntry  = ooxml.CellStyle{Font: ooxml.Font{Size: 10}, Fill: "FFF9E6", Edges: ooxml.Edges{Left: edgeOfRow, Right: edgeOfRow, Top: edgeOfRow, Bottom: edgeOfRow}, Format: ooxml.FormatText, Wrap: true, Open: true}
)

// style is how the cells of a column look. A day may be typed as people write it
// where they live.
func (c draftColumn) style() ooxml.CellStyle {
	style := draftText
	if c.decides {
		style = draftEntry
	}
	if c.name == keyOn {
		style.Format = ooxml.FormatDay
	}
	return style
}

// Colours of the lines around cells: within the rows of an item, and above the
// first of them.
const (
	edgeOfRow  = "D5DBDE"
	edgeOfItem = "6F7B84"
)

const (
	// digit is the width of a digit of a workbook's standard font, in points:
	// 7 pixels at 96 an inch.
	digit = 5.25
	// filterWidth is what the button of a filter takes of a header's cell.
	filterWidth = 20
)

// points is how wide a column is, in points: its header is seen whole.
func (c draftColumn) points() float64 {
	return max(float64(float64(c.width)*digit), float64(float64(len(c.name))*boldDigit)+filterWidth)
}

// boldDigit is about the width of a bold letter of a header.
const boldDigit = 6

const (
	// letter is about the widest that letters of prose are on average, in points.
	letter = 5.6
	// line is the height of a line, and rowRoom what is free above and below, in
	// points.
	line, rowRoom = 13, 4
	// cellRoom is what a cell keeps free at its sides together, in points.
	cellRoom = 6
)

// height is how high a row has to be for its texts, in points: programs do not
// see to that when they open a workbook.
func height(columns []draftColumn, cells []ooxml.PageCell) float64 {
	most := 1
	for i, c := range columns {
		most = max(most, linesOf(cells[i].Runs[0].Text, columnLetters(c)))
	}
	return float64(line*most + rowRoom)
}

// columnLetters is how many letters stand on a line of a column.
func columnLetters(c draftColumn) int { return max(1, int((c.points()-cellRoom)/letter)) }

// linesOf counts the lines of a text of which so many letters stand on each.
func linesOf(text string, letters int) int {
	lines, left := 1, letters
	for i, word := range strings.Fields(text) {
		long := utf8.RuneCountInString(word)
		switch {
		case i > 0 && 1+long > left:
			lines, left = lines+1, letters
		case i > 0:
			left-- // the space before it
		}
		for ; long > left; left = letters { // it is broken
			lines, long = lines+1, long-left
		}
		left -= long
	}
	return lines
}
