package flow

import (
	"strings"

	"rubrickit/rubric/internal/pdf"
)

// Line is a line of text.
type Line struct {
	Width  float64 // without the spaces at its end
	Height float64
	parts  []part
	spaces float64 // at its end
	base   float64 // of its letters, from the top
}

// part is a stretch of a line that is drawn at once.
type part struct {
	style *Style
	face  int // index of the face among those of the style
	text  pdf.Text
	link  string
	box   string // what a box stands for, where no font has it
	width float64
}

// joins reports whether a part goes on with another.
func (p *part) joins(q *part) bool {
	return p.style == q.style && p.face == q.face && p.link == q.link && p.box == "" && q.box == ""
}

// add puts a word at the end of the line.
func (l *Line) add(w word) {
	for i := range w.parts {
		l.addPart(w.parts[i])
	}
	l.Width += l.spaces + w.width
	l.spaces = w.spaces
}

func (l *Line) addPart(p part) {
	l.Height = max(l.Height, p.style.Leading)
	l.base = max(l.base, p.style.baseline())
	if n := len(l.parts); n > 0 && l.parts[n-1].joins(&p) {
		last := &l.parts[n-1]
		last.text.Glyphs = append(last.text.Glyphs, p.text.Glyphs...)
		last.width += p.width
		return
	}
	p.text.Glyphs = append([]pdf.Glyph(nil), p.text.Glyphs...) // the word's stay its own
	l.parts = append(l.parts, p)
}

// Draw draws the line as content of an element, nil for what is none, with its
// left end at x and its top at y.
func (l *Line) Draw(p *pdf.Page, tag *pdf.Tag, x, y float64) {
	for i := range l.parts {
		part := &l.parts[i]
		own := tag
		if part.link != "" && tag != nil {
			own = tag.Add("Link")
		}
		mark(p, own)
		part.draw(p, x, y+l.base)
		if own != tag {
			p.Link(own, part.link, part.link, x, y, part.width, l.Height)
		}
		x += part.width
	}
}

// mark says whose content is drawn: an element's, or nobody's.
func mark(p *pdf.Page, tag *pdf.Tag) {
	if tag == nil {
		p.Artifact()
		return
	}
	p.Mark(tag)
}

func (q *part) draw(p *pdf.Page, x, base float64) {
	size := q.style.Size
	if q.box != "" {
		p.ActualText(q.box)
		p.Fill(x+boxGap*size, base-boxHeight*size, q.width-2*boxGap*size, boxHeight*size, q.style.Color.Faded(boxFading))
		p.EndActualText()
		return
	}
	p.Text(x, base, q.text)
	if q.style.Underline {
		y := base + underlineBelow*size
		p.Line(x, y, x+q.width, y, underlineWidth*size, q.style.Color)
	}
}

// The box that stands for a symbol that no font has, in the font's size. It is
// filled, as an empty one would look like a box to tick.
const (
	boxWidth  = 0.7
	boxHeight = 0.66
	boxGap    = 0.07
	boxFading = 0.65
)

// Texts are the runs of glyphs of the line, without what is drawn as a box.
func (l *Line) Texts() []pdf.Text {
	var out []pdf.Text
	for i := range l.parts {
		if l.parts[i].box == "" {
			out = append(out, l.parts[i].text)
		}
	}
	return out
}

// String is what the line says.
func (l *Line) String() string {
	var b strings.Builder
	for i := range l.parts {
		b.WriteString(l.parts[i].box)
		b.WriteString(l.parts[i].text.String())
	}
	return b.String()
}
