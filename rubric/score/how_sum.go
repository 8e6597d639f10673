package score

import "math/big"

// sum is Σ w·v over the rated inputs. It is never normalised: what is missing
// adds nothing.
func sum(_ *step, in []input) (*big.Rat, string) {
	total, product := new(big.Rat), new(big.Rat)
	for _, v := range in {
		total.Add(total, product.Mul(v.weight, v.value))
	}
	return total, ""
}

// prorated is what a sum would be if the inputs without a value had done as
// well as the others: sum × applicable / rated weight.
func prorated(total, applicable, rated *big.Rat) *big.Rat {
	out := new(big.Rat).Mul(total, applicable)
	return out.Quo(out, rated)
}
