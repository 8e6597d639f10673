package ratings

import (
	"cmp"
	"slices"
	"strings"

	"rubrickit/rubric"
	forms "rubrickit/rubric/form"
	tables "rubrickit/rubric/internal/table"
)

// The columns of the table that a form as a text document makes: of the head, and
// of each row.
var (
	markdownHead  = []string{forms.FrameworkID, forms.FrameworkVersion, forms.FrameworkFingerprint, forms.Ratee, forms.Rater, forms.Group, forms.Occasion}
	markdownCells = []string{forms.Item, forms.Rating, forms.Comment}
)

// markdownRow is a row of the form, as far as it has been read.
type markdownRow struct {
	row      *forms.Row
	scale    *rubric.Scale
	line     int
	hasBoxes bool
	marked   []string // the cells of what is marked
	at       int      // the line of the first mark
	points   *remark
	comment  *remark
}

// box takes a box with its text.
func (m *markdownRow) box(marked bool, text string, number int) {
	cell := m.cell(text)
	m.hasBoxes = true
	if !marked {
		return
	}
	if len(m.marked) == 0 {
		m.at = number
	}
	m.marked = append(m.marked, cell)
}

// cell is what a ratings file says for the choice with a text; a text that is of
// none stands for itself.
func (m *markdownRow) cell(text string) string {
	text = clean(unescaped(text))
	for _, c := range m.row.Choices {
		if clean(unescaped(tables.EscapeMarkdown(besideBox(c)))) == text {
			return c.Cell
		}
	}
	return text
}

// besideBox is the text of a choice beside its box, as render writes it.
func besideBox(c forms.Choice) string {
	if c.Sign == "" {
		return c.Label
	}
	return c.Label + " (" + c.Sign + ")"
}

// write takes a text that a person has written in the row, and returns it where
// more lines may follow.
func (m *markdownRow) write(field string, value *remark) *remark {
	if field == pointsField {
		m.points = value
		return nil
	}
	m.comment = value
	return value
}

// rating is the cell of the row: points say more than the level that they are in.
func (m *markdownRow) rating(scale *rubric.Scale) placedCell {
	points := m.points.cell()
	if points.text == "" {
		return placedCell{strings.Join(m.marked, ";"), m.at}
	}
	others := slices.DeleteFunc(slices.Clone(m.marked), func(cell string) bool { return isIn(scale, cell, points.text) })
	return placedCell{strings.Join(append(others, points.text), ";"), points.line}
}

// isIn reports whether points are in the level that a cell names.
func isIn(scale *rubric.Scale, cell, points string) bool {
	value, err := rubric.ParseDecimal(strings.Replace(points, ",", ".", 1))
	if err != nil || scale == nil {
		return false
	}
	level := scale.LevelOf(value)
	return level != nil && level.Code == cell
}

// placedCell is a cell with its line; 0 is that of the record.
type placedCell struct {
	text string
	line int
}

// record is the row as a record, behind what all rows share.
func (m *markdownRow) record(head []string) record {
	return placedRecord(head, m.line, placedCell{text: m.row.Code}, m.rating(m.scale), m.comment.cell())
}

func placedRecord(head []string, line int, cells ...placedCell) record {
	rec := record{line: line, span: 1, open: true, fields: slices.Clone(head), lines: slices.Repeat([]int{line}, len(head))}
	for _, c := range cells {
		rec.fields = append(rec.fields, c.text)
		rec.lines = append(rec.lines, cmp.Or(c.line, line))
	}
	return rec
}
