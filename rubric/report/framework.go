package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// FrameworkFile is a framework together with the bytes it was read from.
type FrameworkFile struct {
	Framework *rubric.Framework
	Data      []byte
}

// FrameworkFormats are the formats in which one framework is shown.
func FrameworkFormats() []Format[FrameworkFile] {
	return []Format[FrameworkFile]{
		{"outline", "codes and titles as an indented list", writeOutline},
		{"yaml", "the file itself, byte for byte", func(w io.Writer, f FrameworkFile, _ Options) error {
			_, err := w.Write(f.Data)
			return err
		}},
		{"json", "for programs: arrays, explicit codes, resolved scales, fingerprint", func(w io.Writer, f FrameworkFile, _ Options) error {
			return f.Framework.WriteJSON(w)
		}},
	}
}

// Shape counts a framework's items by tier in words: "8 standards, 37
// statements".
func Shape(f *rubric.Framework) string {
	var parts []string
	for depth, tier := range tierCounts(f) {
		noun := "item"
		if depth < len(f.Tiers) {
			noun = strings.ToLower(tier.Tier)
		}
		parts = append(parts, Count(tier.Items, noun))
	}
	return strings.Join(parts, ", ")
}

// ScaleLine describes the scale of a framework's indicators in words: "1
// Never … 5 Always", "own levels for each item".
func ScaleLine(f *rubric.Framework) string {
	switch s := f.CommonScale(); {
	case s != nil:
		return scaleWords(s)
	case f.Scale != nil && f.Scale.Own:
		return "own levels for each item"
	default:
		return "several scales"
	}
}

func scaleWords(s *rubric.Scale) string {
	first, last := s.Levels[0], s.Levels[len(s.Levels)-1]
	separator := " … "
	if len(s.Levels) == 2 {
		separator = ", "
	}
	return levelWords(first) + separator + levelWords(last)
}

// levelWords is a level's value and name, the value once where it is both.
func levelWords(l rubric.Level) string {
	if l.Value.String() == l.Name() {
		return l.Name()
	}
	return l.Value.String() + " " + l.Name()
}

// writeOutline writes the tree: codes, titles and texts, wrapped under their
// own start.
func writeOutline(w io.Writer, file FrameworkFile, o Options) error {
	f := file.Framework
	var out strings.Builder
	fmt.Fprintln(&out, f.Name())
	for _, line := range []struct{ key, value string }{
		{"Publisher", f.Publisher}, {"Rights", f.Source.Rights}, {"Shape", Shape(f)}, {"Scale", ScaleLine(f)},
	} {
		if line.value != "" {
			fmt.Fprintf(&out, "%-10s %s\n", line.key, line.value)
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

// outlineText writes a text after its lead, wrapped with a hanging indent.
func outlineText(out *strings.Builder, lead, text string, width int) {
	hang := len([]rune(lead))
	if most := width / 3; hang > most {
		hang = len(lead) - len(strings.TrimLeft(lead, " ")) + 4
	}
	for i, line := range table.Wrap(text, max(width-hang, 30)) {
		if i > 0 {
			lead = strings.Repeat(" ", hang)
		}
		out.WriteString(strings.TrimRight(lead+line, " ") + "\n")
	}
}
