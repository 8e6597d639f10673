package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// joinPiles makes cells of the piles: the outer mean of them, where the lead
// has one, else of each pile the mean that it holds.
func (g *grid) joinPiles() {
	weights := g.pileWeights()
	p := g.project(g.lead.outer)
	width := len(p.columns)
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
				g.join(c, p.into(at), weights, out)
			}
			g.rows[n][at] = out
		}
	}
	g.columns = p.columns
}

// join makes the cell of some piles for a column of the book.
func (g *grid) join(column int, piles []int32, weights []int64, out *cell) {
	var total exact.Sum
	var weight int64
	state := rubric.NotApplicable
	for _, at := range piles {
		p := &g.piles[at]
		sum := p.sums[column]
		if sum.n > 0 && weights[at] > 0 {
			total.AddQuotient(weights[at]*sum.parts, sum.n)
			weight += weights[at]
		}
		state = joinStates(state, p.counts[column].state())
	}
	if weight == 0 {
		*out = nothing(state)
		g.limited = g.limited || out.rated()
		return
	}
	out.state, out.value = rubric.Rated, total.By(weight*g.lead.parts[column])
}

// joinStates is the state of two in one: rated if one is, else the one that
// says more of what is missing.
func joinStates(a, b rubric.State) rubric.State {
	if a == rubric.Rated || b == rubric.Rated {
		return rubric.Rated
	}
	return max(a, b) // the states stand in this order
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
