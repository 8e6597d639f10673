package score

import "rubrickit/rubric/exact"

// shareAtLeast is the share, from 0 to 1, that the inputs at or above the
// stage's level have in the weight of the rated inputs.
func shareAtLeast(s *step, in []input) (exact.Number, reason) {
	var reached, weight exact.Sum
	for i := range in {
		weight.Add(*in[i].weight)
		if s.reaches(&in[i]) {
			reached.Add(*in[i].weight)
		}
	}
	return reached.Over(&weight), reason{}
}

// reaches reports whether an input is at or above the stage's level, on the
// scale of the item that it belongs to.
func (s *step) reaches(v *input) bool { return v.value.Cmp(s.levels[v.from]) >= 0 }
