package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// cell is what is known of one node in one column. A cell in the state Rated
// without a value is withheld: people rated it, but it came to nothing (too few
// values, a suppressed group). It is applicable, and nothing fills it.
type cell struct {
	value exact.Number // none where there is none
	why   reason       // why there is no value, or what limits it
	state rubric.State
	more  *more // nil where no stage asks for it
}

// more is what only some policies ask of a cell.
type more struct {
	// raters are those whose ratings went into the value, from the stage over
	// raters until groups are collapsed.
	raters raterSet
	// low and high are the lowest and the highest possible value.
	low, high exact.Number
}

// nothing is the cell of a null state.
func nothing(state rubric.State) cell {
	if state == rubric.NotApplicable {
		return cell{state: state, why: reason{kind: allNotApplicable}}
	}
	return cell{state: state, why: reason{kind: nothingRated}}
}

// rated reports whether people rated what the cell is about.
func (c *cell) rated() bool { return c.state == rubric.Rated }

// withheld reports whether people rated it, and it came to nothing.
func (c *cell) withheld() bool { return c.rated() && c.value.IsNone() }

func (c *cell) applicable() bool { return c.state != rubric.NotApplicable }
