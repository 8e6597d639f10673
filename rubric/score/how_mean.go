package score

import "math/big"

// mean is Σ w·v / Σ w over the rated inputs: the weights are normalised over
// what is there.
func mean(s *step, in []input) (*big.Rat, string) {
	total, _ := sum(s, in)
	return total.Quo(total, weightOf(in)), ""
}

// weightOf adds the weights of inputs.
func weightOf(in []input) *big.Rat {
	total := new(big.Rat)
	for _, v := range in {
		total.Add(total, v.weight)
	}
	return total
}
