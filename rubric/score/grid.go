package score

import (
	"math/big"
	"slices"

	"rubrickit/rubric"
)

// grid is the values of one ratee: a row for each node, a column for each set
// of coordinates that is not collapsed yet. Every node has every column: what
// a form leaves out is missing.
type grid struct {
	plan    *plan
	present dimensions
	coords  []coord
	cells   [][]cell // by node, then by coordinate; nil where nothing is yet
	// alone says that only groups which weigh 0 rated this ratee.
	alone bool
}

// newGrid lays out the ratings of one ratee, which are sorted by coordinates.
func newGrid(p *plan, present dimensions, entries []entry) *grid {
	g := &grid{plan: p, present: present, cells: make([][]cell, len(p.nodes))}
	for form := range chunks(entries, func(x, y entry) bool { return x.coord == y.coord }) {
		g.coords = append(g.coords, form[0].coord)
	}
	raters := ratersOf(g.coords)
	for n, node := range p.nodes {
		if node.rated {
			g.cells[n] = p.blank(n, len(g.coords))
		}
	}
	column := 0
	for _, v := range entries {
		if v.coord != g.coords[column] {
			column++
		}
		c := &g.cells[v.node][column]
		c.state, c.reason = v.State, nothing(v.State).reason
		if v.State == rubric.Rated {
			c.value, c.reason, c.raters = v.Value.Rat(), "", []int{raters[column]}
		}
	}
	return g
}

// ratersOf numbers the raters of the columns.
func ratersOf(coords []coord) []int {
	numbers := map[string]int{}
	out := make([]int, len(coords))
	for i, c := range coords {
		if _, known := numbers[c.rater]; !known {
			numbers[c.rater] = len(numbers)
		}
		out[i] = numbers[c.rater]
	}
	return out
}

// blank is a row of missing values, with what is possible where a stage asks.
func (p *plan) blank(n, columns int) []cell {
	empty := nothing(rubric.Missing)
	if scale := p.nodes[n].scale; p.ranges && scale != nil {
		empty.low, empty.high = scale.Lowest().Rat(), scale.Highest().Rat()
	}
	return slices.Repeat([]cell{empty}, columns)
}

// apply takes one step: it collapses columns, and rows into their parents. A
// dimension that the ratings do not have is skipped.
func (g *grid) apply(s *step) error {
	collapsed := s.of(g.present)
	if !s.tiers && collapsed == (dimensions{}) {
		return nil
	}
	weights, err := g.columnWeights(s)
	if err != nil {
		return err
	}
	coords, from := g.project(collapsed.drop)
	next := slices.Clone(g.cells)
	for n := range g.cells {
		own, sources := !g.plan.collects(s, n), g.plan.nodes[n].below
		if own {
			if g.cells[n] == nil || collapsed == (dimensions{}) {
				continue
			}
			sources = []source{{n, one}}
		}
		next[n] = make([]cell, len(coords))
		for i, columns := range from {
			next[n][i] = s.collapse(g.inputs(sources, columns, weights), own)
		}
	}
	g.coords, g.cells = coords, next
	return nil
}

// of are the dimensions that a step collapses of those that are there.
func (s *step) of(present dimensions) dimensions {
	return dimensions{s.occasion && present.occasion, s.rater && present.rater, s.group && present.group}
}

// drop takes the words of these dimensions out of a coordinate.
func (d dimensions) drop(c coord) coord {
	if d.occasion {
		c.occasion, c.rank = "", 0
	}
	if d.rater {
		c.rater = ""
	}
	if d.group {
		c.group = ""
	}
	return c
}

// one is the weight of what has no weight of its own. Nobody changes it.
var one = big.NewRat(1, 1)

// project maps the columns to fewer: which old ones go into each new one. The
// new ones stand in the order in which they are met.
func (g *grid) project(to func(coord) coord) (coords []coord, from [][]int) {
	places := map[coord]int{}
	for i, c := range g.coords {
		c = to(c)
		at, known := places[c]
		if !known {
			at = len(coords)
			places[c] = at
			coords, from = append(coords, c), append(from, nil)
		}
		from[at] = append(from[at], i)
	}
	return coords, from
}

// inputs are the cells of some nodes in some columns, with their weights.
func (g *grid) inputs(sources []source, columns []int, weights []*big.Rat) []input {
	out := make([]input, 0, len(sources)*len(columns))
	for _, from := range sources {
		for _, column := range columns {
			w := from.weight
			if weights[column] != one {
				w = new(big.Rat).Mul(w, weights[column])
			}
			c := g.coords[column]
			out = append(out, input{cell: &g.cells[from.node][column], weight: w, rank: c.rank, group: c.group, from: from.node})
		}
	}
	return out
}
