package render

import (
	"slices"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// lines draws each row's text over the whole width, and its choices below.
func (p *pdfWriter) lines(s *form.Section) {
	for i := range s.Rows {
		r := &s.Rows[i]
		p.itemRows(r, func(in *pdf.Tag, m *marker, width float64) []flow.Piece {
			return m.options(in, r.Choices, width)
		})
	}
}

// itemRows draws a row of its own: its texts, then what marks draws, then its
// extras, with a line below.
func (p *pdfWriter) itemRows(r *form.Row, marks func(in *pdf.Tag, m *marker, width float64) []flow.Piece) {
	in := p.root.Add("Div")
	texts := flow.Row{Cells: p.item(in, r, 0, p.width), Space: 0.75 * p.look.gap, Loose: true}
	if !r.Rated() {
		texts.Behind = p.ruleBelow
		texts.Pad = p.look.gap / 2
		p.flow.Add(texts)
		return
	}
	texts.Keep = true
	p.flow.Add(texts)
	width := p.width - p.codes
	below := p.append(marks(in, p.marker(r), width), p.extras(in, r, width))
	p.flow.Add(flow.Row{
		Cells: []flow.Cell{{X: p.codes, Pieces: append(below, flow.Gap(0.75*p.look.gap))}},
		Space: p.look.gap / 3, Behind: p.ruleBelow,
	})
}

// stack draws each row's levels one below the other, with their descriptors.
func (p *pdfWriter) stack(s *form.Section) {
	for i := range s.Rows {
		r := &s.Rows[i]
		p.itemRows(r, func(in *pdf.Tag, m *marker, width float64) []flow.Piece {
			return p.append(m.levels(in.Add("L").Numbering("None"), width), m.options(in, nulls(r.Choices), width))
		})
	}
}

// levels draws the levels of a row one below the other.
func (m *marker) levels(list *pdf.Tag, width float64) []flow.Piece {
	p := m.writer
	indent, style := p.look.indent(), &p.look.choice
	if m.isDescribed() {
		style = &p.look.strong
	}
	var out []flow.Piece
	for _, c := range levels(m.row.Choices) {
		body := list.Add("LI").Add("LBody")
		texts := append(p.blocks(body, c.Text, &p.look.text, width-indent), p.blocks(body, c.Guidance, &p.look.small, width-indent)...)
		out = append(out, m.named(body, c, style, width)...)
		for _, piece := range texts {
			out = append(out, shifted(piece, indent))
		}
		out = append(out, flow.Gap(p.look.gap/2))
	}
	return out
}

// isDescribed reports whether the row says what its levels look like.
func (m *marker) isDescribed() bool {
	return slices.ContainsFunc(m.row.Choices, func(c form.Choice) bool { return len(c.Text)+len(c.Guidance) > 0 })
}
