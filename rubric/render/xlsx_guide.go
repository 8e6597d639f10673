package render

import (
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// guidePage is the page of what to read before rating; nil without any.
func (x *xlsxWriter) guidePage() *ooxml.Page {
	f, l := x.form, x.look
	var lines []cellLine
	part := func(heading string, texts []cellLine) {
		if len(texts) == 0 {
			return
		}
		if heading != "" {
			lines = append(lines, plainLine(heading, l.heading)...)
		}
		lines = append(lines, texts...)
	}
	part("", cellBlocks(f.Intro, l.text, ""))
	part(f.Words.Guidance, cellBlocks(f.Guidance, l.text, ""))
	for _, k := range f.Keys {
		part(f.Words.Levels, x.keyLines(k))
	}
	if len(lines) == 0 {
		return nil
	}
	g := &xlsxWriter{form: f, paper: x.paper, look: l, columns: &xlsxColumns{code: 1, text: 1, last: 1, widths: []float64{leastCode, x.paper.width - 2*l.margin}}}
	title := cellRuns(f.Title, l.title)
	g.rows = []ooxml.PageRow{{Hidden: true, Cells: []ooxml.PageCell{{Column: 0, Runs: []ooxml.Run{{Text: f.Identity.JSON()}}, Style: ooxml.CellStyle{Font: l.small}}}}}
	g.add("", 0, g.wide(title, wrapped(l.title)))
	for _, line := range lines {
		g.add("", 0, g.wide([]cellLine{line}, wrapped(l.text)))
	}
	page := ooxml.Page{Name: sheetName(f.Words.Guidance), Columns: g.columns.page(), Rows: g.rows, Locked: true, Print: g.print(len(g.rows), 0)}
	return &page
}

func (x *xlsxWriter) keyLines(k form.Key) []cellLine {
	var out []cellLine
	for _, c := range k.Levels {
		out = append(out, plainLine(choiceWords(c), x.look.strong)...)
		out = append(out, x.descriptor(c, "   ")...)
	}
	return out
}
