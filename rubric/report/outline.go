package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// writeOutline writes the tree: codes, titles and texts, wrapped under their
// own start.
func writeOutline(w io.Writer, file FrameworkFile, o Options) error {
	f := file.Framework
	var out strings.Builder
	outlineText(&out, "", f.Name(), o.Width)
	for _, line := range []struct{ key, value string }{
		{"Publisher", f.Publisher}, {"Rights", f.Source.Rights}, {"Shape", Shape(f)}, {"Scale", ScaleLine(f)},
	} {
		if line.value != "" {
			outlineText(&out, fmt.Sprintf("%-10s ", line.key), line.value, o.Width)
		}
	}
	for _, it := range f.Items {
		out.WriteByte('\n')
		outlineItem(&out, it, "", o.Width)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func outlineItem(out *strings.Builder, it *rubric.Item, indent string, width int) {
	label := markup.Plain(it.Label())
	if it.Label() == it.Code {
		label = ""
	}
	if it.Retired != "" {
		label += " (retired: " + it.Retired + ")"
	}
	hang := indent + it.Code + "  "
	outlineText(out, hang, label, width)
	deeper := indent + "  "
	if it.Title != "" && it.Text != "" {
		outlineText(out, deeper, markup.Plain(it.Text), width)
	}
	if it.Stem != "" {
		outlineText(out, deeper, it.Stem, width)
	}
	for _, l := range it.Levels {
		outlineLevel(out, deeper, nameOf(it, l), l.Text, width)
	}
	for _, child := range it.Items {
		outlineItem(out, child, deeper, width)
	}
}

// outlineLevel writes a cell: one line beside its level's name, more below it.
func outlineLevel(out *strings.Builder, indent, name, text string, width int) {
	lines := markup.Lines(text)
	if len(lines) == 1 && !strings.HasPrefix(lines[0], "–") {
		outlineText(out, indent+name+": ", lines[0], width)
		return
	}
	outlineText(out, indent, name, width)
	for _, line := range lines {
		outlineText(out, indent+"  ", line, width)
	}
}

// nameOf is the name of a cell's level: its own label, else the scale's.
func nameOf(it *rubric.Item, l rubric.Level) string {
	if l.Label == "" && it.Scale != nil {
		if of := it.Scale.Level(l.Code); of != nil {
			return of.Name()
		}
	}
	return l.Name()
}

// outlineText writes a text after its lead, wrapped with a hanging indent. Below
// a long lead the text stands on lines of its own, unless the two fit on one.
func outlineText(out *strings.Builder, lead, text string, width int) {
	lead = string(printable([]rune(lead)))
	name := strings.TrimLeft(lead, " ")
	indent := strings.TrimSuffix(lead, name)
	hang := columns([]rune(lead))
	if name == "" || hang <= width/3 || hang+columns([]rune(text)) <= width {
		outlineLines(out, lead, text, width)
		return
	}
	outlineLines(out, indent, name, width)
	if text != "" {
		outlineLines(out, indent+"    ", text, width)
	}
}

// leastText is how many columns a text gets, however deep it stands.
const leastText = 16

// outlineLines writes a text behind a lead, on as many lines as it takes.
func outlineLines(out *strings.Builder, lead, text string, width int) {
	hang := columns([]rune(lead))
	for i, line := range table.Wrap(text, max(width-hang, leastText)) {
		if i > 0 {
			lead = strings.Repeat(" ", hang)
		}
		out.WriteString(strings.TrimRight(lead+line, " ") + "\n")
	}
}
