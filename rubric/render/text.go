package render

import (
	"io"
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
	t := &textWriter{form: f, width: o.Width, color: o.Color}
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
}

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
		t.line(style, lead+line)
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
	t.line("", "")
	t.fields(f.Foot)
	t.line("", "")
	if rights := rightsRuns(f); len(rights) > 0 {
		t.para(faint, "", markup.PlainRuns(rights))
	}
	t.para(faint, "", f.Identity.String())
}

// fields writes blanks to fill in, two in a line where there is room.
func (t *textWriter) fields(fields []form.Field) {
	t.line("", "")
	label := 0
	for _, f := range fields {
		label = max(label, len([]rune(f.Label)))
	}
	room := t.width/2 - label - 4
	var line strings.Builder
	for i, f := range fields {
		if f.Kind == form.LongText {
			t.line("", f.Label+" "+strings.Repeat("_", 2*room+label+6-len([]rune(f.Label))))
			continue
		}
		line.WriteString(f.Label + strings.Repeat(" ", label-len([]rune(f.Label))) + " " + strings.Repeat("_", room) + "    ")
		if i%2 == 1 || i == len(fields)-1 {
			t.line("", strings.TrimRight(line.String(), " "))
			line.Reset()
		}
	}
	if line.Len() > 0 {
		t.line("", strings.TrimRight(line.String(), " "))
	}
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
