package render

import (
	"fmt"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// Signs of what can be marked.
const (
	circle = "○" // one of a row's choices
	square = "☐" // a box on its own
)

// What a column needs before a table is better than a list.
const (
	leastTextColumn = 36 // of the rows' texts
	leastCellColumn = 22 // of descriptors
)

// section writes a heading and its rows.
func (t *textWriter) section(s *form.Section) error {
	t.heading(s)
	switch {
	case len(s.Rows) == 0:
		return nil
	case s.Arrangement == form.Matrix && t.matrixRoom(s) >= leastTextColumn:
		return t.matrix(s)
	case s.Arrangement == form.Cells:
		return t.eachRow(s, t.cells)
	case s.Arrangement == form.Stack || s.Arrangement == form.Matrix && s.Rows[0].Box:
		return t.eachRow(s, t.stack)
	default:
		return t.eachRow(s, t.choices)
	}
}

func (t *textWriter) heading(s *form.Section) {
	if s.Code == "" {
		if s != &t.form.Sections[0] {
			t.line("", "")
			t.line(faint, strings.Repeat("─", t.width)) // what follows is not below the last heading
		}
		return
	}
	t.line("", "")
	title := markup.PlainRuns(s.Title)
	if s.Continued {
		title += " (" + t.form.Words.Continued + ")"
	}
	t.lead(bold, s.Code, title)
	if s.Continued {
		return
	}
	t.tags("", s.Tags)
	t.blocks("", "", s.Text)
	t.guidance("", s.Guidance)
	if len(s.Stem) > 0 {
		t.para("", "", markup.PlainRuns(s.Stem))
	}
}

func (t *textWriter) tags(indent string, tags []string) {
	if len(tags) > 0 {
		t.para(faint, indent, strings.Join(tags, " · "))
	}
}

// eachRow writes rows one by one: what each says, then what draw adds.
func (t *textWriter) eachRow(s *form.Section, draw func(r *form.Row) error) error {
	for i := range s.Rows {
		r := &s.Rows[i]
		t.line("", "")
		t.row(r)
		if err := draw(r); err != nil {
			return err
		}
		t.extras(r)
	}
	return nil
}

// lead writes a code and what it is called; a code that is long stands below.
func (t *textWriter) lead(style, code, text string) {
	switch {
	case !t.longCodes:
		t.para(style, code+"  ", text)
	case text == "":
		t.para(style, "", code)
	default:
		t.para(style, "", text)
		t.para(faint, "  ", code)
	}
}

// row writes a row's code, title and texts.
func (t *textWriter) row(r *form.Row) {
	first, rest := lead(r.Title, r.Text)
	style := ""
	if len(r.Title) > 0 || len(first) == 0 {
		style = bold
	}
	t.lead(style, r.Code, markup.PlainRuns(first))
	t.blocks("", "  ", rest)
	t.tags("  ", r.Tags)
	if len(r.Stem) > 0 {
		t.para("", "  ", markup.PlainRuns(r.Stem))
	}
	for _, e := range r.Explains {
		t.para("", strings.Repeat("  ", e.Depth+1)+"– ", explanationWords(e))
	}
	t.blocks(faint, "  ", r.Guidance)
}

// explanationWords is an explaining item on one line.
func explanationWords(e form.Explanation) string {
	return strings.Join(compact(e.Code, markup.PlainRuns(e.Title), strings.Join(markup.LinesOf(e.Text), " ")), "  ")
}

// compact drops empty texts.
func compact(texts ...string) []string {
	var out []string
	for _, text := range texts {
		if text != "" {
			out = append(out, text)
		}
	}
	return out
}

// sign is the sign of what can be marked in a row.
func sign(r *form.Row) string {
	if r.Box {
		return square
	}
	return circle
}

// choices writes a row's choices side by side.
func (t *textWriter) choices(r *form.Row) error {
	if r.Rated() {
		t.para("", "  ", choiceList(r, r.Choices))
	}
	return nil
}

// choiceList names choices with their marks. The words of one choice hold
// together at the end of a line.
func choiceList(r *form.Row, choices []form.Choice) string {
	var words []string
	for _, c := range choices {
		words = append(words, strings.ReplaceAll(sign(r)+" "+choiceWords(c), " ", noBreak))
	}
	return strings.Join(words, "   ")
}

// choiceWords is a choice as plain text: "3 Often", "Emerging", "N/A".
func choiceWords(c form.Choice) string { return strings.Join(compact(c.Sign, c.Label), " ") }

// stack writes a row's levels one below the other, with their descriptors.
func (t *textWriter) stack(r *form.Row) error {
	for _, c := range r.Choices {
		if !c.IsLevel() {
			continue
		}
		t.para("", "  "+sign(r)+" ", choiceWords(c))
		t.blocks("", "      ", c.Text)
		t.blocks(faint, "      ", c.Guidance)
	}
	return t.nulls(r)
}

func (t *textWriter) nulls(r *form.Row) error {
	if choices := nulls(r.Choices); len(choices) > 0 {
		t.para("", "  ", choiceList(r, choices))
	}
	return nil
}

// cells writes a row's descriptors side by side, or one below the other where
// the terminal is too narrow for that.
func (t *textWriter) cells(r *form.Row) error {
	c := table.Table{Width: t.width, Rows: [][]string{nil}}
	for _, choice := range r.Choices {
		if choice.IsLevel() {
			c.Header = append(c.Header, sign(r)+" "+choiceWords(choice))
			c.Rows[0] = append(c.Rows[0], strings.Join(append(markup.LinesOf(choice.Text), markup.LinesOf(choice.Guidance)...), "\n"))
		}
	}
	if len(c.Header) == 0 {
		return nil
	}
	if t.width/len(c.Header) < leastCellColumn {
		return t.stack(r)
	}
	if err := c.Text(&t.out); err != nil {
		return err
	}
	return t.nulls(r)
}

// extras writes what a row has besides its choices: points and a comment.
func (t *textWriter) extras(r *form.Row) {
	if r.Points != nil {
		t.para("", "  ", pointsWords(t.form.Words, r.Points)+": ______")
	}
	if r.Comment != nil {
		t.line("", "  "+r.Comment.Label+" "+strings.Repeat("_", t.width-4-len([]rune(r.Comment.Label))))
	}
}

// pointsWords says which values may be written: "Points (0 to 10 in steps of
// 0.5)".
func pointsWords(w form.Words, p *form.Points) string {
	bounds := fmt.Sprintf(w.PointsOf, p.From, p.To)
	if !p.OnlyRange {
		bounds += " " + fmt.Sprintf(w.PointsStep, p.Step)
	}
	return w.Points + " (" + bounds + ")"
}
