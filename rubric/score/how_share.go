package score

import "math/big"

// shareAtLeast is the share, from 0 to 1, that the inputs at or above the
// stage's level have in the weight of the rated inputs.
func shareAtLeast(s *step, in []input) (*big.Rat, string) {
	reached := new(big.Rat)
	for _, v := range in {
		if s.reaches(v) {
			reached.Add(reached, v.weight)
		}
	}
	return reached.Quo(reached, weightOf(in)), ""
}

// reaches reports whether an input is at or above the stage's level, on the
// scale of the item that it belongs to.
func (s *step) reaches(v input) bool { return v.value.Cmp(s.levels[v.from]) >= 0 }
