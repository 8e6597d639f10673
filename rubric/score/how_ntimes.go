package score

import "math/big"

// nTimes is the mean of the inputs at or above the stage's level, where there
// are enough of them.
func nTimes(s *step, in []input) (*big.Rat, string) {
	var reached []input
	for _, v := range in {
		if s.reaches(v) {
			v.weight = big.NewRat(1, 1)
			reached = append(reached, v)
		}
	}
	if len(reached) < s.times {
		return nil, insufficient(len(reached), s.times)
	}
	return mean(s, reached)
}

// nTimesEnds: no result is below the level; none is above the highest input.
func nTimesEnds(s *step, low, high []input) (*big.Rat, *big.Rat) {
	bottom, top := hull(s, low, high)
	if level := s.levels[low[0].from]; level.Cmp(bottom) > 0 {
		bottom = level
	}
	return bottom, top
}
