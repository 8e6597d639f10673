package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// pdfMatrix is a table of rows and the choices they share. A box to tick stands
// before the text of its row, all else behind.
type pdfMatrix struct {
	writer        *pdfWriter
	section       *form.Section
	before, after []form.Choice
	column        float64 // the width of a column of choices
	text          float64 // that of the column of texts
}

// What the columns of a matrix need, in points.
const (
	leastColumn     = 34
	leastMatrixText = 190
)

// noLineEnd is a sign that keeps a line from ending there: columns are as wide
// as what stands between spaces.
const noLineEnd = "\u2060"

// matrix draws a matrix, or lines where it would leave too little room for the
// texts.
func (p *pdfWriter) matrix(s *form.Section) {
	m := p.newMatrix(s)
	if m == nil {
		p.lines(s)
		return
	}
	table := p.root.Add("Table").Summary(sectionView{*s, p.form}.Caption())
	p.flow.Add(m.head(table.Add("THead").Add("TR")))
	body := table.Add("TBody")
	for i := range s.Rows {
		m.row(body, &s.Rows[i])
	}
	p.flow.EndTable()
}

// newMatrix measures the columns, nil where they do not fit.
func (p *pdfWriter) newMatrix(s *form.Section) *pdfMatrix {
	view := sectionView{*s, p.form}
	if len(s.Columns) == 0 {
		return nil
	}
	m := &pdfMatrix{writer: p, section: s, before: view.Before(), after: view.After(), column: leastColumn * p.look.scale}
	for _, c := range s.Columns {
		for _, word := range strings.Fields(choiceWords(c)) {
			m.column = max(m.column, p.setter.Width(word, &p.look.label)+p.look.gap/2)
		}
	}
	m.text = p.width - float64(len(s.Columns))*m.column
	if m.text < leastMatrixText*p.look.scale {
		return nil
	}
	return m
}

// start is where the texts begin.
func (m *pdfMatrix) start() float64 { return float64(len(m.before)) * m.column }

// each calls do for every column: its choice, nil for the texts, its number
// among the choices, and its left edge.
func (m *pdfMatrix) each(do func(c *form.Choice, i int, x float64)) {
	x := 0.0
	for i := range m.before {
		do(&m.before[i], i, x)
		x += m.column
	}
	do(nil, 0, x)
	x += m.text
	for i := range m.after {
		do(&m.after[i], len(m.before)+i, x)
		x += m.column
	}
}

// head is the row of column heads; without an element it is drawn again.
func (m *pdfMatrix) head(tr *pdf.Tag) flow.Row {
	p := m.writer
	row := flow.Row{Space: p.look.gap / 2, Pad: p.look.gap / 3, Keep: true, Again: func() flow.Row { return m.head(nil) }, Behind: func(page *pdf.Page, x, y, height float64) {
		page.Line(x, y+height, x+p.width, y+height, 2*p.look.hair, colorBorder)
	}}
	m.each(func(c *form.Choice, _ int, x float64) {
		var th *pdf.Tag
		if tr != nil {
			th = tr.Add("TH").Scope("Column")
		}
		if c == nil {
			row.Cells = append(row.Cells, flow.Cell{X: x, Pieces: p.plain(th, rowWord(p.form, m.section), &p.look.label, m.text), Align: flow.Bottom})
			return
		}
		words := strings.ReplaceAll(choiceWords(*c), "/", "/"+noLineEnd)
		lines := p.setter.Lines([]flow.Span{{Text: words, Style: &p.look.label}}, m.column)
		row.Cells = append(row.Cells, flow.Cell{X: x, Pieces: centered(th, lines, m.column), Align: flow.Bottom})
	})
	return row
}

// row draws a row, and below it what it has besides its choices.
func (m *pdfMatrix) row(body *pdf.Tag, r *form.Row) {
	p := m.writer
	tr := body.Add("TR")
	row := flow.Row{Pad: 0.55 * p.look.gap, Behind: p.ruleBelow}
	if !r.Rated() {
		row.Cells = p.item(tr.Add("TH").Scope("Row").Span(1+len(m.section.Columns)), r, 0, p.width)
		p.flow.Add(row)
		return
	}
	marker := p.marker(r)
	m.each(func(c *form.Choice, i int, x float64) {
		if c == nil {
			row.Cells = append(row.Cells, p.item(tr.Add("TH").Scope("Row"), r, x, m.text-p.look.gap)...)
			return
		}
		button := shifted(marker.button(tr.Add("TD"), r.Choices[i], p.look.text.Leading), (m.column-p.look.mark)/2)
		row.Cells = append(row.Cells, flow.Cell{X: x, Pieces: []flow.Piece{button}, Align: flow.Middle})
	})
	if r.Comment == nil {
		p.flow.Add(row)
		return
	}
	row.Keep, row.Behind = true, nil
	p.flow.Add(row)
	extra := body.Add("TR").Add("TD").Span(1 + len(m.section.Columns))
	x := m.start()
	p.flow.Add(flow.Row{Pad: p.look.gap / 2, Behind: p.ruleBelow, Cells: []flow.Cell{{X: x, Pieces: p.comment(extra, r, p.width-x)}}})
}
