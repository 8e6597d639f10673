package render

import (
	"io"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// writeMarkdown writes the form in CommonMark with GitHub's task lists: what
// can be marked is a task box, in every layout, since a box in a table is no
// task. Descriptors, which may hold lists, stand below their boxes. Package ratings
// reads what comes back: rows by their codes, boxes by their texts, fields by
// their labels, the framework by the last line.
func writeMarkdown(w io.Writer, f *form.Form, _ Options) error {
	m := &markdownWriter{form: f}
	m.front()
	for i := range f.Sections {
		m.section(&f.Sections[i])
	}
	m.back()
	_, err := io.WriteString(w, strings.Join(m.lines, "\n")+"\n")
	return err
}

// markdownWriter collects the lines of a document.
type markdownWriter struct {
	form  *form.Form
	lines []string
}

// block adds lines that stand apart from what is before them.
func (m *markdownWriter) block(lines ...string) {
	if len(lines) == 0 {
		return
	}
	if len(m.lines) > 0 {
		m.lines = append(m.lines, "")
	}
	m.lines = append(m.lines, lines...)
}

func (m *markdownWriter) front() {
	f := m.form
	m.block("# " + markdownRuns(f.Title))
	if f.Publisher != "" {
		m.block(table.EscapeMarkdown(f.Publisher))
	}
	m.fields(f.Head)
	m.block(table.EscapeMarkdown(f.Words.MarkText))
	m.block(markdownBlocks(f.Intro)...)
	m.guidance(2, f.Guidance)
	for _, k := range f.Keys {
		m.key(k)
	}
}

func (m *markdownWriter) back() {
	f := m.form
	m.block("---")
	m.fields(f.Foot)
	if rights := rightsRuns(f); len(rights) > 0 {
		m.block(markdownRuns(rights))
	}
	m.block(table.EscapeMarkdown(f.Identity.String()))
}

// fields writes lines to fill in: a list entry "Name: " each.
func (m *markdownWriter) fields(fields []form.Field) {
	var lines []string
	for _, f := range fields {
		lines = append(lines, strings.TrimRight("- "+fieldWords(f.Label)+" "+table.EscapeMarkdown(f.Value), " "))
	}
	m.block(lines...)
}

// fieldWords is the label of something to write; a person goes on behind it.
func fieldWords(label string) string { return table.EscapeMarkdown(label) + ":" }

func (m *markdownWriter) heading(level int, text string) {
	m.block(strings.Repeat("#", min(level, 6)) + " " + text)
}

func (m *markdownWriter) guidance(level int, blocks []markup.Block) {
	if len(blocks) > 0 {
		m.heading(level, table.EscapeMarkdown(m.form.Words.Guidance))
		m.block(markdownBlocks(blocks)...)
	}
}

func (m *markdownWriter) key(k form.Key) {
	m.heading(2, table.EscapeMarkdown(m.form.Words.Levels))
	var lines []string
	for _, c := range k.Levels {
		lines = append(lines, listEntry("- ", choiceMarkdown(c), c.Text, c.Guidance)...)
	}
	m.block(lines...)
}

func (m *markdownWriter) section(s *form.Section) {
	m.sectionHead(s)
	for i := range s.Rows {
		m.row(&s.Rows[i])
	}
}

func (m *markdownWriter) sectionHead(s *form.Section) {
	switch {
	case s.Code == "":
		if s != &m.form.Sections[0] {
			m.block("---") // what follows is not below the last heading
		}
		return
	case s.Continued:
		m.heading(s.Depth+2, markdownTitle(s.Code, s.Title)+" ("+table.EscapeMarkdown(m.form.Words.Continued)+")")
		return
	}
	m.heading(s.Depth+2, markdownTitle(s.Code, s.Title))
	m.tags(s.Tags)
	m.block(markdownBlocks(s.Text)...)
	m.guidance(s.Depth+3, s.Guidance)
	if len(s.Stem) > 0 {
		m.block(markdownRuns(s.Stem))
	}
}

func (m *markdownWriter) tags(tags []string) {
	if len(tags) > 0 {
		m.block("*" + table.EscapeMarkdown(strings.Join(tags, " · ")) + "*")
	}
}

// row writes what is rated as a paragraph that begins with the code, and a
// list of what can be marked and written.
func (m *markdownWriter) row(r *form.Row) {
	name, text := markdownLead(r.Code, r.Title, r.Text)
	m.block(name)
	m.block(markdownBlocks(text)...)
	m.tags(r.Tags)
	if len(r.Stem) > 0 {
		m.block(markdownRuns(r.Stem))
	}
	m.block(explainMarkdown(r.Explains, 0)...)
	m.block(markdownBlocks(r.Guidance)...)
	m.block(m.marks(r)...)
}

// markdownLead is the first paragraph of an item, with its code, and what
// follows that.
func markdownLead(code string, title []markup.Run, text []markup.Block) (string, []markup.Block) {
	runs, rest := lead(title, text)
	return strings.Join(compact("**"+table.EscapeMarkdown(code)+"**", markdownRuns(runs)), " "), rest
}

// explainMarkdown lists the items that explain a row, as a list nested by
// depth; it takes those at a depth and what stands below them.
func explainMarkdown(items []form.Explanation, depth int) []string {
	var lines []string
	for i := 0; i < len(items); {
		below := i + 1
		for below < len(items) && items[below].Depth > depth {
			below++
		}
		e := items[i]
		name, text := markdownLead(e.Code, e.Title, e.Text)
		lines = append(lines, listEntry("- ", name, text)...)
		lines = append(lines, indented("  ", explainMarkdown(items[i+1:below], depth+1))...)
		i = below
	}
	return lines
}

// marks lists a row's task boxes and what can be written.
func (m *markdownWriter) marks(r *form.Row) []string {
	var lines []string
	for _, c := range r.Choices {
		lines = append(lines, listEntry("- ", "[ ] "+choiceMarkdown(c), c.Text, c.Guidance)...)
	}
	if r.Points != nil {
		lines = append(lines, "- "+fieldWords(pointsWords(m.form.Words, r.Points)))
	}
	if r.Comment != nil {
		lines = append(lines, "- "+fieldWords(r.Comment.Label))
	}
	return lines
}

// choiceMarkdown is a choice: its label, and its sign in parentheses.
func choiceMarkdown(c form.Choice) string {
	label := table.EscapeMarkdown(c.Label)
	if c.Sign == "" {
		return label
	}
	return label + " (" + table.EscapeMarkdown(c.Sign) + ")"
}

// markdownTitle is a heading's text: a code and a title.
func markdownTitle(code string, title []markup.Run) string {
	return strings.Join(compact(table.EscapeMarkdown(code), markdownRuns(title)), " ")
}
