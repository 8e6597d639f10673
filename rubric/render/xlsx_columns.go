package render

import (
	"slices"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// xlsxColumns are the columns of a form as a workbook: the names of the fields,
// which nobody sees, the codes, the texts, descriptors side by side, and what is
// filled in. -1 is a column that the form does not have.
type xlsxColumns struct {
	code, text, level       int // the first of the levels
	gap                     int // between what is read and what is filled in
	rating, points, comment int
	last                    int
	levels                  []form.Choice // whose descriptors stand side by side
	widths                  []float64     // in points, by column
	landscape               bool
}

// What columns need, in points; the texts have the rest.
const (
	leastCode    = 48
	ratingWidth  = 96
	pointsWidth  = 52
	commentWidth = 132
	gapWidth     = 7
	leastEntry   = 190
	leastLevel   = 62
	leastTexts   = 150 // of upright paper, where lying paper is taken instead
	gridTexts    = 140 // of the texts beside descriptors
)

// newColumns are the columns with the levels side by side, unless these would be
// too narrow to read.
func (x *xlsxWriter) newColumns() *xlsxColumns {
	c := x.columnsWith(commonLevels(x.form))
	if len(c.levels) > 0 && c.widths[c.level] < leastLevel*x.look.scale {
		return x.columnsWith(nil)
	}
	return c
}

func (x *xlsxWriter) columnsWith(levels []form.Choice) *xlsxColumns {
	c := &xlsxColumns{code: 1, text: 2, level: 3, levels: levels}
	c.gap = c.level + len(c.levels)
	next := c.gap + 1
	take := func(has bool) int {
		if !has {
			return -1
		}
		next++
		return next - 1
	}
	rows := x.form.Rows()
	c.rating = take(true)
	c.points = take(slices.ContainsFunc(rows, func(r form.Row) bool { return r.Points != nil }))
	c.comment = take(slices.ContainsFunc(rows, func(r form.Row) bool { return r.Comment != nil }))
	c.last = next - 1
	x.setWidths(c)
	return c
}

// setWidths shares the width of the paper out.
func (x *xlsxWriter) setWidths(c *xlsxColumns) {
	s := (1 + x.look.scale) / 2
	c.widths = make([]float64, c.last+1)
	c.widths[0] = leastCode // hidden
	c.widths[c.code] = x.codeColumn()
	c.widths[c.gap] = gapWidth
	c.widths[c.rating] = max(ratingWidth*s, x.ratingColumn())
	if c.points >= 0 {
		c.widths[c.points] = pointsWidth * s
	}
	if c.comment >= 0 {
		c.widths[c.comment] = commentWidth * s
	}
	left := func(width float64) float64 {
		for _, w := range c.widths[1:] {
			width -= w
		}
		return width - 2*x.look.margin
	}
	room := left(x.paper.width)
	c.landscape = len(c.levels) > 1 || room < leastTexts*x.look.scale
	if c.landscape {
		room = left(x.paper.height)
	}
	c.widths[c.text] = room
	if n := float64(len(c.levels)); n > 0 {
		c.widths[c.text] = min(gridTexts*s, room/(n+1))
		for i := range c.levels {
			c.widths[c.level+i] = (room - c.widths[c.text]) / n
		}
	}
}

// codeColumn is what the codes and the labels of the fields need.
func (x *xlsxWriter) codeColumn() float64 {
	width := float64(leastCode)
	for _, f := range slices.Concat(x.form.Head, x.form.Foot) {
		width = max(width, textWidth(f.Label, x.look.label)+cellPadding)
	}
	if !x.longCodes {
		for _, r := range x.form.Rows() {
			width = max(width, textWidth(r.Code, x.look.code)+cellPadding)
		}
	}
	return width
}

// ratingColumn is what the shorter entries of the lists need; the others wrap.
func (x *xlsxWriter) ratingColumn() float64 {
	width := 0.0
	for _, r := range x.form.Rows() {
		for _, c := range r.Choices {
			width = max(width, textWidth(xlsxEntry(&r, c), x.look.text)+3*cellPadding)
		}
	}
	return min(width, 1.3*ratingWidth*x.look.scale)
}

// commonLevels are the levels whose descriptors stand side by side: those that
// all sections share.
func commonLevels(f *form.Form) []form.Choice {
	var common []form.Choice
	for _, s := range f.Sections {
		switch {
		case !s.HasRated():
		case s.Arrangement != form.Cells || s.Columns == nil:
			return nil
		case common == nil:
			common = levels(s.Columns)
		case !slices.EqualFunc(common, levels(s.Columns), func(a, b form.Choice) bool { return a.Cell == b.Cell && choiceWords(a) == choiceWords(b) }):
			return nil
		}
	}
	return common
}

// page are the columns as the workbook has them.
func (c *xlsxColumns) page() []ooxml.PageColumn {
	out := make([]ooxml.PageColumn, len(c.widths))
	for i, w := range c.widths {
		out[i] = ooxml.PageColumn{Width: w, Hidden: i == 0}
	}
	return out
}

// entryEnd is the last column of a field of the head: the first behind which the
// field has room enough.
func (c *xlsxColumns) entryEnd() int {
	end := c.text
	for end < c.gap-1 && c.span(c.text, end) < leastEntry {
		end++
	}
	return end
}

// span is the width of columns side by side.
func (c *xlsxColumns) span(from, to int) float64 {
	sum := 0.0
	for _, w := range c.widths[from : to+1] {
		sum += w
	}
	return sum
}

// names are what the first row calls the columns: those that take something.
func (c *xlsxColumns) names() []string {
	names := make([]string, c.last+1)
	names[0], names[c.text], names[c.rating] = form.IdentityProperty, form.EntryColumn, form.RatingColumn
	if c.points >= 0 {
		names[c.points] = form.PointsColumn
	}
	if c.comment >= 0 {
		names[c.comment] = form.CommentColumn
	}
	return names
}
