package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
	"rubrickit/rubric/markup"
)

// arrangements draw the rows of a section, one for each arrangement.
var arrangements = map[form.Arrangement]func(*pdfWriter, *form.Section){
	form.Matrix: (*pdfWriter).matrix,
	form.Lines:  (*pdfWriter).lines,
	form.Cells:  (*pdfWriter).cells,
	form.Stack:  (*pdfWriter).stack,
}

// section draws a heading, what it says, and its rows. A heading without rows stays
// with the one that follows.
func (p *pdfWriter) section(s *form.Section) {
	p.sectionHead(s)
	if len(s.Rows) > 0 {
		arrangements[s.Arrangement](p, s)
		p.flow.Flush()
	}
}

func (p *pdfWriter) sectionHead(s *form.Section) {
	if s.Code == "" {
		p.flow.Add(flow.Row{Space: 1.5 * p.look.gap, Keep: true})
		return
	}
	level := min(s.Depth+2, 6)
	title := s.Title
	if s.Continued {
		title = append(title[:len(title):len(title)], markup.Run{Text: " (" + p.form.Words.Continued + ")"})
	}
	if !hasLongCodes(p.form) {
		title = append([]markup.Run{{Text: s.Code + "  "}}, title...)
	}
	p.heading(p.root, level, title)
	if s.Continued {
		return
	}
	var pieces []flow.Piece
	if hasLongCodes(p.form) {
		pieces = p.plain(p.root.Add("P"), s.Code, &p.look.small, p.width)
	}
	pieces = append(pieces, p.tags(p.root, s.Tags, p.width)...)
	pieces = p.append(pieces, p.blocks(p.root, s.Text, &p.look.text, p.width))
	pieces = p.append(pieces, p.blocks(p.root, s.Guidance, &p.look.small, p.width))
	if len(s.Stem) > 0 {
		pieces = p.append(pieces, p.paragraph(p.root.Add("P"), p.spans(s.Stem, &p.look.strong), p.width))
	}
	if len(pieces) > 0 {
		p.flow.Add(flow.Row{Cells: []flow.Cell{{Pieces: pieces}}, Space: p.look.gap / 4, Keep: len(s.Rows) > 0, Loose: true})
	}
}

// append adds texts below others, with a space between.
func (p *pdfWriter) append(above, below []flow.Piece) []flow.Piece {
	if len(above) > 0 && len(below) > 0 {
		above = append(above, flow.Gap(p.between(&p.look.text)))
	}
	return append(above, below...)
}

// headingSpace is the space above a heading, by its level.
func (p *pdfWriter) headingSpace(level int) float64 {
	return p.look.gap * max(1, 3-0.5*float64(level-2))
}

// heading draws a heading, which stays with what follows, and a bookmark to it.
func (p *pdfWriter) heading(in *pdf.Tag, level int, title []markup.Run) *pdf.Tag {
	style := p.look.heading(level)
	tag := in.Add("H" + string(rune('0'+level)))
	pieces := p.paragraph(tag, p.spans(title, style), p.width)
	if len(pieces) == 0 {
		return tag
	}
	name, draw := strings.Join(strings.Fields(markup.PlainRuns(title)), " "), pieces[0].Draw
	pieces[0].Draw = func(page *pdf.Page, x, y float64) {
		p.document.Bookmark(level, name, page, y)
		draw(page, x, y)
	}
	p.flow.Add(flow.Row{Cells: []flow.Cell{{Pieces: pieces}}, Space: p.headingSpace(level), Keep: true})
	return tag
}
