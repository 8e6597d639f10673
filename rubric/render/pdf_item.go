package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// item sets what a row says, as cells of a width: its code before it, where
// codes are short, or below its title.
func (p *pdfWriter) item(in *pdf.Tag, r *form.Row, x, width float64) []flow.Cell {
	lead := in.Add("P")
	if p.codes == 0 {
		return []flow.Cell{{X: x, Pieces: p.longCodeItem(in, lead, r, width)}}
	}
	code := p.plain(lead, r.Code+" ", &p.look.code, p.codes)
	return []flow.Cell{
		{X: x, Pieces: code},
		{X: x + p.codes, Pieces: p.itemText(in, lead, r, width-p.codes)},
	}
}

// longCodeItem sets a row's texts, with its code below the first of them.
func (p *pdfWriter) longCodeItem(in, lead *pdf.Tag, r *form.Row, width float64) []flow.Piece {
	pieces := p.itemText(in, lead, r, width)
	code := p.plain(in.Add("P"), r.Code, &p.look.small, width)
	return append(pieces, code...)
}

// itemText sets a row's texts; the first paragraph is content of top.
func (p *pdfWriter) itemText(in, top *pdf.Tag, r *form.Row, width float64) []flow.Piece {
	first, rest := lead(r.Title, r.Text)
	style := &p.look.text
	if len(r.Title) > 0 {
		style = &p.look.strong
	}
	pieces := p.paragraph(top, p.spans(first, style), width)
	pieces = p.append(pieces, p.blocks(in, rest, &p.look.text, width))
	pieces = append(pieces, p.tags(in, r.Tags, width)...)
	if len(r.Stem) > 0 {
		pieces = p.append(pieces, p.paragraph(in.Add("P"), p.spans(r.Stem, &p.look.text), width))
	}
	pieces = p.append(pieces, p.explanations(in, r.Explains, width))
	return p.append(pieces, p.blocks(in, r.Guidance, &p.look.small, width))
}

// explanations sets the items below a rated one as a list.
func (p *pdfWriter) explanations(in *pdf.Tag, explains []form.Explanation, width float64) []flow.Piece {
	if len(explains) == 0 {
		return nil
	}
	list := in.Add("L").Numbering("None")
	var out []flow.Piece
	for i := range explains {
		e := &explains[i]
		indent := float64(e.Depth) * 1.5 * p.look.gap
		entry := list.Add("LI").Add("LBody")
		for _, piece := range p.explanation(entry, e, width-indent) {
			out = append(out, shifted(piece, indent))
		}
	}
	return out
}

func (p *pdfWriter) explanation(in *pdf.Tag, e *form.Explanation, width float64) []flow.Piece {
	first, rest := lead(e.Title, e.Text)
	spans := append([]flow.Span{{Text: e.Code + "  ", Style: &p.look.label}}, p.spans(first, &p.look.text)...)
	pieces := p.paragraph(in.Add("P"), spans, width)
	return append(pieces, p.blocks(in, rest, &p.look.text, width)...)
}

// rowName is what a field asks, for those who hear the form: the row's code and
// text on one line.
func rowName(r *form.Row) string {
	name := strings.Join(strings.Fields(r.Name()), " ")
	if name == r.Code {
		return name
	}
	return r.Code + ": " + name
}
