package score

import "math/big"

// latest is the rated input of the greatest occasion. There is one only: two
// different ones of a rater were rejected, see [ambiguous].
func latest(_ *step, in []input) (*big.Rat, string) { return in[newest(in)].value, "" }

// latestWeighted is p·latest + (1 − p)·mean(older), and the latest itself
// where nothing is older.
func latestWeighted(s *step, in []input) (*big.Rat, string) {
	at := newest(in)
	if len(in) == 1 {
		return in[at].value, ""
	}
	older := new(big.Rat)
	for i, v := range in {
		if i != at {
			older.Add(older, v.value)
		}
	}
	older.Quo(older, big.NewRat(int64(len(in)-1), 1))
	rest := new(big.Rat).Sub(big.NewRat(1, 1), s.latest.value)
	value := new(big.Rat).Mul(s.latest.value, in[at].value)
	return value.Add(value, rest.Mul(rest, older)), ""
}

func onlyNewest(in []input) []input {
	at := newest(in)
	return in[at : at+1]
}

// newest is the index of the input of the greatest occasion.
func newest(in []input) int {
	best := 0
	for i := range in {
		if in[i].rank > in[best].rank {
			best = i
		}
	}
	return best
}
