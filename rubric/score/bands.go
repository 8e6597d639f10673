package score

import (
	"slices"

	"rubrickit/rubric/exact"
	"rubrickit/rubric/yamldoc"
)

// bands are the names of the verdicts, lowest first, as a policy gives them:
// with cut scores, as the levels of the framework's scale, or as names that
// only rules give.
type bands struct {
	names  []name
	cuts   []exact.Number // lower bounds, by name; nil where there are none
	levels name           // the word `levels`, where it is given
}

// wordLevels makes the scale's levels the bands.
const wordLevels = "levels"

// bands reads `bands`: name → lower bound, the word `levels`, or a list of
// names.
func (r *reader) bands(n *yamldoc.Node) {
	b := &r.p.bands
	switch n.Kind {
	case yamldoc.List:
		b.names = r.names(n, "`bands`")
	case yamldoc.Map:
		r.cuts(n)
	default:
		if r.word(n, "`bands`", []string{wordLevels}) != "" {
			b.levels = name{wordLevels, n.Span}
		}
	}
}

// cuts reads lower bounds and reports those that do not rise.
func (r *reader) cuts(n *yamldoc.Node) {
	b := &r.p.bands
	var below number
	for _, p := range r.uniquePairs(n, "`bands`") {
		bound := r.number(p.Value, "the lower bound of "+p.Key.Value)
		if !bound.given() {
			bound.value = exact.Int(0) // reported; the name is good
		} else if below.given() && bound.value.Cmp(below.value) <= 0 {
			r.Report(p.Value.Span, CodeCuts, "list the bands lowest first, each with its lower bound", "the band %s starts at %s, which is not above %s, where the band before it starts", p.Key.Value, bound.text, below.text)
		} else {
			below = bound
		}
		b.names, b.cuts = append(b.names, name{p.Key.Value, p.Key.Span}), append(b.cuts, bound.value)
	}
}

// ladder is the bands in force, lowest first. Rank -1 is below the first.
type ladder struct {
	names []string
	cuts  []exact.Number // lower bounds, half-open; nil where only rules decide
}

// of is the rank of a value: the highest band that starts at or below it.
func (l ladder) of(v exact.Number) int {
	for rank, cut := range slices.Backward(l.cuts) {
		if cut.Cmp(v) <= 0 {
			return rank
		}
	}
	return -1
}

// rank finds a band by its name; -1 where there is none of that name.
func (l ladder) rank(text string) int {
	for i, n := range l.names {
		if n == text {
			return i
		}
	}
	return -1
}
