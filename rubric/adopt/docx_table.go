package adopt

import (
	"slices"
	"strconv"
	"strings"

	"rubrickit/rubric/internal/ooxml"
)

// docxTable is a table that is read.
type docxTable struct {
	rows []docxRow
}

type docxRow struct {
	before int // columns that the row leaves out at its beginning
	cells  []docxCell
}

type docxCell struct {
	span       int
	goesOn     bool // it is a part of the cell above
	paragraphs []*docxParagraph
}

func (t *docxTable) open(name string, e ooxml.Element) {
	switch name {
	case "tr":
		t.rows = append(t.rows, docxRow{})
	case "tc":
		if r := t.row(); r != nil {
			r.cells = append(r.cells, docxCell{span: 1})
		}
	case "gridBefore":
		if r := t.row(); r != nil {
			r.before = span(e)
		}
	case "gridSpan":
		if c := t.cell(); c != nil {
			c.span = span(e)
		}
	case "vMerge":
		if c := t.cell(); c != nil {
			c.goesOn = e.Linked("val") != "restart"
		}
	}
}

// span reads over how many columns something goes.
func span(e ooxml.Element) int {
	n, err := strconv.Atoi(e.Linked("val"))
	if err != nil {
		return 1
	}
	return min(max(n, 1), mostColumns)
}

func (t *docxTable) row() *docxRow {
	if len(t.rows) == 0 {
		return nil
	}
	return &t.rows[len(t.rows)-1]
}

func (t *docxTable) cell() *docxCell {
	r := t.row()
	if r == nil || len(r.cells) == 0 {
		return nil
	}
	return &r.cells[len(r.cells)-1]
}

func (t *docxTable) add(p *docxParagraph) {
	if c := t.cell(); c != nil {
		c.paragraphs = append(c.paragraphs, p)
	}
}

// nest takes the texts of a table that stands in a cell.
func (t *docxTable) nest(inner *docxTable) {
	for _, r := range inner.rows {
		for _, c := range r.cells {
			for _, p := range c.paragraphs {
				t.add(p)
			}
		}
	}
}

// grid is the table as rows of a grid.
func (t *docxTable) grid(name string) []row {
	var rows []row
	for i, r := range t.rows {
		out := row{at: place{in: name, what: "row", number: i + 1}, cells: make([]cell, r.before)}
		for _, c := range r.cells {
			out.add(c, above(rows, len(out.cells)))
		}
		rows = append(rows, out)
	}
	return rows
}

// above is what the last row shows in a column.
func above(rows []row, column int) string {
	if len(rows) == 0 || column >= len(rows[len(rows)-1].cells) {
		return ""
	}
	return rows[len(rows)-1].cells[column].shown()
}

// add adds a cell to a row, and the places that it covers.
func (r *row) add(c docxCell, above string) {
	if len(r.cells) > 2*mostColumns {
		return
	}
	first := cell{text: c.text(), across: c.span, strong: c.isStrong(), boxed: c.isBoxed()}
	if c.goesOn && first.text == "" {
		first.over = above
	}
	r.cells = append(r.cells, first)
	for range c.span - 1 {
		r.cells = append(r.cells, cell{over: first.shown()})
	}
}

// text is the text of a cell as CommonMark.
func (c docxCell) text() string {
	w, stack := &blockWriter{}, &bulletStack{}
	whole := c.isStrong()
	for _, p := range c.paragraphs {
		switch plain := p.plain(); {
		case plain == "":
			w.gap()
		case p.listed:
			w.entry(p.depth, false, p.inline(whole))
		case strings.Contains(plain, "\n"):
			p.typedLines(w, stack)
		default:
			if e, ok := typedEntry(plain); ok && e.mark != "1." && e.text != "" {
				w.entry(stack.depth(e, w.listed), false, escaped(oneLine(e.text)))
				continue
			}
			w.paragraph(p.inline(whole))
		}
	}
	return w.text()
}

// isBoxed reports whether a cell has boxes to tick.
func (c docxCell) isBoxed() bool {
	return slices.ContainsFunc(c.paragraphs, func(p *docxParagraph) bool { return strings.ContainsAny(p.plain(), boxSigns) })
}

// inline is the paragraph as one line, without looks where the whole cell has them.
func (p *docxParagraph) inline(whole bool) string {
	if p.looks() || p.isStrong() && !whole {
		return p.marked()
	}
	return escaped(oneLine(p.plain()))
}

// typedLines writes a paragraph whose lines were broken by hand.
func (p *docxParagraph) typedLines(w *blockWriter, stack *bulletStack) {
	for text := range strings.SplitSeq(p.plain(), "\n") {
		e, isEntry := typedEntry(text)
		switch {
		case strings.TrimSpace(text) == "":
			w.gap()
		case isEntry && e.mark != "1." && e.text != "":
			w.entry(stack.depth(e, w.listed), false, escaped(oneLine(e.text)))
		case w.open && goesOn(w.last, text):
			w.join(escaped(oneLine(text)))
		default:
			w.paragraph(escaped(oneLine(text)))
		}
	}
}

// isStrong reports whether everything in a cell is bold.
func (c docxCell) isStrong() bool {
	some := false
	for _, p := range c.paragraphs {
		if p.plain() == "" {
			continue
		}
		if !p.isStrong() {
			return false
		}
		some = true
	}
	return some
}
