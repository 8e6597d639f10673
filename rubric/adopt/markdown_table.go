package adopt

import (
	"strings"
)

// beginsTable reports whether a line is the header of a table: the next one is
// the line of dashes under it.
func (m *markdownReader) beginsTable(bare string) bool {
	if !strings.Contains(bare, "|") || m.n+1 >= len(m.lines) {
		return false
	}
	rule := strings.TrimSpace(m.lines[m.n+1])
	return strings.Contains(rule, "-") && strings.Contains(rule, "|") && ruleLine.MatchString(rule)
}

// table reads a table up to the first line without a bar.
func (m *markdownReader) table() error {
	var rows []row
	for ; m.n < len(m.lines) && strings.Contains(m.lines[m.n], "|"); m.n++ {
		bare := strings.TrimSpace(m.lines[m.n])
		if len(rows) == 1 && ruleLine.MatchString(bare) {
			continue
		}
		rows = append(rows, markdownRow(bare, m.at()))
	}
	m.n-- // the loop of the reader goes on with the next line
	m.open, m.indent = false, nil
	return m.doc.addTable(rows)
}

// addTable adds a table that stands under the last heading.
func (d *document) addTable(rows []row) error {
	name := ""
	if last := len(d.outline) - 1; last >= 0 && d.outline[last].kind == heading {
		name = d.outline[last].text
	}
	g, err := newGrid(name, "table", rows)
	if err == nil && len(g.rows) > 0 {
		d.grids = append(d.grids, g)
	}
	return err
}

// markdownRow splits a line at its bars. Within cells, <br> is a line break.
func markdownRow(bare string, at place) row {
	r := row{at: at}
	for _, text := range splitBars(bare) {
		r.cells = append(r.cells, markdownCell(text))
	}
	return r
}

func splitBars(bare string) []string {
	bare = strings.TrimPrefix(bare, "|")
	var cells []string
	var b strings.Builder
	for i := 0; i < len(bare); i++ {
		switch {
		case bare[i] == '\\' && i+1 < len(bare):
			if bare[i+1] != '|' {
				b.WriteByte('\\')
			}
			i++
			b.WriteByte(bare[i])
		case bare[i] == '|':
			cells = append(cells, b.String())
			b.Reset()
		default:
			b.WriteByte(bare[i])
		}
	}
	if strings.TrimSpace(b.String()) != "" {
		cells = append(cells, b.String())
	}
	return cells
}

// markdownCell is a cell whose lines are CommonMark.
func markdownCell(text string) cell {
	c := cell{text: markedLines(cellBreak.ReplaceAllString(text, "\n")), boxed: strings.ContainsAny(text, boxSigns)}
	if inner, ok := wholeStrong(c.text); ok {
		c.text, c.strong = inner, true
	}
	return c
}

// markedLines makes paragraphs and lists of lines that are CommonMark each.
func markedLines(text string) string {
	w, stack := &blockWriter{}, &bulletStack{}
	for line := range strings.SplitSeq(text, "\n") {
		bare := strings.TrimSpace(line)
		e, isEntry := typedEntry(line)
		switch {
		case bare == "":
			w.gap()
		case isEntry && e.mark != "1." && e.text != "":
			w.entry(stack.depth(e, w.listed), false, inlineMarkdown(e.text))
		default:
			w.paragraph(inlineMarkdown(bare))
		}
	}
	return w.text()
}
