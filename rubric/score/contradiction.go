package score

import (
	"cmp"
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// ambiguity is a cell that has different ratings, since its occasion is written
// in several ways.
type ambiguity struct {
	at    column
	forms []rubric.Form
	item  *rubric.Item
}

// merged is what several forms of one column say of a node: the rating, else
// the state that says most of what is missing. Ratings that differ are taken
// out; nil where a form says two things.
func (g *grid) merged(n int, forms []column) *cell {
	said := &g.initial[n][rubric.MarkAbsent]
	var rating *cell
	ambiguous := false
	for _, form := range forms {
		c := g.cellOf(n, form.sheet)
		switch {
		case c == nil:
			return nil
		case c.rated():
			ambiguous = ambiguous || rating != nil && rating != c // equal values are one cell
			rating = c
		case c != &g.initial[n][rubric.MarkAbsent] && (said == &g.initial[n][rubric.MarkAbsent] || c.state > said.state):
			said = c
		}
	}
	switch {
	case ambiguous:
		g.ambiguous = append(g.ambiguous, ambiguity{forms[0], g.formsOf(forms), g.nodes[n].item})
		return said
	case rating != nil:
		return rating
	default:
		return said
	}
}

// dropBlank takes out the columns in which nothing is left without the ratings
// that contradict each other.
func (g *grid) dropBlank() {
	kept := 0
	for at := range g.columns {
		if g.says(at) {
			for n := range g.rows {
				if g.rows[n] != nil {
					g.rows[n][kept] = g.rows[n][at]
				}
			}
			g.columns[kept] = g.columns[at]
			kept++
		}
	}
	for n := range g.rows {
		if g.rows[n] != nil {
			g.counts[n][rubric.Missing] -= int32(len(g.columns) - kept)
			g.rows[n] = g.rows[n][:kept]
		}
	}
	g.columns = g.columns[:kept]
}

// says reports whether anything stands in a column.
func (g *grid) says(column int) bool {
	for n, row := range g.rows {
		if row != nil && row[column] != &g.initial[n][rubric.MarkAbsent] {
			return true
		}
	}
	return false
}

// formsOf are the forms of some columns as their files have them.
func (g *grid) formsOf(columns []column) []rubric.Form {
	out := make([]rubric.Form, len(columns))
	for i, c := range columns {
		s := g.sheets[c.sheet]
		out[i] = rubric.Form{Ratee: string(g.of.Name), Rater: string(s.Rater), Group: string(s.Group), Occasion: string(s.Occasion)}
	}
	return out
}

// rejects looks for the ratings that contradict each other, and rejects them,
// each against another.
func (j *job) rejects(all []ambiguity) ([]rubric.Reject, error) {
	if len(all) == 0 {
		return nil, nil
	}
	type place struct {
		form rubric.Form
		item string
	}
	of := map[place]int{}
	for i, a := range all {
		for _, form := range a.forms {
			of[place{form, a.item.Code}] = i
		}
	}
	ratings, err := j.find(func(form rubric.Form, it *rubric.Item) bool {
		_, wanted := of[place{form, it.Code}]
		return wanted
	})
	if err != nil {
		return nil, err
	}
	found := make([][]rubric.Rating, len(all))
	for _, v := range ratings {
		if at := of[place{v.Form(), v.Item.Code}]; v.State == rubric.Rated {
			found[at] = append(found[at], v)
		}
	}
	var out []rubric.Reject
	for _, cell := range found {
		out = append(out, contradictions(cell)...)
	}
	return out, nil
}

// find looks for ratings with their places; in the book itself, without places,
// where it does not know any.
func (j *job) find(want func(rubric.Form, *rubric.Item) bool) ([]rubric.Rating, error) {
	if j.book.Find != nil {
		return j.book.Find(want)
	}
	var out []rubric.Rating
	for v := range j.book.All() {
		if want(v.Form(), v.Item) {
			out = append(out, v)
		}
	}
	return out, nil
}

// contradictions rejects the ratings of one cell.
func contradictions(cell []rubric.Rating) []rubric.Reject {
	slices.SortFunc(cell, func(x, y rubric.Rating) int {
		return cmp.Or(comparePlaces(x.At, y.At), cmp.Compare(x.Occasion, y.Occasion), x.Value.Cmp(y.Value))
	})
	out := make([]rubric.Reject, len(cell))
	for i, v := range cell {
		other := against(cell, v)
		out[i] = rubric.Reject{
			At: v.At, Ratee: v.Ratee, Item: v.Item.Code, Value: v.Value.String(), Code: string(CodeAmbiguousLatest), Cells: 1,
			Message: fmt.Sprintf("neither is the latest: the occasions %q and %q are the same, and %s is rated %s there (%s)",
				v.Occasion, other.Occasion, v.Item.Code, other.Value, other.At),
			Suggestion: "keep one of the two",
		}
	}
	return out
}

// against is the first rating that differs from one.
func against(cell []rubric.Rating, v rubric.Rating) rubric.Rating {
	for _, other := range cell {
		if other.Value.Cmp(v.Value) != 0 {
			return other
		}
	}
	return v
}

func comparePlaces(x, y rubric.Place) int {
	return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Sheet, y.Sheet), cmp.Compare(x.Line, y.Line))
}
