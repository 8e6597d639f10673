package score

import "math/big"

// lowest is the lowest of the rated inputs, whatever they weigh.
func lowest(_ *step, in []input) (*big.Rat, string) { return extreme(in, -1), "" }

// highest is the highest of the rated inputs, whatever they weigh.
func highest(_ *step, in []input) (*big.Rat, string) { return extreme(in, +1), "" }

func extreme(in []input, sign int) *big.Rat {
	best := in[0].value
	for _, v := range in[1:] {
		if v.value.Cmp(best) == sign {
			best = v.value
		}
	}
	return best
}
