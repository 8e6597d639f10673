package score

import (
	"bytes"
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// load lays out the ratings of one ratee. It reports whether there are any.
func (g *grid) load(of rubric.Ratee) (bool, error) {
	g.reset()
	g.of = of
	g.sheets = g.book.Sheets(of, g.sheets[:0])
	g.placeForms()
	g.placeColumns()
	if g.takeLead() {
		return len(g.columns) > 0, nil
	}
	known := len(g.ambiguous)
	err := g.loadRows()
	if late := g.ambiguous[known:]; err == nil && len(late) > 0 {
		slices.SortStableFunc(late, func(a, b ambiguity) int { return compareColumns(a.at, b.at) }) // then by item, as found
		g.dropBlank()
	}
	g.alone = g.onlyWeightless(g.hasRating)
	return len(g.columns) > 0, err
}

// placeForms tells where each form stands that is not blank, and puts them in
// order.
func (g *grid) placeForms() {
	g.forms, g.raters, g.marks = g.forms[:0], 0, g.marks[:0]
	var before *rubric.Sheet // the one that was placed last
	var group int32
	for i := range g.sheets {
		s := &g.sheets[i]
		g.marks = s.Words(g.marks)
		if isBlank(g.marksOn(int32(i))) {
			continue
		}
		if before == nil || !bytes.Equal(s.Rater, before.Rater) {
			g.raters++
		}
		if before == nil || !bytes.Equal(s.Group, before.Group) { // mostly it is the same
			group = g.groups[string(s.Group)]
		}
		g.forms = append(g.forms, column{int32(g.raters - 1), group, g.occasions[string(s.Occasion)], int32(i)})
		before = s
	}
	if g.order != nil && !slices.IsSortedFunc(g.forms, compareColumns) {
		slices.SortFunc(g.forms, compareColumns) // whose occasions have another order than their words
	}
}

// placeColumns makes one column of the forms at one place.
func (g *grid) placeColumns() {
	columns := g.room.before.columns[:0]
	g.runs = g.runs[:0]
	for i, f := range g.forms {
		if i == 0 || f.place() != g.forms[i-1].place() {
			columns, g.runs = append(columns, f), append(g.runs, i)
		}
	}
	g.runs = append(g.runs, len(g.forms))
	g.columns, g.room.before.columns = columns, columns
}

// marksOn is what stands on a sheet, in words.
func (g *grid) marksOn(sheet int32) []uint64 {
	n := g.lanes.words(g.width)
	return g.marks[int(sheet)*n:][:n]
}

// isBlank reports whether a form says nothing, as where all its ratings were
// rejected.
func isBlank(words []uint64) bool {
	for _, w := range words {
		if w != 0 {
			return false
		}
	}
	return true
}

// loadRows makes the rows of the items that are rated.
func (g *grid) loadRows() error {
	g.rows = g.room.rows.take(len(g.nodes))
	clear(g.counts)
	for n := range g.nodes {
		if !g.nodes[n].rated {
			continue
		}
		row := g.room.refs.take(len(g.columns))
		for i := range row {
			forms := g.forms[g.runs[i]:g.runs[i+1]]
			c := g.cellOf(n, forms[0].sheet)
			if len(forms) > 1 {
				c = g.merged(n, forms)
			}
			if c == nil {
				return g.unsettled(n)
			}
			row[i] = c
			g.counts[n][c.state]++
		}
		g.rows[n] = row
	}
	return nil
}

// cellOf is what one form says of a node; nil where it says two things.
func (g *grid) cellOf(n int, sheet int32) *cell {
	initial, mark := g.initial[n], uint64(rubric.MarkAbsent)
	if at := g.column[n]; at != noColumn {
		mark = g.lanes.at(g.marksOn(sheet), at)
	}
	if mark >= uint64(len(initial)) {
		return nil
	}
	return &initial[mark]
}

// unsettled is the error for a cell that holds two ratings.
func (g *grid) unsettled(n int) error {
	return fmt.Errorf("%s has two different ratings of %s by one rater, which must be put right before scores are computed", g.of.Name, g.nodes[n].code)
}
