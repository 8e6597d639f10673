package score

import "rubrickit/rubric"

// pile is some forms about a ratee, one on the other: how many say what of each
// item, and the sum of what counts, by the book's columns.
type pile struct {
	counts []stateCounts
	sums   []partial
	latest []rubric.Mark // the ratings of the rater at hand; [rubric.MarkAbsent] for none
}

// stateCounts is how many forms say a state, by state. It has room for any three
// bits, so that no index needs to be checked.
type stateCounts [8]int32

// partial is some ratings: how many they are, and their sum in parts of 1.
type partial struct{ parts, n int64 }

func newPile(width int) pile {
	return pile{make([]stateCounts, width), make([]partial, width), make([]rubric.Mark, width)}
}

func (p *pile) reset() {
	clear(p.counts)
	clear(p.sums)
}

// add puts a form of the rater at hand on the pile, later than those before.
func (p *pile) add(spans []span, marks []rubric.Mark) {
	for i := range spans {
		s := &spans[i]
		last := rubric.Mark(len(s.marks) - 1)
		counts, latest := p.counts[s.from:s.to], p.latest[s.from:s.to]
		for at, m := range marks[s.from:s.to] {
			says, now := &s.marks[min(m, last)], latest[at]
			counts[at][says.state&7]++
			if says.state == rubric.Rated {
				now = m
			}
			latest[at] = now
		}
	}
}

// endRater adds up what the rater at hand said last.
func (p *pile) endRater(spans []span) {
	for i := range spans {
		s := &spans[i]
		sums := p.sums[s.from:s.to]
		for at, m := range p.latest[s.from:s.to] {
			says := &s.marks[m]
			sums[at].parts += says.parts
			sums[at].n += int64(says.ratings)
		}
	}
	clear(p.latest)
}

// hasRating reports whether any form rates anything.
func (p *pile) hasRating() bool {
	for i := range p.counts {
		if p.counts[i][rubric.Rated] > 0 {
			return true
		}
	}
	return false
}

// isUnsettled reports whether a cell of any form holds two ratings.
func (p *pile) isUnsettled() bool {
	for i := range p.counts {
		if p.counts[i][unsettled] > 0 {
			return true
		}
	}
	return false
}

// state is what forms come to: rated if one is, else the state that says most
// of what is missing.
func (c *stateCounts) state() rubric.State {
	if c[rubric.Rated] > 0 {
		return rubric.Rated
	}
	state := rubric.Missing
	for state > rubric.NotApplicable && c[state] == 0 {
		state-- // the states stand in this order
	}
	return state
}
