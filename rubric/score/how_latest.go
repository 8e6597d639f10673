package score

import "rubrickit/rubric/exact"

// latest is the rated input of the greatest occasion. There is one only: two
// different ones of a rater were rejected, see [contradiction].
func latest(_ *step, in []input) (exact.Number, reason) { return in[newest(in)].value, reason{} }

// latestWeighted is p·latest + (1 − p)·mean(older), and the latest itself
// where nothing is older.
func latestWeighted(s *step, in []input) (exact.Number, reason) {
	at := newest(in)
	if len(in) == 1 {
		return in[at].value, reason{}
	}
	var older exact.Sum
	for i := range in {
		if i != at {
			older.Add(in[i].value)
		}
	}
	mean := older.Total().Quo(exact.Int(int64(len(in) - 1)))
	rest := one.Sub(s.latest.value)
	return s.latest.value.Mul(in[at].value).Add(rest.Mul(mean)), reason{}
}

func onlyNewest(in []input) []input {
	at := newest(in)
	return in[at : at+1]
}

func leavesOlder(_ *step, counted []input, v *input) string {
	if counted[newest(counted)].column.occasion > v.column.occasion {
		return "not the latest"
	}
	return ""
}

// newest is the index of the input of the greatest occasion.
func newest(in []input) int {
	best := 0
	for i := range in {
		if in[i].column.occasion > in[best].column.occasion {
			best = i
		}
	}
	return best
}
