package render

import (
	"slices"
	"unicode/utf8"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
	"rubrickit/rubric/markup"
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
	style := &m.writer.look.choice
	if m.isDescribed() {
		style = &m.writer.look.strong
	}
	var out []flow.Piece
	for _, c := range levels(m.row.Choices) {
		out = append(out, m.level(list.Add("LI").Add("LBody"), c, style, width)...)
		out = append(out, flow.Gap(m.writer.look.gap/2))
	}
	return out
}

// level draws a level and what describes it.
func (m *marker) level(in *pdf.Tag, c form.Choice, s *flow.Style, width float64) []flow.Piece {
	p := m.writer
	words, text := p.levelWords(c, s)
	out, indent := m.before(in, c, words, width), p.look.indent()
	below := append(p.blocks(in, text, &p.look.text, width-indent), p.blocks(in, c.Guidance, &p.look.small, width-indent)...)
	if len(below) > 0 {
		kept(out)
	}
	for _, piece := range below {
		out = append(out, shifted(piece, indent))
	}
	return out
}

// shortWords is how many characters a level's words may have to be followed by its
// text on the same line: a number, such as 10.
const shortWords = 3

// levelWords are the words behind a level's button, and the blocks below them. Words
// that are but a number take the first paragraph of the text with them.
func (p *pdfWriter) levelWords(c form.Choice, s *flow.Style) ([]flow.Span, []markup.Block) {
	words := []flow.Span{{Text: choiceWords(c), Style: s}}
	if utf8.RuneCountInString(words[0].Text) > shortWords || len(c.Text) == 0 || c.Text[0].Kind != markup.Paragraph {
		return words, c.Text
	}
	words[0].Text += "  "
	return append(words, p.spans(c.Text[0].Runs, &p.look.text)...), c.Text[1:]
}

// isDescribed reports whether the row says what its levels look like.
func (m *marker) isDescribed() bool {
	return slices.ContainsFunc(m.row.Choices, func(c form.Choice) bool { return len(c.Text)+len(c.Guidance) > 0 })
}
