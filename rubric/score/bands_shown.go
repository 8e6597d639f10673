package score

import (
	"math"

	"rubrickit/rubric/exact"
)

// shownLadder is the cuts of the bands in units of the last decimal that is
// shown. Nearly all scores are further from every cut than that, and one look at
// them tells both the band of the score and that of the score as it is shown.
type shownLadder struct {
	cuts   []int64 // the least that reach each cut, rising; nil where this tells nothing
	places int
	mode   exact.Mode
}

// shownLadder lays the cuts out. Where bands see a rounded score, or it is
// rounded more than once, a unit may be no bound of what rounding changes.
func (p *plan) shownLadder() shownLadder {
	steps := p.policy.display.steps
	if p.policy.round.when == whenBands || len(steps) > 1 {
		return shownLadder{}
	}
	out := shownLadder{places: steps[0].places, mode: steps[0].mode.round}
	for _, cut := range p.bands.cuts {
		units, ok := cut.Units(out.places, exact.Ceil)
		if !ok {
			return shownLadder{}
		}
		out.cuts = append(out.cuts, units)
	}
	return out
}

// of is the rank of a score, and whether it is clear: whether the score lies
// between the same cuts rounded and not rounded, since all are more than a unit
// away from what is shown.
func (l *shownLadder) of(v exact.Number) (rank int, clear bool) {
	if l.cuts == nil {
		return noBand, false
	}
	units, ok := v.Units(l.places, l.mode)
	if !ok {
		return noBand, false
	}
	rank = len(l.cuts) - 1
	for rank >= 0 && units < l.cuts[rank] {
		rank--
	}
	return rank, units > l.at(rank) && units+1 < l.at(rank+1)
}

// at is the cut of a rank; there is none below the first and above the last.
func (l *shownLadder) at(rank int) int64 {
	switch {
	case rank < 0:
		return math.MinInt64
	case rank == len(l.cuts):
		return math.MaxInt64
	default:
		return l.cuts[rank]
	}
}
