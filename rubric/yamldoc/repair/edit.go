package repair

import (
	"sort"
	"strings"

	"rubrickit/rubric/diag"
)

// replace is the edit that puts text in the place of the characters [from, to)
// of a line. Line and columns count from 0, as everywhere in the search; a
// [diag.Pos] counts from 1.
func replace(line, from, to int, text string) diag.Edit {
	return diag.Edit{Span: span(line, from, to), Text: text}
}

func insert(line, at int, text string) diag.Edit { return replace(line, at, at, text) }

// wholeLine is the span of a line's text without its indentation.
func wholeLine(n int, line string) diag.Span {
	text := []rune(line)
	from := 0
	for from < len(text) && (text[from] == ' ' || text[from] == '\t') {
		from++
	}
	return span(n, from, len(text))
}

func span(line, from, to int) diag.Span {
	return diag.Span{Start: diag.Pos{Line: line + 1, Column: from + 1}, End: diag.Pos{Line: line + 1, Column: to + 1}}
}

// apply makes the edits, each of which stays within a line. A text with a line
// break in it splits the line.
func apply(lines []string, edits []diag.Edit) []string {
	edits = inOrder(edits)
	out := make([]string, 0, len(lines)+1)
	done := 0
	for len(edits) > 0 {
		line := edits[0].Start.Line
		n := sort.Search(len(edits), func(i int) bool { return edits[i].Start.Line > line })
		out = append(out, lines[done:line-1]...)
		out = append(out, strings.Split(applyLine(lines[line-1], edits[:n]), "\n")...)
		edits, done = edits[n:], line
	}
	return append(out, lines[done:]...)
}

func applyLine(line string, edits []diag.Edit) string {
	text := []rune(line)
	var b strings.Builder
	done := 0
	for _, e := range edits {
		b.WriteString(string(text[done : e.Start.Column-1]))
		b.WriteString(e.Text)
		done = e.End.Column - 1
	}
	b.WriteString(string(text[done:]))
	return b.String()
}

// inOrder sorts edits by place; those in one place keep their order.
func inOrder(edits []diag.Edit) []diag.Edit {
	edits = append([]diag.Edit(nil), edits...)
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].Start.Before(edits[j].Start) })
	return edits
}
