package render

import (
	"slices"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/markup"
)

// cells is a table of the rows, the levels of each side by side with their
// descriptors, below its texts. Where the levels are the same in all rows their
// names stand at the head, which every page repeats, and beside the boxes as well,
// for those who hear the document.
func (d *docxWriter) cells(s *form.Section) *ooxml.Table {
	count := 1
	for i := range s.Rows {
		count = max(count, len(levels(s.Rows[i].Choices)))
	}
	t := &ooxml.Table{Widths: d.cellWidths(count)}
	for i := range s.Rows {
		t.Rows = append(t.Rows, d.cellRows(&s.Rows[i], count)...)
	}
	return t
}

// cellWidths are the columns of a grid of so many levels: the first of them is two,
// since codes stand above it.
func (d *docxWriter) cellWidths(count int) []float64 {
	each := d.width / float64(count)
	out := slices.Repeat([]float64{each}, count)
	if d.codes > 0 && d.codes < each {
		out = append([]float64{d.codes, each - d.codes}, out[1:]...)
	}
	return out
}

// cellRows are a row of the form: its texts, its levels, and what it has besides
// them.
func (d *docxWriter) cellRows(r *form.Row, count int) []ooxml.TableRow {
	columns := len(d.cellWidths(count))
	item := d.itemCells(r, d.rowTexts(r))
	if columns == count { // no column of codes
		item = d.wholeItem(r)
	}
	item[len(item)-1].Span = columns - len(item) + 1
	rows := []ooxml.TableRow{{Whole: true, Cells: item}}
	if !r.Rated() {
		return rows
	}
	for i := range item {
		item[i].Edges.Bottom = ""
		item[i].Fill = hexColor(colorTint)
		keepCell(&item[i])
	}
	rows = append(rows, d.levelRow(r, count, columns))
	if more := slices.Concat(d.options(r, nulls(r.Choices)), d.extras(r)); len(more) > 0 {
		rows = append(rows, ooxml.TableRow{Whole: true, Cells: []ooxml.TableCell{ruledCell(ooxml.TableCell{Span: columns, Blocks: more})}})
	}
	return rows
}

// wholeItem is a row's code and texts in one cell.
func (d *docxWriter) wholeItem(r *form.Row) []ooxml.TableCell {
	content := d.rowTexts(r)
	if !d.longCodes {
		content = append(paragraph(styleText, words(r.Code, d.look.code)), content...)
	}
	return []ooxml.TableCell{ruledCell(ooxml.TableCell{Blocks: content})}
}

// levelRow are the levels of a row side by side.
func (d *docxWriter) levelRow(r *form.Row, count, columns int) ooxml.TableRow {
	rule := hexColor(colorRule)
	row := ooxml.TableRow{Whole: isShort(r)}
	for i, c := range levels(r.Choices) {
		name := &ooxml.Paragraph{KeepNext: true, Inlines: append([]ooxml.Inline{d.box(r, c)}, words("\u00a0"+choiceWords(c), d.look.strong)...)}
		blocks := append([]ooxml.Block{name}, d.texts(c.Text, styleText, 0)...)
		cell := ooxml.TableCell{Blocks: append(blocks, d.texts(c.Guidance, styleSmall, 0)...), Edges: ooxml.Edges{Left: rule, Right: rule, Bottom: rule, Top: rule}}
		if i == 0 {
			cell.Span = columns - count + 1
		}
		row.Cells = append(row.Cells, cell)
	}
	if missing := count - len(row.Cells); missing > 0 {
		row.Cells = append(row.Cells, ooxml.TableCell{Span: missing})
	}
	return row
}

// textLength is how many characters a choice has to be read.
func textLength(c form.Choice) int {
	return len(markup.PlainBlocks(c.Text)) + len(markup.PlainBlocks(c.Guidance))
}
