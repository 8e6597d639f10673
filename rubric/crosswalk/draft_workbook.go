package crosswalk

import (
	"io"
	"strings"

	"rubrickit/rubric/internal/ooxml"
)

// writeWorkbook writes a draft for a meeting: the pairs, with a list to choose
// each relation from, and what the words of the list mean.
func writeWorkbook(w io.Writer, d Draft) error {
	words := ooxml.Area{Left: 0, Top: 2, Right: 0, Bottom: 1 + len(relations)}
	return ooxml.WriteBook(w, &ooxml.Book{
		Info:  ooxml.Info{Title: d.Source.ID + " and " + d.Target.ID, Language: "en"},
		Pages: []ooxml.Page{d.page(), relationPage()},
		Names: []ooxml.Name{{Name: relationList, Page: 1, Area: words}},
	})
}

const (
	// relationList names the cells that list the relations.
	relationList = "relations"
	// spareRows are rows below the draft that have the list as well, for pairs
	// that nobody proposed.
	spareRows = 500
)

// page is the sheet of the pairs.
func (d Draft) page() ooxml.Page {
	columns := draftColumns()
	p := ooxml.Page{Name: "pairs", Frozen: 1, Rows: []ooxml.PageRow{headerRow(columns)}}
	for i, c := range columns {
		p.Columns = append(p.Columns, ooxml.PageColumn{Width: c.points()})
		if c.name == keyRelation {
			p.Checks = []ooxml.Check{relationCheck(ooxml.Area{Left: i, Top: 2, Right: i, Bottom: 1 + len(d.Lines) + spareRows})}
		}
	}
	for i, l := range d.Lines {
		p.Rows = append(p.Rows, d.row(columns, l, i > 0 && isAboutAnother(d.Lines[i-1], l)))
	}
	p.Filter = ooxml.Area{Left: 0, Top: 1, Right: len(columns) - 1, Bottom: len(p.Rows)}
	return p
}

// relationCheck lets cells take a relation and nothing else.
func relationCheck(cells ooxml.Area) ooxml.Check {
	var words []string
	for _, r := range Relations() {
		words = append(words, string(r))
	}
	return ooxml.Check{
		Areas: []ooxml.Area{cells}, List: relationList, Title: keyRelation,
		Prompt: "The source is … than, or as, the target: " + strings.Join(words, ", ") + ". The next sheet says what each means.",
	}
}

// isAboutAnother reports whether a line begins those about another item.
func isAboutAnother(before, l Line) bool {
	if before.OfTarget != l.OfTarget {
		return true
	}
	if l.OfTarget {
		return before.Target != l.Target
	}
	return before.Source != l.Source
}

// row is the row of a line; a line is drawn above one that begins an item.
func (d Draft) row(columns []draftColumn, l Line, begins bool) ooxml.PageRow {
	var row ooxml.PageRow
	for i, c := range columns {
		style := c.style()
		if begins {
			style.Edges.Top = edgeOfItem
		}
		row.Cells = append(row.Cells, ooxml.PageCell{Column: i, Style: style, Runs: []ooxml.Run{{Text: c.of(d, &l)}}})
	}
	row.Height = height(columns, row.Cells)
	return row
}

// relationPage says what the words for relations mean.
func relationPage() ooxml.Page {
	columns := []draftColumn{{name: "write", width: 14}, {name: "where", width: 90}}
	p := ooxml.Page{Name: "words for relation", Frozen: 1, Rows: []ooxml.PageRow{headerRow(columns)}}
	for _, c := range columns {
		p.Columns = append(p.Columns, ooxml.PageColumn{Width: c.points()})
	}
	for _, r := range Relations() {
		p.Rows = append(p.Rows, textRow(draftText, string(r), r.About()))
	}
	return p
}

func headerRow(columns []draftColumn) ooxml.PageRow {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	return textRow(draftHeader, names...)
}

func textRow(style ooxml.CellStyle, texts ...string) ooxml.PageRow {
	var row ooxml.PageRow
	for i, text := range texts {
		row.Cells = append(row.Cells, ooxml.PageCell{Column: i, Style: style, Runs: []ooxml.Run{{Text: text}}})
	}
	return row
}
