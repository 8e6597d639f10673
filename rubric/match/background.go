package match

// Background is how similar the pairs of one comparison are on the whole: how
// many have each score.
type Background struct {
	counts [mostScore + 1]int64
	pairs  int64
}

func (b *Background) add(s Score) {
	b.counts[s]++
	b.pairs++
}

func (b *Background) merge(other *Background) {
	for s, n := range other.counts {
		b.counts[s] += n
	}
	b.pairs += other.pairs
}

// Pairs is how many pairs were compared.
func (b *Background) Pairs() int64 { return b.pairs }

// Median is the score that half of the pairs reach; 0 without pairs.
func (b *Background) Median() Score { return b.reachedBy(b.pairs / 2) }

// reachedBy is the lowest score that no more than this many pairs reach.
func (b *Background) reachedBy(most int64) Score {
	for s := mostScore; s >= 0; s-- {
		if most -= b.counts[s]; most < 0 {
			return s + 1
		}
	}
	return 0
}
