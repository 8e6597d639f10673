// Package flow sets text in lines and lays rows of it out on the pages of a
// document. It knows nothing about rubrics.
package flow

import "rubrickit/rubric/internal/pdf"

// Face is a font of a document; Heavy makes it bold where it has no bold weight.
type Face struct {
	Font  *pdf.Font
	Heavy bool
}

// Style is how text looks.
type Style struct {
	Faces     []Face  // each letter is drawn in the first that has it
	Size      float64 // in points
	Leading   float64 // from one line to the next, in points
	Color     pdf.Color
	Underline bool
}

// hair is what lengths may differ by and still be the same, so that lines and
// pages end in the same places on processors that round products differently.
const hair = 1e-6

// Span is a stretch of text of one look.
type Span struct {
	Text  string
	Style *Style
	Link  string // the address it leads to, "" for none
	Break bool   // the text after the span begins a line
}

// baseline is where letters stand in a line: this much of the leading above,
// with what is more than the size shared above and below.
func (s *Style) baseline() float64 { return (s.Leading-s.Size)/2 + ascent*s.Size }

// ascent is how much of a font's size is above the baseline.
const ascent = 0.78

// What an underline is, in the font's size: its distance and thickness.
const (
	underlineBelow = 0.16
	underlineWidth = 0.055
)
