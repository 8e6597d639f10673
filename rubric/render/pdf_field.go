package render

import (
	"slices"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// The heights of fields for several lines, in points.
const (
	notesHeight   = 64
	commentHeight = 32
)

// fieldShares are how much of a row each kind of field gets beside others; one
// without a share has a row of its own.
var fieldShares = map[form.Kind]float64{form.ShortText: 3, form.Date: 2, form.Sign: 5}

// fieldRows draws fields side by side, and those for several lines alone.
func (p *pdfWriter) fieldRows(fields []form.Field, space float64) {
	var row []form.Field
	flush := func(more bool) {
		if len(row) > 0 {
			p.fieldRow(row, space, more)
			row, space = nil, p.look.gap
		}
	}
	for i, f := range fields {
		if fieldShares[f.Kind] == 0 {
			flush(true)
			row = append(row, f)
			flush(i < len(fields)-1)
			continue
		}
		row = append(row, f)
		if p.look.scale > 1 && len(row) == 2 {
			flush(i < len(fields)-1)
		}
	}
	flush(false)
}

// fieldRow draws fields side by side, each below its label.
func (p *pdfWriter) fieldRow(fields []form.Field, space float64, keep bool) {
	shares := 0.0
	for _, f := range fields {
		shares += fieldShares[f.Kind]
	}
	row := flow.Row{Space: space, Keep: keep}
	x, room := 0.0, p.width-float64(len(fields)-1)*p.look.gap
	for _, f := range fields {
		width := room
		if len(fields) > 1 {
			width = room * fieldShares[f.Kind] / shares
		}
		row.Cells = append(row.Cells, flow.Cell{X: x, Pieces: p.field(p.root, f, f.Label, notesHeight, width)})
		x += width + p.look.gap
	}
	p.flow.Add(row)
}

// field draws a field below its label, which the name says in full to those who
// hear the form. Fields for several lines have a height.
func (p *pdfWriter) field(in *pdf.Tag, f form.Field, name string, height, width float64) []flow.Piece {
	tag := p.ours(in.Add("P"))
	lines := f.Kind == form.LongText
	h := p.look.entry
	if lines {
		h = height * p.look.scale
	}
	entry := pdf.TextField{Name: f.Name, Label: name, Lines: lines, Value: f.Value, Drawn: p.entered(f.Value), Late: p.late && isHead(p.form, f)}
	draw := func(page *pdf.Page, x, y float64) {
		page.TextField(tag, entry, x, y, width, h, p.look.fields)
	}
	label := append(p.plain(tag, f.Label, &p.look.label, width), flow.Gap(p.look.gap/4))
	return append(kept(label), flow.Piece{Height: h, Draw: draw})
}

// isHead reports whether a field is one of the head.
func isHead(f *form.Form, field form.Field) bool {
	return slices.ContainsFunc(f.Head, func(head form.Field) bool { return head.Name == field.Name })
}

// entered is how what stands in a field looks.
func (p *pdfWriter) entered(text string) []pdf.Text {
	if text == "" {
		return nil
	}
	return p.line(text, &p.look.text, noEnd).Texts()
}

// noEnd is a width in which any text stands on one line, in points.
const noEnd = 1e6

// comment draws the field for a comment on a row.
func (p *pdfWriter) comment(in *pdf.Tag, r *form.Row, width float64) []flow.Piece {
	return p.field(in, *r.Comment, r.Code+": "+r.Comment.Label, commentHeight, width)
}

// pointsField is the width of a field for a number, in points.
const pointsField = 56

// points draws the field for a row's points behind what may be written there.
func (p *pdfWriter) points(in *pdf.Tag, r *form.Row) []flow.Piece {
	tag := p.ours(in.Add("P"))
	l := p.look
	label := p.line(pointsWords(p.form.Words, r.Points), &l.label, p.width-pointsField*l.scale-l.gap)
	draw := func(page *pdf.Page, x, y float64) {
		label.Draw(page, tag, x, y+(l.entry-label.Height)/2)
		field := pdf.TextField{Name: r.Points.Field, Label: r.Code + ": " + pointsWords(p.form.Words, r.Points)}
		page.TextField(tag, field, x+label.Width+l.gap, y, pointsField*l.scale, l.entry, l.fields)
	}
	return []flow.Piece{{Height: l.entry, Draw: draw}}
}
