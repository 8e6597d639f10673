package render

import (
	"fmt"

	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/internal/pdf"
)

// xlsxLook are the fonts and the measures of a form as a workbook, in points.
type xlsxLook struct {
	scale                                            float64 // 1, or more for large print
	title, heading, text, strong, code, small, label ooxml.Font
	head                                             ooxml.Font // of columns, on a dark ground
	margin                                           float64
}

// xlsxText is the size of a workbook's text, which is also that of its standard
// font.
const xlsxText = 10

func newXLSXLook(large bool) *xlsxLook {
	s := 1.0
	if large {
		s = 1.8
	}
	font := func(size float64, bold bool, c pdf.Color) ooxml.Font {
		return ooxml.Font{Size: size, Bold: bold, Color: hexColor(c)}
	}
	return &xlsxLook{
		scale:   s,
		title:   font(20*(1+s)/2, true, colorInk),
		heading: font(12.5*(1+s)/2+(s-1)*3, true, colorAccent),
		text:    font(xlsxText*s, false, colorInk),
		strong:  font(xlsxText*s, true, colorInk),
		code:    font(xlsxText*s, true, colorAccent),
		small:   font(8.5*s, false, colorGrey),
		label:   font(8.5*s, true, colorGrey),
		head:    font(9*s, true, colorPaper),
		margin:  40,
	}
}

// hexColor is a colour as office documents write it: RRGGBB.
func hexColor(c pdf.Color) string {
	part := func(v float64) int { return int(float64(v*255) + 0.5) }
	return fmt.Sprintf("%02X%02X%02X", part(c[0]), part(c[1]), part(c[2]))
}

// wrapped is the style of a text that is not typed in.
func wrapped(f ooxml.Font) ooxml.CellStyle { return ooxml.CellStyle{Font: f, Wrap: true} }

// entryStyle is the style of a cell that takes what is typed, as a text whatever
// it begins with.
func (l *xlsxLook) entryStyle() ooxml.CellStyle {
	border := hexColor(colorBorder)
	return ooxml.CellStyle{
		Font: l.text, Fill: hexColor(colorEntry), Wrap: true, Open: true, Format: ooxml.FormatText,
		Edges: ooxml.Edges{Left: border, Right: border, Top: border, Bottom: border},
	}
}

// ruled draws a thin line below a cell.
func ruled(s ooxml.CellStyle) ooxml.CellStyle {
	s.Edges.Bottom = hexColor(colorRule)
	return s
}

// indentWidth is how far a program moves an indented text in, in points.
const indentWidth = 8

// indentedCell keeps a text apart from that in the cell before it.
func indentedCell(s ooxml.CellStyle) ooxml.CellStyle {
	s.Indent = 1
	return s
}
