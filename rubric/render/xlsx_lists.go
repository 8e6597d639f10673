package render

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// xlsxList is a list to choose from, and the cells that take of it.
type xlsxList struct {
	entries []string
	cells   []ooxml.Area
}

// xlsxEntry is what a cell holds when a choice is taken.
func xlsxEntry(r *form.Row, c form.Choice) string {
	if r.Box {
		return c.Label
	}
	return c.Entry
}

// entries are what a row's cell takes.
func entries(r *form.Row) []string {
	var out []string
	for _, c := range r.Choices {
		out = append(out, xlsxEntry(r, c))
	}
	return out
}

// choose makes a cell take the choices of a row, from a list that rows share.
func (x *xlsxWriter) choose(r *form.Row, cell ooxml.Area) {
	all := entries(r)
	i := slices.IndexFunc(x.lists, func(l *xlsxList) bool { return slices.Equal(l.entries, all) })
	if i < 0 {
		i = len(x.lists)
		x.lists = append(x.lists, &xlsxList{entries: all})
	}
	x.lists[i].cells = append(x.lists[i].cells, cell)
}

// listName is the name of the cells of a list.
func listName(i int) string { return fmt.Sprintf("levels_%d", i+1) }

// listChecks let cells take what their lists hold.
func (x *xlsxWriter) listChecks() []ooxml.Check {
	var out []ooxml.Check
	for i, l := range x.lists {
		out = append(out, ooxml.Check{
			Areas: l.cells, List: listName(i), Title: x.form.Words.Rating, Prompt: strings.Join(l.entries, " | "),
		})
	}
	return out
}

// listPage is the page of the lists, a column each, and the names of these.
func (x *xlsxWriter) listPage(number int) (ooxml.Page, []ooxml.Name) {
	page := ooxml.Page{Name: form.ListsSheet, Hidden: true, Locked: true}
	var names []ooxml.Name
	style := ooxml.CellStyle{Font: x.look.text, Format: ooxml.FormatText}
	for i, l := range x.lists {
		page.Columns = append(page.Columns, ooxml.PageColumn{Width: ratingWidth})
		names = append(names, ooxml.Name{Name: listName(i), Page: number, Area: ooxml.Area{Left: i, Top: 1, Right: i, Bottom: len(l.entries)}})
		for n, entry := range l.entries {
			if n == len(page.Rows) {
				page.Rows = append(page.Rows, ooxml.PageRow{})
			}
			page.Rows[n].Cells = append(page.Rows[n].Cells, ooxml.PageCell{Column: i, Runs: []ooxml.Run{{Text: entry}}, Style: style})
		}
	}
	return page, names
}
