package score

import "rubrickit/rubric/exact"

// recorder keeps how each cell of one ratee came about. The engine is the same
// with one and without.
type recorder struct {
	made map[*cell]*derivation
}

// derivation is how a step made a cell.
type derivation struct {
	step   *step
	inputs []taken
	// exactly is the value before it was rounded.
	exactly exact.Number
}

// taken is an input as it was, with its weight and column for good.
type taken struct {
	input
	ownWeight exact.Number
	ownColumn column
}

// note keeps how a cell was made, before it is rounded.
func (r *recorder) note(s *step, in []input, out *cell) {
	d := &derivation{step: s, inputs: make([]taken, len(in)), exactly: out.value}
	for i, v := range in {
		t := &d.inputs[i]
		*t = taken{v, *v.weight, *v.column}
		t.weight, t.column = &t.ownWeight, &t.ownColumn
	}
	r.made[out] = d
}

// withhold keeps which cell it is that has no value any more.
func (r *recorder) withhold(out, of *cell) {
	if d := r.made[of]; d != nil {
		r.made[out] = d
	}
}
