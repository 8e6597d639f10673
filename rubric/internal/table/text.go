package table

import (
	"bytes"
	"io"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// gap is the space between two columns on a terminal.
const gap = 2

// Text writes the table for a terminal: columns two spaces apart, a line under
// the header, cells wrapped so that the table fits Width. Control characters
// in cells, which could operate the terminal, are drawn as visible signs; line
// breaks stay. The output depends on nothing but the table, no locale either.
func (t Table) Text(w io.Writer) error {
	n := t.columns()
	if n == 0 {
		return nil
	}
	var drawn bytes.Buffer
	out := tablewriter.NewTable(&drawn, t.options(n)...)
	widths := t.columnWidths(n)
	wrapped := func(column int, cell string) string { return wrapCell(cell, widths[column]) }
	if len(t.Header) > 0 {
		out.Header(full(t.Header, n, wrapped))
	}
	for _, row := range t.Rows {
		if err := out.Append(full(row, n, wrapped)); err != nil {
			return err
		}
	}
	if err := out.Render(); err != nil {
		return err
	}
	return writeTrimmed(w, drawn.Bytes())
}

// options make tablewriter draw what it is given: it neither wraps nor
// changes a text, and measures without regard to the locale.
func (t Table) options(n int) []tablewriter.Option {
	aligns, paddings := make([]tw.Align, n), make([]tw.Padding, n)
	for i := range n {
		aligns[i] = tw.AlignLeft
		if t.align(i) == Right {
			aligns[i] = tw.AlignRight
		}
		paddings[i] = tw.Padding{Right: "  ", Overwrite: true}
	}
	paddings[n-1] = tw.Padding{Overwrite: true}
	cell := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{Global: tw.AlignLeft, PerColumn: aligns},
		Padding:    tw.CellPadding{PerColumn: paddings},
	}
	return []tablewriter.Option{
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithRenderer(renderer.NewBlueprint(t.rendition())),
		tablewriter.WithConfig(tablewriter.Config{
			Header:   cell,
			Row:      cell,
			Behavior: tw.Behavior{TrimSpace: tw.Off, TrimTab: tw.Off, TrimLine: tw.Off},
		}),
	}
}

// rendition has lines below the header, and between ruled rows, and no other.
func (t Table) rendition() tw.Rendition {
	between := tw.Off
	if t.Ruled {
		between = tw.On
	}
	return tw.Rendition{
		Borders: tw.Border{Left: tw.Off, Right: tw.Off, Top: tw.Off, Bottom: tw.Off},
		Symbols: tw.NewSymbols(tw.StyleLight),
		Settings: tw.Settings{
			Lines:      tw.Lines{ShowTop: tw.Off, ShowBottom: tw.Off, ShowHeaderLine: tw.On, ShowFooterLine: tw.Off},
			Separators: tw.Separators{ShowHeader: tw.On, ShowFooter: tw.Off, BetweenRows: between, BetweenColumns: tw.Off},
		},
	}
}

// writeTrimmed writes lines without the spaces that pad them at the end.
func writeTrimmed(w io.Writer, text []byte) error {
	var out bytes.Buffer
	for line := range bytes.Lines(text) {
		out.Write(bytes.TrimRight(line, " \n"))
		out.WriteByte('\n')
	}
	_, err := w.Write(out.Bytes())
	return err
}
