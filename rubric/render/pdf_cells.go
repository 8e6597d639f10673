package render

import (
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// leastCell is the width that a descriptor needs, in points.
const leastCell = 80

// cells draws each row's descriptors side by side: as one table where the rows
// share their levels, else a table each.
func (p *pdfWriter) cells(s *form.Section) {
	for _, r := range s.Rows {
		if n := len(levels(r.Choices)); n > 0 && p.width/float64(n) < leastCell*p.look.scale {
			p.stack(s)
			return
		}
	}
	if s.Columns != nil {
		p.grid(s.Rows, levels(s.Columns), sectionView{*s, p.form}.Caption())
		return
	}
	for i := range s.Rows {
		p.grid(s.Rows[i:i+1], levels(s.Rows[i].Choices), rowName(&s.Rows[i]))
	}
}

// pdfGrid is a table of rows and the descriptors of their levels.
type pdfGrid struct {
	writer *pdfWriter
	levels []form.Choice
	column float64
}

func (p *pdfWriter) grid(rows []form.Row, columns []form.Choice, summary string) {
	g := &pdfGrid{p, columns, p.width / float64(max(len(columns), 1))}
	table := p.root.Add("Table").Summary(summary)
	if len(columns) > 0 {
		p.flow.Add(g.head(table.Add("THead").Add("TR")))
	}
	body := table.Add("TBody")
	for i := range rows {
		g.row(body, &rows[i])
	}
	p.flow.EndTable()
}

// head is the row of levels; without an element it is drawn again.
func (g *pdfGrid) head(tr *pdf.Tag) flow.Row {
	p := g.writer
	row := flow.Row{Space: 0.75 * p.look.gap, Pad: p.look.gap / 2, Keep: true, Again: func() flow.Row { return g.head(nil) }, Behind: func(page *pdf.Page, x, y, height float64) {
		page.Fill(x, y, p.width, height, colorAccent)
	}}
	for i, c := range g.levels {
		var th *pdf.Tag
		if tr != nil {
			th = tr.Add("TH").Scope("Column")
		}
		x := float64(i)*g.column + p.look.gap*0.75
		row.Cells = append(row.Cells, flow.Cell{X: x, Pieces: p.plain(th, choiceWords(c), &p.look.inverse, g.column-p.look.gap)})
	}
	return row
}

// row draws what a row says over the whole width, its descriptors below, and
// below them its null states and extras.
func (g *pdfGrid) row(body *pdf.Tag, r *form.Row) {
	p := g.writer
	span := max(len(g.levels), 1)
	pad := 0.75 * p.look.gap
	th := body.Add("TR").Add("TH").Scope("Row").Span(span)
	p.flow.Add(flow.Row{
		Cells: p.item(th, r, pad, p.width-2*pad), Pad: 0.6 * p.look.gap, Keep: r.Rated(), Loose: true,
		Behind: func(page *pdf.Page, x, y, height float64) { page.Fill(x, y, p.width, height, colorTint) },
	})
	if !r.Rated() {
		return
	}
	m := p.marker(r)
	tr := body.Add("TR")
	below := len(nulls(r.Choices)) > 0 || r.Points != nil || r.Comment != nil
	p.flow.Add(g.descriptors(tr, m, pad, below))
	if !below {
		return
	}
	td := body.Add("TR").Add("TD").Span(span)
	extras := p.append(m.options(td, nulls(r.Choices), p.width-2*pad), p.extras(td, r, p.width-2*pad))
	p.flow.Add(flow.Row{Cells: []flow.Cell{{X: pad, Pieces: extras}}, Pad: 0.4 * p.look.gap, Behind: p.ruleBelow})
}

// descriptors is the row of the cells of the levels, with lines between them.
func (g *pdfGrid) descriptors(tr *pdf.Tag, m *marker, pad float64, keep bool) flow.Row {
	p := g.writer
	row := flow.Row{Pad: 0.6 * p.look.gap, Keep: keep, Behind: g.lines}
	for i, c := range levels(m.row.Choices) {
		td := tr.Add("TD")
		width := g.column - 1.75*pad
		pieces := append(m.named(td, c, &p.look.label, width), flow.Gap(p.look.gap/2))
		pieces = append(pieces, p.blocks(td, c.Text, &p.look.cell, width)...)
		pieces = p.append(pieces, p.blocks(td, c.Guidance, &p.look.small, width))
		row.Cells = append(row.Cells, flow.Cell{X: float64(i)*g.column + pad, Pieces: pieces})
	}
	return row
}

// lines draws the lines around the cells of a row.
func (g *pdfGrid) lines(page *pdf.Page, x, y, height float64) {
	for i := 1; i < len(g.levels); i++ {
		at := x + float64(i)*g.column
		page.Line(at, y, at, y+height, g.writer.look.hair, colorRule)
	}
	g.writer.ruleBelow(page, x, y, height)
}
