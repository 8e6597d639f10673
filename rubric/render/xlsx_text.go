package render

import (
	"fmt"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/markup"
)

// cellRuns are the runs of one paragraph in a font; its hard breaks begin lines of
// their own.
func cellRuns(runs []markup.Run, font ooxml.Font) []cellLine {
	lines := []cellLine{nil}
	for _, r := range runs {
		if r.Break {
			lines = append(lines, nil)
		}
		if r.Text == "" {
			continue
		}
		f := font
		f.Italic, f.Bold = f.Italic || r.Emphasis, f.Bold || r.Strong
		// A line break is one in a cell as well, and would not be counted.
		text := strings.ReplaceAll(r.Text, "\n", " ")
		lines[len(lines)-1] = append(lines[len(lines)-1], ooxml.Run{Text: text, Font: f})
	}
	return lines
}

// plainLine is a text in one look; no line for none.
func plainLine(text string, font ooxml.Font) []cellLine {
	if text == "" {
		return nil
	}
	return []cellLine{{{Text: text, Font: font}}}
}

// cellBlocks are blocks as the lines of a cell: bullets and numbers as they stand in
// plain text.
func cellBlocks(blocks []markup.Block, font ooxml.Font, indent string) []cellLine {
	var out []cellLine
	for _, b := range blocks {
		if b.Kind == markup.Paragraph {
			out = append(out, before(indent, cellRuns(b.Runs, font), font)...)
			continue
		}
		for n, item := range b.Items {
			marker := "• "
			if b.Kind == markup.NumberList {
				marker = fmt.Sprintf("%d. ", b.Start+n)
			}
			lines := cellBlocks(item, font, indent+strings.Repeat(" ", len([]rune(marker))))
			out = append(out, marked(indent+marker, lines, font)...)
		}
	}
	return out
}

// before puts an indent before every line.
func before(indent string, lines []cellLine, font ooxml.Font) []cellLine {
	if indent == "" {
		return lines
	}
	for i, l := range lines {
		lines[i] = append(cellLine{{Text: indent, Font: font}}, l...)
	}
	return lines
}

// marked puts a marker in the place of the first line's indent.
func marked(marker string, lines []cellLine, font ooxml.Font) []cellLine {
	if len(lines) == 0 {
		return plainLine(strings.TrimRight(marker, " "), font)
	}
	first := lines[0]
	if len(first) > 0 && strings.Trim(first[0].Text, " ") == "" {
		first = first[1:]
	}
	lines[0] = append(cellLine{{Text: marker, Font: font}}, first...)
	return lines
}

// rowLines is what a row says besides its code and its levels.
func (x *xlsxWriter) rowLines(r *form.Row) []cellLine {
	l := x.look
	first, rest := lead(r.Title, r.Text)
	font := l.text
	if len(r.Title) > 0 {
		font = l.strong
	}
	out := cellRuns(first, font)
	if len(first) == 0 {
		out = nil
	}
	out = append(out, cellBlocks(rest, l.text, "")...)
	out = append(out, plainLine(strings.Join(r.Tags, " · "), l.small)...)
	if len(r.Stem) > 0 {
		out = append(out, cellRuns(r.Stem, l.text)...)
	}
	for i := range r.Explains {
		out = append(out, x.explanation(&r.Explains[i])...)
	}
	return append(out, cellBlocks(r.Guidance, l.small, "")...)
}

// explanation is an item below a rated one.
func (x *xlsxWriter) explanation(e *form.Explanation) []cellLine {
	l := x.look
	indent := strings.Repeat("    ", e.Depth)
	first, rest := lead(e.Title, e.Text)
	lines := marked(indent+e.Code+"  ", cellRuns(first, l.text), l.text)
	return append(lines, cellBlocks(rest, l.text, indent+"    ")...)
}

// levelLines are a row's levels one below the other, with their descriptors.
func (x *xlsxWriter) levelLines(r *form.Row) []cellLine {
	var out []cellLine
	for _, c := range levels(r.Choices) {
		if len(c.Text)+len(c.Guidance) > 0 {
			out = append(out, plainLine(choiceWords(c), x.look.strong)...)
			out = append(out, x.descriptor(c, "   ")...)
		}
	}
	return out
}

// descriptor is what a level looks like, and how to rate it.
func (x *xlsxWriter) descriptor(c form.Choice, indent string) []cellLine {
	return append(cellBlocks(c.Text, x.look.text, indent), cellBlocks(c.Guidance, x.look.small, indent)...)
}
