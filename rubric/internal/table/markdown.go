package table

import (
	"io"
	"strings"
)

// delimiters are the cells of the line under a Markdown table's header.
var delimiters = [...]string{Left: "---", Right: "--:"}

// Markdown writes the table in GitHub's Markdown. A table without a header
// gets an empty one, which the format demands; a line break within a cell
// becomes the tag <br>, which it has no other sign for. Texts are escaped by
// [EscapeMarkdown].
func (t Table) Markdown(w io.Writer) error {
	n := t.columns()
	if n == 0 {
		return nil
	}
	var b strings.Builder
	cell := func(_ int, cell string) string { return MarkdownCell(cell) }
	markdownRow(&b, full(t.Header, n, cell))
	rule := make([]string, n)
	for i := range rule {
		rule[i] = delimiters[t.align(i)]
	}
	markdownRow(&b, rule)
	for _, row := range t.Rows {
		markdownRow(&b, full(row, n, cell))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownRow(b *strings.Builder, cells []string) {
	for _, cell := range cells {
		b.WriteString("| ")
		b.WriteString(cell)
		if cell != "" {
			b.WriteByte(' ')
		}
	}
	b.WriteString("|\n")
}

// MarkdownCell returns a text as a cell of a Markdown table.
func MarkdownCell(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = EscapeMarkdown(strings.TrimSpace(line))
	}
	return strings.Join(lines, " <br>")
}
