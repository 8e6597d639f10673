package score

import "rubrickit/rubric/exact"

// sum is Σ w·v over the rated inputs. It is never normalised: what is missing
// adds nothing.
func sum(_ *step, in []input) (exact.Number, reason) {
	var total exact.Sum
	for i := range in {
		total.AddProduct(*in[i].weight, in[i].value)
	}
	return total.Total(), reason{}
}

// prorated is what a sum would be if the inputs without a value had done as
// well as the others: sum × applicable / rated weight.
func prorated(total, applicable, rated exact.Number) exact.Number {
	return total.Mul(applicable).Quo(rated)
}
