package ooxml

import (
	"fmt"
	"strings"
)

// cellMargin is what a cell keeps free at its sides, and cellLead above and below
// its texts, in points.
const (
	cellMargin = 4
	cellLead   = 3
)

func (t *Table) write(w *documentWriter) {
	total := 0.0
	for _, width := range t.Widths {
		total += width
	}
	fmt.Fprintf(w, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, twips(total))
	fmt.Fprintf(w, `<w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%d" w:type="dxa"/><w:bottom w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar>`,
		twips(cellLead), twips(cellMargin), twips(cellLead), twips(cellMargin))
	w.WriteString(`<w:tblLook w:val="0020" w:firstRow="1"/>`)
	if t.Caption != "" {
		w.WriteString(`<w:tblCaption w:val="` + xmlText(t.Caption) + `"/>`)
	}
	w.WriteString(`</w:tblPr><w:tblGrid>`)
	for _, width := range t.Widths {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, twips(width))
	}
	w.WriteString(`</w:tblGrid>`)
	for i := range t.Rows {
		w.row(t, &t.Rows[i])
	}
	w.WriteString(`</w:tbl>`)
}

func (w *documentWriter) row(t *Table, r *TableRow) {
	w.WriteString(`<w:tr>` + r.properties())
	column := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		span := max(c.Span, 1)
		width := 0.0
		for _, each := range t.Widths[column : column+span] {
			width += each
		}
		column += span
		w.cell(c, width)
	}
	w.WriteString(`</w:tr>`)
}

func (r *TableRow) properties() string {
	var b strings.Builder
	if r.Whole {
		b.WriteString(`<w:cantSplit/>`)
	}
	if r.Height > 0 {
		fmt.Fprintf(&b, `<w:trHeight w:val="%d" w:hRule="atLeast"/>`, twips(r.Height))
	}
	if r.Header {
		b.WriteString(`<w:tblHeader/>`)
	}
	if b.Len() == 0 {
		return ""
	}
	return `<w:trPr>` + b.String() + `</w:trPr>`
}

// cell writes a cell, which must end in a paragraph.
func (w *documentWriter) cell(c *TableCell, width float64) {
	fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, twips(width))
	if c.Span > 1 {
		fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, c.Span)
	}
	w.WriteString(c.Edges.word())
	if c.Fill != "" {
		w.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="` + c.Fill + `"/>`)
	}
	if c.Middle {
		w.WriteString(`<w:vAlign w:val="center"/>`)
	}
	w.WriteString(`</w:tcPr>`)
	w.blocks(c.Blocks)
	if n := len(c.Blocks); n == 0 || isTable(c.Blocks[n-1]) {
		(&Paragraph{}).write(w)
	}
	w.WriteString(`</w:tc>`)
}

func isTable(b Block) bool {
	_, table := b.(*Table)
	return table
}

// word writes the borders of a cell.
func (e Edges) word() string {
	var b strings.Builder
	for _, edge := range []struct{ name, color string }{{"top", e.Top}, {"left", e.Left}, {"bottom", e.Bottom}, {"right", e.Right}} {
		if edge.color != "" {
			b.WriteString(`<w:` + edge.name + ` w:val="single" w:sz="4" w:space="0" w:color="` + edge.color + `"/>`)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return `<w:tcBorders>` + b.String() + `</w:tcBorders>`
}
