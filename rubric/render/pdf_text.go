package render

import (
	"fmt"
	"strings"

	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
	"rubrickit/rubric/markup"
)

// spans are runs of text in a style.
func (p *pdfWriter) spans(runs []markup.Run, s *flow.Style) []flow.Span {
	var out []flow.Span
	for _, r := range runs {
		if r.Break {
			out = append(out, flow.Span{Style: s, Break: true})
			continue
		}
		style := s
		if r.Strong {
			style = p.look.bold(style)
		}
		if r.Emphasis {
			style = p.look.emphasis(style)
		}
		link := ""
		if safeLink(r.Link) {
			link, style = r.Link, p.look.emphasis(style)
		}
		out = append(out, flow.Span{Text: r.Text, Style: style, Link: link})
	}
	return out
}

// paragraph sets spans as content of an element.
func (p *pdfWriter) paragraph(tag *pdf.Tag, spans []flow.Span, width float64) []flow.Piece {
	return pieces(tag, p.setter.Lines(spans, width))
}

// plain sets a text as content of an element.
func (p *pdfWriter) plain(tag *pdf.Tag, text string, s *flow.Style, width float64) []flow.Piece {
	return p.paragraph(tag, []flow.Span{{Text: text, Style: s}}, width)
}

// pieces are the lines of a paragraph as content of an element. Its first line
// and its last one do not stand on a page alone.
func pieces(tag *pdf.Tag, lines []flow.Line) []flow.Piece {
	out := make([]flow.Piece, len(lines))
	for i := range lines {
		line := &lines[i]
		out[i] = flow.Piece{Height: line.Height, Draw: func(page *pdf.Page, x, y float64) { line.Draw(page, tag, x, y) }}
	}
	if n := len(out); n > 1 {
		out[0].Keep, out[n-2].Keep = true, true
	}
	return out
}

// kept are pieces that stay with what follows.
func kept(pieces []flow.Piece) []flow.Piece {
	for i := range pieces {
		pieces[i].Keep = true
	}
	return pieces
}

// centered are lines in the middle of a width.
func centered(tag *pdf.Tag, lines []flow.Line, width float64) []flow.Piece {
	out := pieces(tag, lines)
	for i := range out {
		out[i] = shifted(out[i], (width-lines[i].Width)/2)
	}
	return out
}

// shifted is a piece that is drawn further to the right.
func shifted(piece flow.Piece, by float64) flow.Piece {
	if draw := piece.Draw; draw != nil {
		piece.Draw = func(page *pdf.Page, x, y float64) { draw(page, x+by, y) }
	}
	return piece
}

// blocks sets paragraphs and lists within an element.
func (p *pdfWriter) blocks(in *pdf.Tag, blocks []markup.Block, s *flow.Style, width float64) []flow.Piece {
	var out []flow.Piece
	for i, b := range blocks {
		if i > 0 {
			out = append(out, flow.Gap(p.between(s)))
		}
		if b.Kind == markup.Paragraph {
			out = append(out, p.paragraph(in.Add("P"), p.spans(b.Runs, s), width)...)
			continue
		}
		out = append(out, p.list(in, b, s, width)...)
	}
	return out
}

// between is the space between two paragraphs.
func (p *pdfWriter) between(s *flow.Style) float64 { return 0.3 * s.Leading }

// list sets a list; its entries have their marks before them.
func (p *pdfWriter) list(in *pdf.Tag, b markup.Block, s *flow.Style, width float64) []flow.Piece {
	numbering := "Disc"
	if b.Kind == markup.NumberList {
		numbering = "Decimal"
	}
	list := in.Add("L").Numbering(numbering)
	indent := p.setter.Width(listMark(b, len(b.Items)-1)+" ", s) + 0.5*s.Size
	var out []flow.Piece
	for i, item := range b.Items {
		if i > 0 {
			out = append(out, flow.Gap(0.5*p.between(s)))
		}
		entry := list.Add("LI")
		mark := p.plain(entry.Add("Lbl"), listMark(b, i), s, width)
		out = append(out, beside(mark, p.blocks(entry.Add("LBody"), item, s, width-indent), indent)...)
	}
	return out
}

// listMark is what stands before the entry of a list.
func listMark(b markup.Block, i int) string {
	if b.Kind == markup.NumberList {
		return fmt.Sprintf("%d.", b.Start+i)
	}
	return "•"
}

// beside puts the first piece of a mark before the first piece of a body, which
// is indented.
func beside(mark, body []flow.Piece, indent float64) []flow.Piece {
	out := make([]flow.Piece, len(body))
	for i := range body {
		out[i] = shifted(body[i], indent)
	}
	if len(mark) == 0 || len(body) == 0 {
		return append(out, mark...)
	}
	first := out[0]
	out[0].Height = max(first.Height, mark[0].Height)
	out[0].Draw = func(page *pdf.Page, x, y float64) {
		mark[0].Draw(page, x, y)
		if first.Draw != nil {
			first.Draw(page, x, y)
		}
	}
	return out
}

// tags sets the labels of an item.
func (p *pdfWriter) tags(in *pdf.Tag, tags []string, width float64) []flow.Piece {
	if len(tags) == 0 {
		return nil
	}
	return p.plain(in.Add("P"), strings.Join(tags, " · "), &p.look.small, width)
}
