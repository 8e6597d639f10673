package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// input is a cell that goes into another, with its weight there.
type input struct {
	*cell
	weight *exact.Number
	column *column
	from   int // the node it belongs to
}

func (v *input) weighs() bool { return v.weight.Sign() > 0 }

// counts reports whether the input has a value that weighs.
func (v *input) counts() bool { return !v.value.IsNone() && v.weighs() }

// absent reports whether a value is missing that would weigh.
func (v *input) absent() bool {
	return v.value.IsNone() && v.state == rubric.Missing && v.weighs()
}

func (v *input) isApplicable() bool { return v.applicable() }

// isBounded reports whether it is known what values the input could have.
func (v *input) isBounded() bool {
	return v.applicable() && v.weighs() && v.more != nil && !v.more.low.IsNone()
}

// counted are the inputs that have a value that weighs.
func (g *grid) counted(in []input) []input {
	if allCount(in) {
		return in // which is most often so, and copies nothing
	}
	out := g.room.counted[:0]
	for i := range in {
		if in[i].counts() {
			out = append(out, in[i])
		}
	}
	g.room.counted = out
	return out
}

func allCount(in []input) bool {
	for i := range in {
		if !in[i].counts() {
			return false
		}
	}
	return true
}

// where are the inputs that pass a test.
func (g *grid) where(in []input, test func(*input) bool) []input {
	out := g.room.inputs.take(len(in))[:0]
	for i := range in {
		if test(&in[i]) {
			out = append(out, in[i])
		}
	}
	return out
}

// with are the inputs with other values, such as their lowest possible ones.
func (g *grid) with(in []input, value func(*input) exact.Number) []input {
	out, cells := g.room.inputs.take(len(in)), g.room.cells.take(len(in))
	for i := range in {
		cells[i] = *in[i].cell
		cells[i].value = value(&in[i])
		out[i] = in[i]
		out[i].cell = &cells[i]
	}
	return out
}

func lowestPossible(v *input) exact.Number { return v.more.low }

func highestPossible(v *input) exact.Number { return v.more.high }

// weightOf adds the weights of inputs.
func weightOf(in []input) exact.Number {
	var total exact.Sum
	for i := range in {
		total.Add(*in[i].weight)
	}
	return total.Total()
}

// stateOf is the state of several inputs of which none has a value: not
// applicable if all are, missing if any is, else not observed. Where people
// rated, but nothing came of it, it is neither.
func stateOf(in []input) rubric.State {
	state := rubric.NotApplicable
	for i := range in {
		if in[i].rated() {
			return rubric.Rated
		}
		state = max(state, in[i].state) // the states stand in this order
	}
	return state
}

// withoutValue makes the cell of inputs of which none counts: why the ratings
// of the same item came to nothing is said again, elsewhere that nothing is
// rated.
func withoutValue(in []input, own bool) cell {
	out := nothing(stateOf(in))
	for i := range in {
		if own && in[i].withheld() {
			out.why = in[i].why
			break
		}
	}
	return out
}
