package score

import "rubrickit/rubric/exact"

// lowest is the lowest of the rated inputs, whatever they weigh.
func lowest(_ *step, in []input) (exact.Number, reason) { return extreme(in, -1), reason{} }

// highest is the highest of the rated inputs, whatever they weigh.
func highest(_ *step, in []input) (exact.Number, reason) { return extreme(in, +1), reason{} }

func extreme(in []input, sign int) exact.Number {
	best := in[0].value
	for i := range in {
		if in[i].value.Cmp(best) == sign {
			best = in[i].value
		}
	}
	return best
}
