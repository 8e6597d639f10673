package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// docxMatrix is a table of rows and the choices they share. A box to tick stands
// before the code and the text of its row, all else behind.
type docxMatrix struct {
	writer        *docxWriter
	section       *form.Section
	before, after []form.Choice
	column        float64 // the width of a column of choices
}

// matrix is a matrix, or lines where it would leave too little room for the texts.
func (d *docxWriter) matrix(s *form.Section) *ooxml.Table {
	view := sectionView{*s, d.form}
	m := &docxMatrix{writer: d, section: s, before: view.Before(), after: view.After(), column: leastColumn * d.look.scale}
	for _, c := range s.Columns {
		for _, word := range strings.Fields(choiceWords(c)) {
			m.column = max(m.column, textWidth(word, d.look.label)+2*cellSides)
		}
	}
	texts := d.width - float64(len(s.Columns))*m.column
	if len(s.Columns) == 0 || texts < leastMatrixText*d.look.scale {
		return d.lines(s)
	}
	t := &ooxml.Table{Widths: m.widths(texts), Rows: []ooxml.TableRow{m.head()}}
	for i := range s.Rows {
		t.Rows = append(t.Rows, m.rows(&s.Rows[i])...)
	}
	return t
}

// cellSides is what a cell keeps free at each side; the writer of documents has
// the same.
const cellSides = 4

func (m *docxMatrix) widths(texts float64) []float64 {
	var out []float64
	for range m.before {
		out = append(out, m.column)
	}
	out = append(out, m.writer.itemWidths(texts)...)
	for range m.after {
		out = append(out, m.column)
	}
	return out
}

// head is the row of the names of the columns.
func (m *docxMatrix) head() ooxml.TableRow {
	d := m.writer
	cell := func(text string, own, center bool) ooxml.TableCell {
		in := words(text, ooxml.Font{})
		if own {
			in = d.own(text, ooxml.Font{})
		}
		return ooxml.TableCell{Edges: ooxml.Edges{Bottom: hexColor(colorBorder)}, Blocks: []ooxml.Block{&ooxml.Paragraph{Style: styleLabel, KeepNext: true, Center: center, Inlines: in}}}
	}
	row := ooxml.TableRow{Header: true, Whole: true}
	for _, c := range m.before {
		row.Cells = append(row.Cells, cell(choiceWords(c), false, true))
	}
	item := cell(rowWord(d.form, m.section), m.section.RowTier() == "", false)
	item.Span = len(d.itemWidths(1))
	row.Cells = append(row.Cells, item)
	for _, c := range m.after {
		row.Cells = append(row.Cells, cell(choiceWords(c), false, true))
	}
	return row
}

// rows are a row of the form, and below it what it has besides its choices.
func (m *docxMatrix) rows(r *form.Row) []ooxml.TableRow {
	d := m.writer
	item := d.itemCells(r, d.rowTexts(r))
	if !r.Rated() {
		item[len(item)-1].Span = 1 + len(m.after)
		item[0].Span = max(item[0].Span, 1) + len(m.before)
		return []ooxml.TableRow{{Whole: true, Cells: item}}
	}
	extras := d.extras(r)
	row := ooxml.TableRow{Whole: isShort(r)}
	for i := range m.before {
		row.Cells = append(row.Cells, m.box(r, r.Choices[i]))
	}
	row.Cells = append(row.Cells, item...)
	for i := range m.after {
		row.Cells = append(row.Cells, m.box(r, r.Choices[len(m.before)+i]))
	}
	if len(extras) == 0 {
		return []ooxml.TableRow{row}
	}
	for i := range row.Cells {
		row.Cells[i].Edges.Bottom = ""
		keepCell(&row.Cells[i])
	}
	return []ooxml.TableRow{row, d.below(len(m.before)+1+len(m.after)+len(d.itemWidths(1))-1, extras)}
}

// below is a row that belongs to the one above: over all columns, indented to where
// the texts begin.
func (d *docxWriter) below(columns int, content []ooxml.Block) ooxml.TableRow {
	for _, b := range content {
		if p, ok := b.(*ooxml.Paragraph); ok {
			p.Indent += d.codes
		}
	}
	return ooxml.TableRow{Whole: true, Cells: []ooxml.TableCell{ruledCell(ooxml.TableCell{Span: columns, Blocks: content})}}
}

func (m *docxMatrix) box(r *form.Row, c form.Choice) ooxml.TableCell {
	mark := &ooxml.Paragraph{Center: true, Inlines: []ooxml.Inline{m.writer.box(r, c)}}
	return ruledCell(ooxml.TableCell{Middle: true, Blocks: []ooxml.Block{mark}})
}

// keepCell keeps a cell with the row below it.
func keepCell(c *ooxml.TableCell) { c.Blocks = keptTogether(c.Blocks, true) }

// keptTogether keeps paragraphs with what follows.
func keptTogether(blocks []ooxml.Block, keep bool) []ooxml.Block {
	for _, b := range blocks {
		if p, ok := b.(*ooxml.Paragraph); ok && keep {
			p.KeepNext = true
		}
	}
	return blocks
}
