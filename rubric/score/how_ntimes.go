package score

import "rubrickit/rubric/exact"

// nTimes is the mean of the inputs at or above the stage's level, where there
// are enough of them.
func nTimes(s *step, in []input) (exact.Number, reason) {
	var total exact.Sum
	reached := 0
	for i := range in {
		if s.reaches(&in[i]) {
			reached++
			total.Add(in[i].value)
		}
	}
	if reached < s.times {
		return exact.Number{}, tooFew(reached, s.times)
	}
	return total.Total().Quo(exact.Int(int64(reached))), reason{}
}

func leavesLower(s *step, _ []input, v *input) string {
	if !s.reaches(v) {
		return "below " + s.level.text
	}
	return ""
}

// nTimesEnds: no result is below the level; none is above the highest input.
func nTimesEnds(s *step, low, high []input) (exact.Number, exact.Number) {
	bottom, top := hull(s, low, high)
	if level := s.levels[low[0].from]; level.Cmp(bottom) > 0 {
		bottom = level
	}
	return bottom, top
}
