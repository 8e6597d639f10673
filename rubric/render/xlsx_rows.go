package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// titleRow is the number of the row with the title, below that which nobody sees.
const titleRow = 2

// block is a cell of texts that may be too high for one row.
type block struct {
	column, to int // the columns that it takes
	lines      []cellLine
	style      ooxml.CellStyle
}

// add adds a row of texts, or several where they are too high for one, with the
// field's name in the first, and returns the number of that.
func (x *xlsxWriter) add(field string, least float64, blocks ...block) int {
	first := len(x.rows) + 1
	pieces, count := make([][][]cellLine, len(blocks)), 1
	for i, b := range blocks {
		pieces[i] = fit(b.lines, x.room(b), ooxml.MostRowHeight-rowPadding*x.look.scale)
		count = max(count, len(pieces[i]))
	}
	for n := range count {
		row := ooxml.PageRow{Height: least}
		if n == 0 && field != "" {
			row.Cells = append(row.Cells, ooxml.PageCell{Column: 0, Runs: []ooxml.Run{{Text: field}}, Style: ooxml.CellStyle{Font: x.look.small}})
		}
		for i, b := range blocks {
			var lines []cellLine
			if n < len(pieces[i]) {
				lines = pieces[i][n]
			}
			row.Height = max(row.Height, height(lines, x.room(b))+rowPadding*x.look.scale)
			row.Cells = append(row.Cells, x.cells(b, lines, n, count)...)
		}
		x.rows = append(x.rows, row)
	}
	return first
}

// room is the width that a block has for its texts.
func (x *xlsxWriter) room(b block) float64 {
	return x.columns.span(b.column, b.to) - float64(b.style.Indent)*indentWidth
}

// cells are the cells of a block in the n-th of some rows: what is filled in
// stands in the first, the line below the last.
func (x *xlsxWriter) cells(b block, lines []cellLine, n, of int) []ooxml.PageCell {
	style := b.style
	if n > 0 && style.Open {
		style = ooxml.CellStyle{Font: style.Font}
	}
	if n < of-1 && !style.Open {
		style.Edges.Bottom = ""
	}
	row := len(x.rows) + 1
	if b.to > b.column {
		x.joined = append(x.joined, ooxml.Area{Left: b.column, Top: row, Right: b.to, Bottom: row})
	}
	out := []ooxml.PageCell{{Column: b.column, Runs: joinLines(lines), Style: style}}
	for column := b.column + 1; column <= b.to; column++ {
		out = append(out, ooxml.PageCell{Column: column, Style: style})
	}
	return out
}

// wide is a block over all columns.
func (x *xlsxWriter) wide(lines []cellLine, style ooxml.CellStyle) block {
	return block{x.columns.code, x.columns.last, lines, style}
}

// head adds the title, who is rated by whom, what to do, and the names of the
// columns.
func (x *xlsxWriter) head() {
	l, f := x.look, x.form
	title := x.wide(cellRuns(f.Title, l.title), wrapped(l.title))
	least := 0.0
	if x.logo != nil {
		title.to = x.columns.rating - 1
		least = logoHeight + rowPadding
	}
	x.add("", least, title)
	if f.Publisher != "" {
		x.add("", 0, x.wide(plainLine(f.Publisher, l.small), wrapped(l.small)))
	}
	for _, field := range f.Head {
		x.entry(field, x.columns.entryEnd())
	}
	x.add("", 0, x.wide(x.instruction(), ooxml.CellStyle{Font: l.small, Wrap: true, Middle: true}))
	x.columnHeads()
}

// entryHeight is that of a cell for one line.
const entryHeight = 17

// entry adds a field with its label before it, up to a column.
func (x *xlsxWriter) entry(f form.Field, to int) {
	l := x.look
	style, least := l.entryStyle(), entryHeight*l.scale
	switch f.Kind {
	case form.Date:
		style.Format = ooxml.FormatDay
	case form.LongText:
		least *= 4
	case form.Sign:
		style = ooxml.CellStyle{Font: l.text, Edges: ooxml.Edges{Bottom: hexColor(colorBorder)}}
		least *= 2
	}
	style.Middle = f.Kind != form.LongText
	label := ooxml.CellStyle{Font: l.label, Wrap: true, Middle: style.Middle}
	x.add(f.Name, least,
		block{x.columns.code, x.columns.code, plainLine(f.Label, l.label), label},
		block{x.columns.text, to, plainLine(f.Value, style.Font), style})
}

// instruction says what to do, and what may be chosen where that is the same in
// all rows.
func (x *xlsxWriter) instruction() []cellLine {
	rows := x.form.Rows()
	text := x.form.Words.MarkOne
	if rows[0].Box {
		text = x.form.Words.MarkBoxes
	}
	listing := strings.Join(entries(&rows[0]), "  ·  ")
	for i := range rows {
		if strings.Join(entries(&rows[i]), "  ·  ") != listing {
			return plainLine(text, x.look.small)
		}
	}
	return plainLine(text+"   "+listing, x.look.small)
}

// columnHeads adds the row that stays in sight, and that pages repeat.
func (x *xlsxWriter) columnHeads() {
	c, w := x.columns, x.form.Words
	style := ooxml.CellStyle{Font: x.look.head, Fill: hexColor(colorAccent), Wrap: true, Middle: true}
	head := func(column int, text string) block {
		return block{column, column, plainLine(text, x.look.head), style}
	}
	all := []block{head(c.code, ""), head(c.text, x.rowsWord())}
	for i, level := range c.levels {
		all = append(all, block{c.level + i, c.level + i, plainLine(choiceWords(level), x.look.head), indentedCell(style)})
	}
	all = append(all, head(c.gap, ""), head(c.rating, w.Rating))
	if c.points >= 0 {
		all = append(all, head(c.points, w.Points))
	}
	if c.comment >= 0 {
		all = append(all, head(c.comment, w.Comment))
	}
	x.add("", entryHeight*x.look.scale, all...)
}

// rowsWord is what all rows of the form are called.
func (x *xlsxWriter) rowsWord() string {
	word := ""
	for i := range x.form.Sections {
		s := &x.form.Sections[i]
		switch own := rowWord(x.form, s); {
		case !s.HasRated():
		case word == "":
			word = own
		case word != own:
			return x.form.Words.Item
		}
	}
	return word
}

func (x *xlsxWriter) section(s *form.Section) {
	x.sectionHead(s)
	for i := range s.Rows {
		x.row(s, &s.Rows[i])
	}
}

// sectionHead adds a heading, and what it says.
func (x *xlsxWriter) sectionHead(s *form.Section) {
	if s.Code == "" {
		return
	}
	l := x.look
	font := l.heading
	if s.Depth > 0 {
		font.Size = (font.Size + l.text.Size) / 2
	}
	heading := marked(s.Code+"  ", cellRuns(s.Title, font), font)
	if s.Continued {
		heading[0] = append(heading[0], ooxml.Run{Text: " (" + x.form.Words.Continued + ")", Font: font})
	}
	style := ooxml.CellStyle{Font: font, Wrap: true, Middle: true, Fill: hexColor(colorTint)}
	x.leads[x.add("", 1.9*font.Size, x.wide(heading, style))] = true
	if s.Continued {
		return
	}
	lines := plainLine(strings.Join(s.Tags, " · "), l.small)
	lines = append(lines, cellBlocks(s.Text, l.text, "")...)
	lines = append(lines, cellBlocks(s.Guidance, l.small, "")...)
	if len(s.Stem) > 0 {
		lines = append(lines, cellRuns(s.Stem, l.strong)...)
	}
	if len(lines) > 0 {
		x.leads[x.add("", 0, x.wide(lines, wrapped(l.text)))] = true
	}
}

// row adds what is rated, with the cells to fill in.
func (x *xlsxWriter) row(s *form.Section, r *form.Row) {
	l, c := x.look, x.columns
	lines := x.rowLines(r)
	code := r.Code
	if x.longCodes {
		lines, code = append(lines, plainLine(r.Code, l.small)...), ""
	}
	if c.levels == nil && s.Arrangement != form.Matrix && s.Arrangement != form.Lines {
		lines = append(lines, x.levelLines(r)...)
	}
	blocks := []block{
		{c.code, c.code, plainLine(code, l.code), ruled(wrapped(l.code))},
		{c.text, c.text, lines, ruled(wrapped(l.text))},
	}
	if !r.Rated() {
		blocks[1].to = c.last
		x.add("", 0, blocks...)
		return
	}
	x.rated(r, append(blocks, x.descriptors(r)...))
}

// descriptors are what the levels of a row look like, side by side.
func (x *xlsxWriter) descriptors(r *form.Row) []block {
	var out []block
	for i, level := range x.columns.levels {
		b := block{x.columns.level + i, x.columns.level + i, nil, indentedCell(ruled(wrapped(x.look.text)))}
		for _, c := range r.Choices {
			if c.Cell == level.Cell {
				b.lines = x.descriptor(c, "")
			}
		}
		out = append(out, b)
	}
	return out
}

// rated adds a row with the cells for its rating, points and comment.
func (x *xlsxWriter) rated(r *form.Row, blocks []block) {
	l, c := x.look, x.columns
	entry := func(column int, style ooxml.CellStyle) { blocks = append(blocks, block{column, column, nil, style}) }
	entry(c.gap, ruled(ooxml.CellStyle{Font: l.text}))
	entry(c.rating, l.entryStyle())
	if c.points >= 0 {
		style := ruled(ooxml.CellStyle{Font: l.text})
		if r.Points != nil {
			style = l.entryStyle()
			style.Format = "" // what is typed is a number
		}
		entry(c.points, style)
	}
	if c.comment >= 0 {
		entry(c.comment, l.entryStyle())
	}
	first := x.add(r.Field, 1.3*entryHeight*l.scale, blocks...)
	x.choose(r, ooxml.Area{Left: c.rating, Top: first, Right: c.rating, Bottom: first})
	if r.Points != nil {
		cell := ooxml.Area{Left: c.points, Top: first, Right: c.points, Bottom: first}
		x.numbers = append(x.numbers, ooxml.Check{
			Areas: []ooxml.Area{cell}, From: r.Points.From.String(), To: r.Points.To.String(),
			Title: x.form.Words.Points, Prompt: pointsWords(x.form.Words, r.Points),
		})
	}
}

// foot adds notes and signature, and whose the texts are.
func (x *xlsxWriter) foot() {
	first := len(x.rows) + 1
	for _, field := range x.form.Foot {
		x.add("", entryHeight/2, x.wide(nil, ooxml.CellStyle{Font: x.look.small}))
		to := x.columns.entryEnd()
		if field.Kind == form.LongText {
			to = x.columns.last
		}
		x.entry(field, to)
	}
	if rights := rightsRuns(x.form); len(rights) > 0 {
		x.add("", entryHeight/2, x.wide(nil, ooxml.CellStyle{Font: x.look.small}))
		x.add("", 0, x.wide(cellRuns(rights, x.look.small), wrapped(x.look.small)))
	}
	for row := first; row < len(x.rows); row++ {
		x.leads[row] = true // the foot is not torn
	}
}
