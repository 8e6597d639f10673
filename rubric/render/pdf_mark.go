package render

import (
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// marker draws the buttons of one row.
type marker struct {
	writer  *pdfWriter
	row     *form.Row
	buttons *pdf.Buttons
}

// marker adds the field of a row.
func (p *pdfWriter) marker(r *form.Row) *marker {
	shape := pdf.Circle
	if r.Box {
		shape = pdf.Box
	}
	return &marker{p, r, p.document.AddButtons(r.Field, rowName(r), shape)}
}

// button is the button of a choice, as a piece of a line's height, in the
// middle of that.
func (m *marker) button(in *pdf.Tag, c form.Choice, height float64) flow.Piece {
	size := m.writer.look.mark
	return flow.Piece{Height: height, Draw: func(page *pdf.Page, x, y float64) {
		label := m.row.Code + ": " + choiceWords(c)
		m.buttons.Place(page, in, form.EscapeCode(c.Cell), label, x, y+(height-size)/2, size, m.writer.look.fields)
	}}
}

// named is a button with the words of its choice behind it. It stays with what
// describes the choice.
func (m *marker) named(in *pdf.Tag, c form.Choice, s *flow.Style, width float64) []flow.Piece {
	return kept(m.before(in, c, []flow.Span{{Text: choiceWords(c), Style: s}}, width))
}

// before is a button with words behind it, and what it is in is a paragraph of its
// own.
func (m *marker) before(in *pdf.Tag, c form.Choice, words []flow.Span, width float64) []flow.Piece {
	p, tag := m.writer, in.Add("P")
	button := m.button(tag, c, words[0].Style.Leading)
	return beside([]flow.Piece{button}, p.paragraph(tag, words, width-p.look.indent()), p.look.indent())
}

// Between options that stand side by side, in the gap of the look.
const optionGap = 2

// option is a button with the words of its choice behind it, side by side with
// others.
type option struct {
	pieces        []flow.Piece
	width, height float64
}

// options draws choices with their words, as many on a line as fit.
func (m *marker) options(in *pdf.Tag, choices []form.Choice, width float64) []flow.Piece {
	if len(choices) == 0 {
		return nil
	}
	p, tag := m.writer, in.Add("P")
	var out []flow.Piece
	var line []option
	room := width
	for _, c := range choices {
		o := m.option(tag, c, width)
		if o.width > room && len(line) > 0 {
			out = append(out, p.optionLine(line))
			line, room = nil, width
		}
		line = append(line, o)
		room -= o.width + optionGap*p.look.gap
	}
	return append(out, p.optionLine(line))
}

func (m *marker) option(tag *pdf.Tag, c form.Choice, width float64) option {
	p := m.writer
	lines := p.setter.Lines([]flow.Span{{Text: choiceWords(c), Style: &p.look.choice}}, width-p.look.indent())
	o := option{pieces: beside([]flow.Piece{m.button(tag, c, p.look.choice.Leading)}, pieces(tag, lines), p.look.indent())}
	for i := range lines {
		o.width = max(o.width, lines[i].Width)
	}
	for i := range o.pieces {
		o.height += o.pieces[i].Height
	}
	o.width += p.look.indent()
	return o
}

// optionLine draws options side by side.
func (p *pdfWriter) optionLine(line []option) flow.Piece {
	height := 0.0
	for _, o := range line {
		height = max(height, o.height)
	}
	return flow.Piece{Height: height + 0.5*p.look.gap, Draw: func(page *pdf.Page, x, y float64) {
		for _, o := range line {
			at := y + 0.25*p.look.gap
			for _, piece := range o.pieces {
				piece.Draw(page, x, at)
				at += piece.Height
			}
			x += o.width + optionGap*p.look.gap
		}
	}}
}

// extras draws what a row has besides its levels: points and a comment.
func (p *pdfWriter) extras(in *pdf.Tag, r *form.Row, width float64) []flow.Piece {
	var out []flow.Piece
	if r.Points != nil {
		out = p.points(in, r)
	}
	if r.Comment != nil {
		out = p.append(out, p.comment(in, r, width))
	}
	return out
}
