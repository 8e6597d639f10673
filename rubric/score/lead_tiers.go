package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// takeTiers takes the last steps of the lead, which are means over tiers: of the
// values below a node that it has. Nothing but the values, their weights and
// their states goes into one.
func (g *grid) takeTiers() {
	width := len(g.columns)
	for _, s := range g.lead.tiers {
		for _, n := range s.makes {
			cells := g.room.cells.take(width)
			g.rows[n] = g.room.refs.take(width)
			for at := range cells {
				g.meanBelow(g.nodes[n].below, at, &cells[at])
				g.rows[n][at] = &cells[at]
			}
		}
	}
}

// meanBelow makes a cell of those of some nodes in one column.
func (g *grid) meanBelow(below []source, at int, out *cell) {
	var total, weight exact.Sum
	counted, state := false, rubric.NotApplicable
	for i := range below {
		from, c := &below[i], g.rows[below[i].node][at]
		if c.value.IsNone() || from.weight.Sign() == 0 {
			state = joinStates(state, c.state)
			continue
		}
		counted = true
		total.AddProduct(from.weight, c.value)
		weight.Add(from.weight)
	}
	if counted {
		out.state, out.value = rubric.Rated, total.Over(&weight)
		return
	}
	*out = nothing(state)
	g.limited = g.limited || out.rated()
}

// joinStates is the state of two in one: rated if one is, else the one that
// says more of what is missing.
func joinStates(a, b rubric.State) rubric.State {
	if a == rubric.Rated || b == rubric.Rated {
		return rubric.Rated
	}
	return max(a, b) // the states stand in this order
}
