package ratings

import (
	"fmt"
	"strings"

	forms "rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// Without tags, a form is read by what people see: a row of a table begins with
// the code of an item, and all boxes up to the next such row are its choices, in
// their order. Fields stand beside their labels, comments behind theirs.

// untaggedRow is a row of the form as the rows of tables show it.
type untaggedRow struct {
	code            string
	line            int
	boxes           []tick
	points, comment placedCell
}

// tick is a box.
type tick struct {
	ticked bool
	line   int
}

// untaggedForm puts rows together.
type untaggedForm struct {
	form   *documentForm
	rated  map[string]bool   // codes
	labels map[string]string // names of fields, by label
	rows   []*untaggedRow
}

// The signs of boxes, ticked or not, as people and programs set them.
const (
	tickedSigns = ooxml.Ticked + "☑"
	boxSigns    = ooxml.Unticked + tickedSigns
)

// untagged reads a document whose tags were dropped.
func (d *documentForm) untagged(text *ooxml.Contents) {
	u := &untaggedForm{form: d, rated: map[string]bool{}, labels: fieldLabels()}
	for _, row := range d.blankRows("form") {
		u.rated[row.Code] = true
	}
	for _, row := range tableRows(text.Paragraphs) {
		u.take(row)
	}
	if len(u.rows) > 0 {
		d.notes = append(d.notes, "a program has dropped the names of the fields, so the form was read by the rows of its tables")
	}
	u.settle()
}

// tableRow is a row of a table: the paragraphs of each cell that has any.
type tableRow [][]ooxml.Line

// tableRows groups the paragraphs that stand in tables.
func tableRows(lines []ooxml.Line) []tableRow {
	var out []tableRow
	row, cell := 0, 0
	for _, l := range lines {
		if l.Row == 0 {
			continue
		}
		if l.Row != row {
			out, row, cell = append(out, nil), l.Row, 0
		}
		last := &out[len(out)-1]
		if l.Cell != cell {
			*last, cell = append(*last, nil), l.Cell
		}
		(*last)[len(*last)-1] = append((*last)[len(*last)-1], l)
	}
	return out
}

// take takes a row of a table: of fields, or of an item.
func (u *untaggedForm) take(row tableRow) {
	if u.fields(row) {
		return
	}
	if code, line := u.code(row); code != "" {
		u.rows = append(u.rows, &untaggedRow{code: code, line: line})
	}
	if len(u.rows) == 0 {
		return
	}
	current := u.rows[len(u.rows)-1]
	for _, cell := range row {
		u.cell(current, cell)
	}
}

// fields takes a row of labels with what stands in the cells behind them, and
// reports whether it is one.
func (u *untaggedForm) fields(row tableRow) bool {
	name := u.labels[plainKey(textOf(row[0]))]
	if name == "" || name == forms.Comment || name == pointsField {
		return false
	}
	for i, cell := range row {
		label := u.labels[plainKey(textOf(cell))]
		if label == "" || i+1 == len(row) || u.labels[plainKey(textOf(row[i+1]))] != "" {
			continue
		}
		if label == forms.Occasion && len(u.rows) > 0 {
			label = forms.SignatureDate
		}
		u.form.entry(label, textOf(row[i+1]), row[i+1][0].Number)
	}
	return true
}

// textOf is the text of a cell.
func textOf(cell []ooxml.Line) string {
	var lines []string
	for _, l := range cell {
		lines = append(lines, l.Text)
	}
	return strings.Join(lines, "\n")
}

// code is the code of an item that a row begins with: it stands alone in a
// paragraph of the first cell that is more than a box.
func (u *untaggedForm) code(row tableRow) (string, int) {
	for _, cell := range row {
		first := strings.TrimSpace(cell[0].Text)
		if strings.Trim(first, boxSigns) == "" {
			continue
		}
		if strings.ContainsAny(first, boxSigns) {
			return "", 0
		}
		for _, l := range cell {
			if text := strings.TrimSpace(l.Text); u.rated[text] {
				return text, l.Number
			}
		}
		return "", 0
	}
	return "", 0
}

// cell takes the boxes of a cell, and what is written in it.
func (u *untaggedForm) cell(row *untaggedRow, cell []ooxml.Line) {
	for i, l := range cell {
		label, text, found := strings.Cut(l.Text, ":")
		label, _, _ = strings.Cut(label, " (") // the bounds of points
		switch name := u.labels[plainKey(label)]; {
		case found && name == forms.Comment:
			below := append([]ooxml.Line{{Text: text}}, cell[i+1:]...)
			row.comment = placedCell{strings.TrimSpace(textOf(below)), l.Number}
			return
		case found && name == pointsField:
			row.points = placedCell{strings.TrimSpace(text), l.Number}
		default:
			row.scan(l)
		}
	}
}

// scan takes the boxes of a paragraph.
func (row *untaggedRow) scan(l ooxml.Line) {
	for _, r := range l.Text {
		if strings.ContainsRune(boxSigns, r) {
			row.boxes = append(row.boxes, tick{strings.ContainsRune(tickedSigns, r), l.Number})
		}
	}
}

// settle makes rows of the form of what was read. What choices a row has, the
// number of its boxes says: a layout of boxes has one less than the others.
func (u *untaggedForm) settle() {
	choices := map[string][][]forms.Choice{}
	for _, layout := range forms.Layouts() {
		for _, row := range u.form.blankRows(layout.Name) {
			choices[row.Code] = append(choices[row.Code], row.Choices)
		}
	}
	for _, row := range u.rows {
		if len(row.boxes) == 0 {
			continue // a heading with the same code, or a row that was torn apart
		}
		to := u.form.row(row.code, row.line)
		to.points, to.comment = row.points, row.comment
		for i, box := range row.boxes {
			if box.ticked {
				to.mark(choiceAt(choices[row.code], len(row.boxes), i))
			}
		}
	}
}

// choiceAt is the cell of the choice that the box at a place stands for, among so
// many. Where the form has another number of boxes, the place stands for itself,
// which is no rating.
func choiceAt(layouts [][]forms.Choice, boxes, at int) string {
	for _, choices := range layouts {
		if len(choices) == boxes {
			return choices[at].Cell
		}
	}
	return fmt.Sprintf("box %d of %d", at+1, boxes)
}
