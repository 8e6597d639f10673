package render

import (
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
	"rubrickit/rubric/markup"
)

// title draws the head of the form: logo, title, who is rated by whom, and what
// the framework says of itself.
func (p *pdfWriter) title() {
	p.titleRow()
	if p.form.Publisher != "" {
		p.prose(p.plain(p.root.Add("P"), p.form.Publisher, &p.look.small, p.width), p.look.gap/4)
	}
	p.fieldRows(p.form.Head, p.look.gap*1.2)
	p.prose(p.plain(p.ours(p.root.Add("P")), howTo(p.form), &p.look.small, p.width), p.look.gap)
	p.prose(p.blocks(p.root, p.form.Intro, &p.look.text, p.width), p.look.gap*1.2)
	p.sheetGuidance(p.root)
}

// The room that a logo may take: beside the title, which has the rest.
const (
	logoWidth  = 120
	logoHeight = 46
)

// titleRow draws the title, and the logo on its right.
func (p *pdfWriter) titleRow() {
	row, width := flow.Row{}, p.width
	if p.logo != nil {
		cell, taken := p.logoCell()
		width -= taken + p.look.gap
		row.Cells = append(row.Cells, cell)
	}
	title := p.paragraph(p.root.Add("H1"), p.spans(p.form.Title, p.look.heading(1)), width)
	row.Cells = append([]flow.Cell{{Pieces: title}}, row.Cells...)
	p.flow.Add(row)
}

// logoCell is the logo at the right end, and how wide it is.
func (p *pdfWriter) logoCell() (flow.Cell, float64) {
	scale := min(logoWidth/float64(p.logo.Width), logoHeight/float64(p.logo.Height))
	width, height := scale*float64(p.logo.Width), scale*float64(p.logo.Height)
	x := p.width - width
	figure := p.ours(p.root.Add("Figure")).Alt(p.form.Words.Logo)
	draw := func(page *pdf.Page, left, top float64) {
		page.Mark(figure)
		page.Image(p.logo, left, top, width, height)
	}
	return flow.Cell{X: x, Pieces: []flow.Piece{{Height: height, Draw: draw}}}, width
}

// prose draws texts over the whole width, which may go on on the next page.
func (p *pdfWriter) prose(pieces []flow.Piece, space float64) {
	if len(pieces) > 0 {
		p.flow.Add(flow.Row{Cells: []flow.Cell{{Pieces: pieces}}, Space: space, Loose: true})
	}
}

// sheetGuidance draws how to rate, under a heading of its own.
func (p *pdfWriter) sheetGuidance(in *pdf.Tag) {
	if len(p.form.Guidance) == 0 {
		return
	}
	p.ours(p.heading(in, 2, []markup.Run{{Text: p.form.Words.Guidance}}))
	p.prose(p.blocks(in, p.form.Guidance, &p.look.text, p.width), p.look.gap/2)
}

// keys draws what the levels of the scales mean.
func (p *pdfWriter) keys() {
	for i := range p.form.Keys {
		p.ours(p.heading(p.root, 2, []markup.Run{{Text: p.form.Words.Levels}}))
		p.key(&p.form.Keys[i])
	}
}

// key draws the levels of a scale as a table: what each is called, and means.
func (p *pdfWriter) key(k *form.Key) {
	table := p.root.Add("Table").Summary(p.form.Words.Levels)
	names := 0.0
	for _, c := range k.Levels {
		names = max(names, p.setter.Width(choiceWords(c), &p.look.strong))
	}
	names = min(names+2*p.look.gap, p.width/3)
	for _, c := range k.Levels {
		tr := table.Add("TR")
		head, text := tr.Add("TH").Scope("Row"), tr.Add("TD")
		body := p.blocks(text, c.Text, &p.look.text, p.width-names)
		body = append(body, p.blocks(text, c.Guidance, &p.look.small, p.width-names)...)
		p.flow.Add(flow.Row{
			Pad: p.look.gap / 3, Behind: p.ruleBelow,
			Cells: []flow.Cell{
				{Pieces: p.plain(head, choiceWords(c), &p.look.strong, names-p.look.gap)},
				{X: names, Pieces: body},
			},
		})
	}
}

// ruleBelow draws the line below a row.
func (p *pdfWriter) ruleBelow(page *pdf.Page, x, y, height float64) {
	page.Line(x, y+height, x+p.width, y+height, p.look.hair, colorRule)
}

// foot draws notes and signature, which stay together, and the rights.
func (p *pdfWriter) foot() {
	p.fieldRows(p.form.Foot, 2.5*p.look.gap)
	if rights := rightsRuns(p.form); len(rights) > 0 {
		p.prose(p.paragraph(p.root.Add("P"), p.spans(rights, &p.look.small), p.width), 1.5*p.look.gap)
	}
}
