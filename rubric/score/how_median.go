package score

import (
	"math/big"
	"slices"
)

// median is the value in the middle of the rated inputs, whatever they weigh;
// of an even number, the mean of the two in the middle.
func median(_ *step, in []input) (*big.Rat, string) {
	sorted := slices.Clone(in)
	slices.SortFunc(sorted, func(a, b input) int { return a.value.Cmp(b.value) })
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle].value, ""
	}
	both := new(big.Rat).Add(sorted[middle-1].value, sorted[middle].value)
	return both.Quo(both, big.NewRat(2, 1)), ""
}
