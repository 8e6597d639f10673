package match

import "slices"

// Pair is a source and a target, by their indices, with their similarity.
type Pair struct {
	Source, Target int
	Score          Score
}

// Matcher compares every item of one framework with every item of another.
type Matcher struct {
	spaces  []space // one for each reading
	targets int
	sources int
}

// New prepares the comparison of two lists of readings. Either may be empty.
func New(source, target []Reading, l Language) *Matcher {
	m := &Matcher{sources: len(source), targets: len(target)}
	for _, part := range []func(Reading) string{ownText, contextText} {
		m.spaces = append(m.spaces, spaceOf(each(source, part), each(target, part), l))
	}
	return m
}

func ownText(r Reading) string     { return r.Own }
func contextText(r Reading) string { return r.Context }

func each(readings []Reading, part func(Reading) string) []string {
	out := make([]string, len(readings))
	for i, r := range readings {
		out[i] = part(r)
	}
	return out
}

// row computes the scores of a source with all targets into scores.
func (m *Matcher) row(i int, sums []float64, scores []Score) {
	clear(sums)
	for _, s := range m.spaces {
		s.addCosines(sums, i)
	}
	for j, sum := range sums {
		scores[j] = scoreOf(sum / float64(len(m.spaces)))
	}
}

// Ranking holds the best candidates of every item, best first; of equals, the
// one that stands earlier in its framework comes first. An item that shares
// no word with any other has none.
type Ranking struct {
	Sources [][]Pair // by source: its best targets
	Targets [][]Pair // by target: its best sources
}

// Rank finds the n best candidates of each source and each target. It keeps
// no more than these, one row of scores at a time.
func (m *Matcher) Rank(n int) Ranking {
	r := Ranking{make([][]Pair, m.sources), make([][]Pair, m.targets)}
	sums, scores := make([]float64, m.targets), make([]Score, m.targets)
	for i := range m.sources {
		m.row(i, sums, scores)
		for j, score := range scores {
			if score > 0 {
				p := Pair{i, j, score}
				r.Sources[i] = insert(r.Sources[i], p, n)
				r.Targets[j] = insert(r.Targets[j], p, n)
			}
		}
	}
	return r
}

// insert keeps the n best pairs, best first; a later one of the same score
// comes after.
func insert(best []Pair, p Pair, n int) []Pair {
	at := len(best)
	for at > 0 && best[at-1].Score < p.Score {
		at--
	}
	if at >= n {
		return best
	}
	best = slices.Insert(best, at, p)
	return best[:min(len(best), n)]
}
