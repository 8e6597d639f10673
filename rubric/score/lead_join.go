package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// joinPiles makes cells of the piles: the outer mean of them, where the lead
// has one, else of each pile the mean that it holds.
func (g *grid) joinPiles(outer *projection) {
	weights := g.pileWeights()
	width := len(outer.columns)
	cells, refs := g.room.cells.take(len(g.nodes)*width), g.room.refs.take(len(g.nodes)*width)
	g.rows = g.room.rows.take(len(g.nodes))
	for n, c := range g.column {
		if !g.nodes[n].rated {
			continue
		}
		g.rows[n] = refs[n*width:][:width:width]
		for at := range g.rows[n] {
			out := &g.initial[n][rubric.MarkAbsent]
			if c != noColumn {
				out = &cells[n*width+at]
				g.join(c, outer.into(at), weights, &g.censuses[at], out)
			}
			g.rows[n][at] = out
		}
	}
	g.columns = outer.columns
}

// join makes the cell of some piles for a column of the book.
func (g *grid) join(column int, piles []int32, weights []int64, from *census, out *cell) {
	var total exact.Sum
	var weight int64
	for _, at := range piles {
		sum := &g.piles[at].sums[column]
		if sum.n > 0 && weights[at] > 0 {
			total.AddQuotient(weights[at]*sum.parts, sum.n)
			weight += weights[at]
		}
	}
	if weight == 0 {
		*out = nothing(from.state(column))
		g.limited = g.limited || out.rated()
		return
	}
	out.state, out.value = rubric.Rated, total.By(weight*g.lead.parts[column])
}

// pileWeights are the relative weights of the piles in the outer mean.
func (g *grid) pileWeights() []int64 {
	out := g.room.pileWeights[:0]
	for i := range g.columns {
		out = append(out, g.pileWeight(&g.columns[i]))
	}
	g.room.pileWeights = out
	return out
}

func (g *grid) pileWeight(c *column) int64 {
	if g.lead.weights == nil || !g.present.group {
		return 1
	}
	weight := g.lead.weights[c.group]
	if g.alone && weight == 0 {
		return 1 // beside others like it
	}
	return weight
}
