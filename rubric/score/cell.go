package score

import (
	"math/big"
	"slices"

	"rubrickit/rubric"
)

// cell is what is known of one node for one set of coordinates. A cell in the
// state Rated whose value is nil is withheld: people rated it, but it came to
// nothing (too few values, a suppressed group). It is applicable, and nothing
// fills it.
type cell struct {
	value  *big.Rat // nil where there is none
	state  rubric.State
	reason string // why there is no value, or what limits it
	raters []int  // who rated, rising; only until groups are collapsed
	// low and high are the lowest and highest possible values, kept only
	// where a stage asks for them.
	low, high *big.Rat
}

// nothing is the cell of a null state.
func nothing(state rubric.State) cell {
	reason := ReasonNothingRated
	if state == rubric.NotApplicable {
		reason = ReasonNotApplicable
	}
	return cell{state: state, reason: reason}
}

// stateOf is the state of several inputs of which none has a value: not
// applicable if all are, missing if any is, else not observed. Where people
// rated, but nothing came of it, it is neither.
func stateOf(in []input) rubric.State {
	state := rubric.NotApplicable
	for _, v := range in {
		if v.state == rubric.Rated {
			return rubric.Rated
		}
		state = max(state, v.state) // the states stand in this order
	}
	return state
}

// everyone is the union of the raters of the inputs.
func everyone(in []input) []int {
	var out []int
	for _, v := range in {
		out = append(out, v.raters...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// withoutValue makes the cell of inputs of which none counts: why the ratings
// of the same item came to nothing is said again, elsewhere that nothing is
// rated.
func withoutValue(in []input, own bool) cell {
	out := nothing(stateOf(in))
	if !own {
		return out
	}
	for _, v := range in {
		if v.state == rubric.Rated && v.value == nil {
			out.reason = v.reason
			break
		}
	}
	return out
}
