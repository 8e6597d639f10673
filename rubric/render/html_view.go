package render

import (
	"fmt"
	"html/template"
	"strings"
	"time"

	"rubrickit/rubric/form"
	"rubrickit/rubric/markup"
)

// htmlFuncs are the words of the templates besides the form's own.
var htmlFuncs = template.FuncMap{
	"plain":       markup.PlainRuns,
	"rights":      rightsRuns,
	"safeLink":    safeLink,
	"isParagraph": func(b markup.Block) bool { return b.Kind == markup.Paragraph },
	"isNumbered":  func(b markup.Block) bool { return b.Kind == markup.NumberList },
	"isLong":      func(f form.Field) bool { return f.Kind == form.LongText },
	"isDate":      func(f form.Field) bool { return f.Kind == form.Date && (f.Value == "" || isDay(f.Value)) },
	"fieldClass":  fieldClass,
	"levels":      levels,
	"marks":       marks,
	"pointsWords": pointsWords,
	"leadRuns":    func(r form.Row) []markup.Run { runs, _ := lead(r.Title, r.Text); return runs },
	"leadRest":    func(r form.Row) []markup.Block { _, rest := lead(r.Title, r.Text); return rest },
	"inSection":   func(s form.Section, f *form.Form) sectionView { return sectionView{s, f} },
	"inRow":       func(r form.Row, s sectionView) rowView { return rowView{&r, s} },
}

// sectionView is a section as the templates see it.
type sectionView struct {
	form.Section
	Form *form.Form
}

// rowView is a row with the section it stands in.
type rowView struct {
	*form.Row
	Section sectionView
}

// mark is one choice of a row, to be marked.
type mark struct {
	form.Choice
	Row   form.Row
	index int // among the row's choices
}

// marks are a row's choices that are levels, or that are null states.
func marks(r form.Row, level bool) []mark {
	var out []mark
	for i, c := range r.Choices {
		if c.IsLevel() == level {
			out = append(out, mark{c, r, i})
		}
	}
	return out
}

// InputType is the control that marks the choice.
func (m mark) InputType() string {
	if m.Row.Box {
		return "checkbox"
	}
	return "radio"
}

// Group is what the row is called by those who hear the page: its code and its
// first paragraph.
func (m mark) Group() string {
	runs, _ := lead(m.Row.Title, m.Row.Text)
	return strings.Join(compact(m.Row.Code, markup.PlainRuns(runs)), " ")
}

// Describes is the id of the choice's descriptor, "" where it has none. No
// field's name has a colon, so the id is the row's own.
func (m mark) Describes() string {
	if len(m.Text) == 0 {
		return ""
	}
	return fmt.Sprintf("%s:%d", m.Row.Field, m.index)
}

// Level is the level of the section's heading: the page's title has 1.
func (s sectionView) Level() int { return min(s.Depth+2, 6) }

// IsMatrix reports whether the levels are columns beside the rows.
func (s sectionView) IsMatrix() bool { return s.Arrangement == form.Matrix }

// IsCells reports whether the descriptors stand side by side.
func (s sectionView) IsCells() bool { return s.Arrangement == form.Cells }

// IsStack reports whether the descriptors stand one below the other.
func (s sectionView) IsStack() bool { return s.Arrangement == form.Stack }

// IsBoxes reports whether the rows are boxes to tick.
func (s sectionView) IsBoxes() bool {
	for _, r := range s.Rows {
		if r.Box {
			return true
		}
	}
	return false
}

// RowWord is what the rows are called.
func (s sectionView) RowWord() string { return rowWord(s.Form, &s.Section) }

// Before and After are the columns of a matrix on both sides of its rows'
// texts: a box to tick stands before.
func (s sectionView) Before() []form.Choice {
	if s.IsBoxes() {
		return levels(s.Columns)
	}
	return nil
}

// After are the columns that [sectionView.Before] does not have.
func (s sectionView) After() []form.Choice { return s.Columns[len(s.Before()):] }

// MarksBefore are the marks of a row in the columns Before.
func (s sectionView) MarksBefore(r form.Row) []mark {
	if s.IsBoxes() {
		return marks(r, true)
	}
	return nil
}

// MarksAfter are the marks of a row in the columns After.
func (s sectionView) MarksAfter(r form.Row) []mark {
	if s.IsBoxes() {
		return marks(r, false)
	}
	return append(marks(r, true), marks(r, false)...)
}

// Span is the number of columns of a matrix: those of its boxes, of the texts and
// of the choices.
func (s sectionView) Span() int {
	n := 1
	if len(s.Before()) > 0 {
		n++
	}
	if len(s.After()) > 0 {
		n++
	}
	return n
}

// Caption says what a table is, for those who hear the page.
func (s sectionView) Caption() string {
	what := strings.Join(compact(s.Code, markup.PlainRuns(s.Title)), " ")
	if what == "" {
		what = markup.PlainRuns(s.Form.Title)
	}
	instruction := s.Form.Words.MarkOne
	if s.IsBoxes() {
		instruction = s.Form.Words.MarkBoxes
	}
	return what + ". " + instruction
}

// fieldClass says how much room a field needs.
func fieldClass(f form.Field) string {
	switch f.Kind {
	case form.LongText:
		return "long"
	case form.Date:
		return "date"
	case form.Sign:
		return "sign"
	default:
		return "short"
	}
}

// lead is the first paragraph of an item, its title where it has one, and the
// blocks that follow.
func lead(title []markup.Run, text []markup.Block) ([]markup.Run, []markup.Block) {
	switch {
	case len(title) > 0:
		return title, text
	case len(text) > 0 && text[0].Kind == markup.Paragraph:
		return text[0].Runs, text[1:]
	default:
		return nil, text
	}
}

// levels are the choices that are levels.
func levels(choices []form.Choice) []form.Choice { return choicesOf(choices, true) }

// nulls are the choices that are null states.
func nulls(choices []form.Choice) []form.Choice { return choicesOf(choices, false) }

func choicesOf(choices []form.Choice, level bool) []form.Choice {
	var out []form.Choice
	for _, c := range choices {
		if c.IsLevel() == level {
			out = append(out, c)
		}
	}
	return out
}

// isDay reports whether a text is a day as a browser's field for dates takes it.
func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
