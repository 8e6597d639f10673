package form

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/markup"
)

// Layout is a way to lay out the rows of a form: one row of [Layouts].
type Layout struct {
	Name  string
	About string

	suits       func(*rubric.Framework) bool // the shape it is made for
	boxes       bool                         // a two-level scale with a blank is one box
	descriptors bool                         // cells' descriptors are on the form
	arrange     func([]Section)
}

// Arrangement is how the rows of one section stand.
type Arrangement uint8

// The arrangements.
const (
	Matrix Arrangement = iota // rows × the choices they share, to mark
	Lines                     // each row's text over the whole width, its choices in a line below
	Cells                     // each row's choices side by side, with their descriptors
	Stack                     // each row's choices one below the other, with their descriptors
)

// Layouts lists the layouts. The first that suits a framework's shape is the
// one it gets when none is asked for.
func Layouts() []Layout {
	return []Layout{
		{"grid", "criteria × descriptors of the levels, as in an analytic rubric", (*rubric.Framework).HasDescriptors, false, true, arrangeGrid},
		{"checklist", "boxes to tick", isChecklist, true, true, arrangeChecklist},
		{"form", "items × levels to mark", func(*rubric.Framework) bool { return true }, false, false, arrangeForm},
	}
}

// isChecklist reports whether everything is rated by a box to tick.
func isChecklist(f *rubric.Framework) bool {
	s := f.CommonScale()
	return s != nil && isBox(s)
}

// layoutFor finds the layout with a name, or the one for a framework's shape.
func layoutFor(f *rubric.Framework, name string) (Layout, error) {
	var names []string
	for _, l := range Layouts() {
		if l.Name == name || name == "" && l.suits(f) {
			return l, nil
		}
		names = append(names, l.Name)
	}
	hint := diag.Suggest(name, names, "layouts: "+strings.Join(names, ", "))
	return Layout{}, fmt.Errorf("unknown layout %q (%s)", name, hint)
}

// What a matrix can hold: longer rows, or more columns, need the whole width.
const (
	matrixColumns = 8
	matrixText    = 240 // characters that titled rows have on average
)

// What a grid can hold: more levels make columns too narrow to read, more text
// (the characters of a row's longest descriptor, times its levels) makes rows
// higher than half a page.
const (
	gridLevels = 6
	gridText   = 2700
)

// arrangeGrid puts descriptors side by side, unless some row does not fit: then
// they stand one below the other. Where the rows of one section have levels of
// their own, all rows are drawn so.
func arrangeGrid(sections []Section) {
	common, shared := Cells, true
	for _, s := range sections {
		if slices.ContainsFunc(s.Rows, tooTall) {
			common = Stack
		}
		shared = shared && (s.Columns != nil || !s.HasRated())
	}
	for i := range sections {
		sections[i].Arrangement = common
		if !shared {
			sections[i].Columns = nil
		}
	}
}

// tooTall reports whether a row's descriptors do not fit side by side.
func tooTall(r Row) bool {
	longest, levels := 0, 0
	for _, c := range r.Choices {
		longest = max(longest, utf8.RuneCountInString(markup.PlainBlocks(c.Text)))
		if c.IsLevel() {
			levels++
		}
	}
	return levels > gridLevels || longest*levels > gridText
}

func arrangeChecklist(sections []Section) {
	for i := range sections {
		sections[i].Arrangement = Stack
		if s := &sections[i]; s.Columns != nil && allBoxes(s.Rows) {
			s.Arrangement = Matrix
		}
	}
}

// arrangeForm makes matrices, unless the rows do not fit one: all sections of a
// form look alike.
func arrangeForm(sections []Section) {
	common := Matrix
	if isProse(sections) || slices.ContainsFunc(sections, tooWide) {
		common = Lines
	}
	for i := range sections {
		sections[i].Arrangement = common
	}
}

// tooWide reports whether a section's rows have no columns in common, or too
// many, or a field for points.
func tooWide(s Section) bool {
	return s.HasRated() && s.Columns == nil || len(s.Columns) > matrixColumns ||
		slices.ContainsFunc(s.Rows, func(r Row) bool { return r.Points != nil })
}

// isProse reports whether rows below a title of their own have much to read.
func isProse(sections []Section) bool {
	titled, characters := 0, 0
	for _, s := range sections {
		for _, r := range s.Rows {
			if len(r.Title) > 0 {
				titled++
				characters += utf8.RuneCountInString(markup.PlainBlocks(r.Text))
			}
		}
	}
	return characters > titled*matrixText
}

func allBoxes(rows []Row) bool {
	for _, r := range rows {
		if r.Rated() && !r.Box {
			return false
		}
	}
	return true
}
