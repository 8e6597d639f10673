package score

import (
	"slices"

	"rubrickit/rubric/exact"
)

// median is the value in the middle of the rated inputs, whatever they weigh;
// of an even number, the mean of the two in the middle.
func median(_ *step, in []input) (exact.Number, reason) {
	sorted := make([]exact.Number, len(in))
	for i := range in {
		sorted[i] = in[i].value
	}
	slices.SortFunc(sorted, exact.Number.Cmp)
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle], reason{}
	}
	return sorted[middle-1].Add(sorted[middle]).Quo(exact.Int(2)), reason{}
}
