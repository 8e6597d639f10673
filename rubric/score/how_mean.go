package score

import "rubrickit/rubric/exact"

// mean is Σ w·v / Σ w over the rated inputs: the weights are normalised over
// what is there.
func mean(_ *step, in []input) (exact.Number, reason) {
	var total, weight exact.Sum
	if weighAlike(in) {
		for i := range in {
			total.Add(in[i].value)
		}
		weight.Add(exact.Int(int64(len(in))))
		return total.Over(&weight), reason{}
	}
	for i := range in {
		total.AddProduct(*in[i].weight, in[i].value)
		weight.Add(*in[i].weight)
	}
	return total.Over(&weight), reason{}
}

// weighAlike reports whether all inputs have one weight, as is most often so.
func weighAlike(in []input) bool {
	for i := range in {
		if in[i].weight != in[0].weight {
			return false
		}
	}
	return true
}
