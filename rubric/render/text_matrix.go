package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// matrixRoom is how wide the column of a matrix's texts can be.
func (t *textWriter) matrixRoom(s *form.Section) int {
	room := t.width
	for _, c := range s.Columns {
		room -= 2 + len([]rune(choiceWords(c)))
	}
	for _, r := range s.Rows {
		if len(r.Explains) > 0 || r.Comment != nil {
			return 0
		}
	}
	if t.longCodes {
		return room
	}
	return room - longestCode(s.Rows)
}

func longestCode(rows []form.Row) int {
	longest := 0
	for _, r := range rows {
		longest = max(longest, len([]rune(r.Code))+2)
	}
	return longest
}

// matrix writes rows and the choices they share as a table.
func (t *textWriter) matrix(s *form.Section) error {
	t.line("", "")
	m := table.Table{Width: t.width, Ruled: t.longCodes, Header: []string{rowWord(t.form, s)}}
	if !t.longCodes {
		m.Header = []string{"", rowWord(t.form, s)}
	}
	for _, c := range s.Columns {
		m.Header = append(m.Header, choiceWords(c))
	}
	for i := range s.Rows {
		m.Rows = append(m.Rows, t.matrixRow(&s.Rows[i]))
	}
	return m.Text(&t.out)
}

func (t *textWriter) matrixRow(r *form.Row) []string {
	cells := []string{r.Code, matrixText(r)}
	if t.longCodes {
		cells = []string{r.Code + "\n" + matrixText(r)}
	}
	for range r.Choices {
		cells = append(cells, sign(r))
	}
	return cells
}

// rowWord is what the rows of a section are called.
func rowWord(f *form.Form, s *form.Section) string {
	if word := s.RowTier(); word != "" {
		return word
	}
	return f.Words.Item
}

// matrixText is what a row says, as lines of a table's cell.
func matrixText(r *form.Row) string {
	lines := compact(markup.PlainRuns(r.Title))
	lines = append(lines, markup.LinesOf(r.Text)...)
	lines = append(lines, compact(strings.Join(r.Tags, " · "), markup.PlainRuns(r.Stem))...)
	return strings.Join(append(lines, markup.LinesOf(r.Guidance)...), "\n")
}
