package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// grid is the values of one ratee: a row for each node, a column for each set
// of coordinates that is not collapsed yet. Every node has every column: what a
// form leaves out is missing.
//
// A worker has one grid, which it fills anew for each ratee.
type grid struct {
	*job
	of       rubric.Ratee
	sheets   []rubric.Sheet
	marks    []uint64 // what stands on the sheets, as many a sheet; see [lanes]
	forms    []column // where the sheets stand, in order
	runs     []int    // by column, at first: where its forms begin; then their end
	columns  []column
	censuses []census   // what the lead counts on the forms, by column that it leaves
	piles    []pile     // what it makes of them before its outer mean
	taken    int        // how many steps the lead took
	rows     [][]*cell  // by node, then by column; nil where nothing is yet
	counts   [][4]int32 // by node: its ratings by state, before any stage
	raters   int        // how many rated
	// alone says that only groups which weigh 0 rated this ratee.
	alone bool
	// limited says that some cell of people's ratings has a reason.
	limited bool
	// frozen keeps the columns apart: only tiers are collapsed.
	frozen bool
	// ambiguous are the cells that the ratings contradict each other in.
	ambiguous []ambiguity
	record    *recorder // of the ways that numbers came about; nil unless they are asked for
	room      room
}

// room is memory that is used again.
type room struct {
	in, counted   []input
	ends          []int // by new column: where its inputs end
	inputs        slab[input]
	products      slab[exact.Number]
	before, after *projection // that of the columns, and the next one
	weights       []exact.Number
	pileWeights   []int64
	cells         slab[cell]
	refs          slab[*cell]
	rows          slab[[]*cell]
	more          slab[more]
	words         slab[uint64]
}

func newGrid(j *job) *grid {
	g := &grid{job: j, counts: make([][4]int32, len(j.nodes))}
	g.room.before, g.room.after = newProjection(), newProjection()
	return g
}

// reset makes the grid ready for another ratee.
func (g *grid) reset() {
	g.alone, g.limited, g.frozen, g.taken = false, false, false, 0
	g.room.cells.reset()
	g.room.inputs.reset()
	g.room.products.reset()
	g.room.refs.reset()
	g.room.rows.reset()
	g.room.more.reset()
	g.room.words.reset()
}

// moreOf is what a cell has, or new room for it.
func (g *grid) moreOf(m *more) *more {
	if m == nil {
		return &g.room.more.take(1)[0]
	}
	return m
}

// apply takes one step: it collapses columns, and rows into their parents. A
// dimension that the ratings do not have is skipped.
func (g *grid) apply(s *step) error {
	drop := s.of(g.present)
	if g.frozen {
		drop = dimensions{}
	}
	if !s.tiers && drop == (dimensions{}) {
		return nil
	}
	weights, err := g.columnWeights(s)
	if err != nil {
		return err
	}
	p := g.project(drop)
	rows := g.room.rows.take(len(g.rows))
	for n := range g.rows {
		switch {
		case g.collects(s, n):
			rows[n] = g.collapseRow(s, n, g.nodes[n].below, p, weights)
		case g.rows[n] == nil || drop == (dimensions{}):
			rows[n] = g.rows[n]
		default:
			rows[n] = g.collapseRow(s, n, g.nodes[n].itself, p, weights)
		}
	}
	g.columns, g.rows = p.columns, rows
	return nil
}

// project collapses dimensions of the columns. What it returns is good until the
// next time but one.
func (g *grid) project(drop dimensions) *projection {
	p := g.room.after
	p.project(g.columns, drop)
	g.room.before, g.room.after = p, g.room.before
	return p
}

// collapseRow makes the new row of a node out of the old ones of its sources.
func (g *grid) collapseRow(s *step, n int, sources []source, p *projection, weights []exact.Number) []*cell {
	own := sources[0].node == n
	cells, row := g.room.cells.take(len(p.columns)), g.room.refs.take(len(p.columns))
	all, ends := g.inputs(sources, p, weights)
	from := 0
	for i, to := range ends {
		in := all[from:to:to]
		from = to
		g.collapse(s, in, own, &cells[i])
		row[i] = &cells[i]
		if g.record != nil {
			g.record.note(s, in, row[i])
		}
		if s.rounding != nil {
			cells[i].value = s.rounding.Round(cells[i].value)
		}
	}
	return row
}

// inputs are the cells of some nodes with their weights, those of one new column
// after those of another, and where each new column's end.
func (g *grid) inputs(sources []source, p *projection, weights []exact.Number) (in []input, ends []int) {
	in, ends = g.room.in[:0], g.room.ends[:0]
	for i := range p.columns {
		columns := p.into(i)
		for j := range sources {
			from := &sources[j]
			row, weight := g.rows[from.node], &from.weight
			for _, at := range columns {
				if weights != nil {
					weight = g.product(from, &weights[at])
				}
				in = append(in, input{row[at], weight, &g.columns[at], from.node})
			}
		}
		ends = append(ends, len(in))
	}
	g.room.in, g.room.ends = in, ends
	return in, ends
}

// product is the weight of a source in a column that weighs.
func (g *grid) product(from *source, column *exact.Number) *exact.Number {
	if from.weight == one {
		return column
	}
	product := &g.room.products.take(1)[0]
	*product = from.weight.Mul(*column)
	return product
}
