package render

import (
	"fmt"

	"rubrickit/rubric/internal/ooxml"
)

// docxLook are the fonts and the measures of a form as a text document, in points.
type docxLook struct {
	scale                            float64 // 1, or more for large print
	text, strong, code, small, label ooxml.Font
	head                             ooxml.Font // of the levels of a grid, on a dark ground
	box                              ooxml.Font
	gap, margin                      float64
}

// The styles of paragraphs, by their ids.
const (
	styleText   = "Normal"
	styleTitle  = "Title"
	styleFooter = "Footer"
	styleSmall  = "Small"
	styleLabel  = "Label"
)

// headingStyle is the id of the style of a heading, from 1.
func headingStyle(level int) string { return fmt.Sprintf("Heading%d", min(level, docxHeadings)) }

// docxHeadings is how many levels of headings there are.
const docxHeadings = 5

func newDOCXLook(large bool) *docxLook {
	s := 1.0
	if large {
		s = largePrint
	}
	ink, grey, accent := hexColor(colorInk), hexColor(colorGrey), hexColor(colorAccent)
	return &docxLook{
		scale:  s,
		text:   ooxml.Font{Size: docxText * s, Color: ink},
		strong: ooxml.Font{Size: docxText * s, Color: ink, Bold: true},
		code:   ooxml.Font{Size: docxText * s, Color: accent, Bold: true},
		small:  ooxml.Font{Size: 8.5 * s, Color: grey},
		label:  ooxml.Font{Size: 8.5 * s, Color: grey, Bold: true},
		head:   ooxml.Font{Size: 9 * s, Color: hexColor(colorPaper), Bold: true},
		box:    ooxml.Font{Size: 13 * s, Color: accent},
		gap:    8 * s, margin: 50,
	}
}

// docxText is the size of a document's text.
const docxText = 9.5

// headingSizes are the sizes of headings by level, from 1.
var headingSizes = [docxHeadings]float64{13.5, 11.5, 10.5, 10, docxText}

// styles are those of the document; the first is that of its texts.
func (l *docxLook) styles() []ooxml.ParagraphStyle {
	grown := func(size float64) float64 { return l.scale*docxText + (1+l.scale)/2*(size-docxText) }
	out := []ooxml.ParagraphStyle{
		{ID: styleText, Name: "Normal", Font: l.text},
		{ID: styleTitle, Name: "Title", Font: ooxml.Font{Size: grown(21), Bold: true, Color: hexColor(colorInk)}, After: 4},
		{ID: styleSmall, Name: "Small", Font: l.small},
		{ID: styleLabel, Name: "Label", Font: l.label},
		{ID: styleFooter, Name: "footer", Font: ooxml.Font{Size: 8 * (1 + l.scale) / 2, Color: hexColor(colorGrey)}},
	}
	for i, size := range headingSizes {
		color := colorAccent
		if i%2 == 1 {
			color = colorInk
		}
		out = append(out, ooxml.ParagraphStyle{
			ID: headingStyle(i + 1), Name: fmt.Sprintf("heading %d", i+1), Font: ooxml.Font{Size: grown(size), Bold: true, Color: hexColor(color)},
			Before: l.gap * max(1, 2.2-0.5*float64(i)), After: l.gap / 2, KeepNext: true, Outline: i + 1,
		})
	}
	return out
}
