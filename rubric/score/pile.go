package score

// pile is some forms about a ratee, one on the other: the sum of what counts, by
// the book's columns.
type pile struct {
	lanes  *lanes
	sums   []partial
	latest []uint64 // the ratings of the rater at hand, in words; 0 for none
}

// partial is some ratings: how many they are, and their sum in parts of 1.
type partial struct{ parts, n int64 }

func newPile(l *lanes, width int) pile {
	return pile{l, make([]partial, width), make([]uint64, l.words(width))}
}

func (p *pile) reset() { clear(p.sums) }

// add puts a form of the rater at hand on the pile, later than those before: its
// ratings take the place of theirs.
func (p *pile) add(words []uint64) {
	l, latest := p.lanes, p.latest[:len(words)]
	last := uint(l.bits-1) & 63
	for i, w := range words {
		rated := (w + l.rated) & l.high
		ratings := rated - rated>>last // all bits of them but the highest, which is free
		latest[i] ^= (latest[i] ^ w) & ratings
	}
}

// endRater adds up what the rater at hand said last.
func (p *pile) endRater(spans []span) {
	for i := range spans {
		s := &spans[i]
		for from := s.from; from < s.to; {
			to := min(s.to, p.lanes.endOfWord(from))
			p.addWord(s.marks, from, to)
			from = to
		}
	}
	clear(p.latest)
}

// addWord adds up the marks of some columns that stand in one word.
func (p *pile) addWord(marks []says, from, to int) {
	width := uint(p.lanes.bits) & 63
	word, mask := p.lanes.behind(p.latest, from), uint64(1)<<width-1
	sums := p.sums[from:to]
	for at := range sums {
		says := &marks[word&mask]
		sums[at].parts += says.parts
		sums[at].n += says.ratings
		word >>= width
	}
}

// hasRating reports whether any form rates anything.
func (p *pile) hasRating() bool {
	for i := range p.sums {
		if p.sums[i].n > 0 {
			return true
		}
	}
	return false
}
