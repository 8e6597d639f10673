package render

import (
	"io"
	"math"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// defaultWidth and leastWidth are columns of a terminal.
const (
	defaultWidth = 80
	leastWidth   = 40
)

// writeText draws the form for a terminal.
func writeText(w io.Writer, f *form.Form, o Options) error {
	t := &textWriter{form: f, width: o.Width, color: o.Color, longCodes: hasLongCodes(f)}
	if t.width <= 0 {
		t.width = defaultWidth
	}
	t.width = max(t.width, leastWidth)
	t.front()
	for i := range f.Sections {
		if err := t.section(&f.Sections[i]); err != nil {
			return err
		}
	}
	t.back()
	_, err := io.WriteString(w, t.out.String())
	return err
}

// textWriter collects the lines of a form.
type textWriter struct {
	out   strings.Builder
	form  *form.Form
	width int
	color bool
	// longCodes says that codes are words, too long to stand before a text.
	longCodes bool
}

// noBreak is a space at which no line breaks.
const noBreak = "\u00a0"

// bold and faint are the styles of a terminal.
const (
	bold  = "1"
	faint = "2"
)

// line writes a line in a style ("" for none). Text has passed through
// [table.Wrap] before, which leaves no control characters in it.
func (t *textWriter) line(style, text string) {
	if t.color && style != "" && text != "" {
		text = "\x1b[" + style + "m" + text + "\x1b[0m"
	}
	t.out.WriteString(text + "\n")
}

// para writes a text behind a lead, wrapped under its own start.
func (t *textWriter) para(style, lead, text string) {
	hang := strings.Repeat(" ", len([]rune(lead)))
	for _, line := range table.Wrap(text, max(t.width-len(hang), leastWidth/2)) {
		t.line(style, lead+strings.ReplaceAll(line, noBreak, " "))
		lead = hang
	}
}

// blocks writes blocks, each line behind an indent.
func (t *textWriter) blocks(style, indent string, blocks []markup.Block) {
	for _, line := range markup.LinesOf(blocks) {
		t.para(style, indent, line)
	}
}

// front writes what stands before the first section.
func (t *textWriter) front() {
	f := t.form
	t.para(bold, "", markup.PlainRuns(f.Title))
	if f.Publisher != "" {
		t.para(faint, "", f.Publisher)
	}
	t.fields(f.Head)
	if len(f.Intro) > 0 {
		t.line("", "")
		t.blocks("", "", f.Intro)
	}
	t.guidance("", f.Guidance)
	for _, k := range f.Keys {
		t.key(k)
	}
}

// back writes what stands after the last section.
func (t *textWriter) back() {
	f := t.form
	t.fields(f.Foot)
	t.line("", "")
	if rights := rightsRuns(f); len(rights) > 0 {
		t.para(faint, "", markup.PlainRuns(rights))
	}
	t.para(faint, "", f.Identity.String())
}

// fields writes blanks to fill in, two in a line but for long ones.
func (t *textWriter) fields(fields []form.Field) {
	t.line("", "")
	longest := 0
	for _, f := range fields {
		longest = max(longest, len([]rune(f.Label)))
	}
	half := t.width/2 - 2
	line := ""
	flush := func() {
		if line != "" {
			t.line("", line)
			line = ""
		}
	}
	for _, f := range fields {
		switch {
		case f.Kind == form.LongText:
			flush()
			t.line("", blankLine(f, longest, 2*half+2))
		case line == "":
			line = blankLine(f, longest, half)
		default:
			line += "  " + blankLine(f, longest, half)
			flush()
		}
	}
	flush()
}

// blankLine is a label, as wide as the longest, and room to write up to width, behind
// what stands there.
func blankLine(f form.Field, longest, width int) string {
	label := f.Label + strings.Repeat(" ", longest-len([]rune(f.Label)))
	value := strings.Join(table.Wrap(f.Value, math.MaxInt32), " ") // on one line, without control characters
	return label + " " + value + strings.Repeat("_", max(width-longest-1-len([]rune(value)), 1))
}

func (t *textWriter) guidance(indent string, blocks []markup.Block) {
	if len(blocks) == 0 {
		return
	}
	t.line("", "")
	t.line(bold, indent+t.form.Words.Guidance)
	t.blocks("", indent, blocks)
}

func (t *textWriter) key(k form.Key) {
	t.line("", "")
	t.line(bold, t.form.Words.Levels)
	for _, c := range k.Levels {
		t.para(bold, "  ", choiceWords(c))
		t.blocks("", "    ", c.Text)
		t.blocks(faint, "    ", c.Guidance)
	}
}

// rightsRuns say where a form's texts come from and whose they are.
func rightsRuns(f *form.Form) []markup.Run {
	var out []markup.Run
	for _, part := range []markup.Run{
		{Text: labelled(f.Words.Source, f.Source.Title)},
		{Text: f.Source.URL, Link: f.Source.URL},
		{Text: labelled(f.Words.Rights, f.Source.Rights)},
	} {
		if part.Text == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, markup.Run{Text: " · "})
		}
		out = append(out, part)
	}
	return out
}

// labelled puts a word before a text, if there is one.
func labelled(word, text string) string {
	if text == "" {
		return ""
	}
	return word + ": " + text
}
