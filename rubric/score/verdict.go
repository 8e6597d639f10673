package score

import (
	"fmt"

	"rubrickit/rubric/exact"
)

// noBand is the rank of a node that has no band at all, as opposed to -1, a
// score below the first band.
const noBand = -2

// verdict is the band of a node.
type verdict struct {
	rank      int
	undecided bool  // rules that could change it cannot be answered
	by        *rule // the last rule that made a difference; nil: the score alone
}

// judge finds the verdicts of all nodes, what lies below first, since rules
// look at the verdicts of what lies below.
func (o *outcome) judge() {
	for n := range o.upwards() {
		o.own[n], o.clear[n] = o.bandOf(n)
		o.verdicts[n] = o.verdictOf(n)
	}
}

// verdictOf finds all verdicts that the unknown could still lead to. A single
// one stands; of several, none does.
func (o *outcome) verdictOf(n int) verdict {
	if len(o.rules[n]) == 0 {
		return verdict{rank: o.own[n]}
	}
	candidates := o.decide(n)
	for _, r := range o.rules[n] {
		if r.rule.verb == verbDecide {
			continue
		}
		switch r.when.eval(o) {
		case yes:
			r.limitAll(candidates)
		case unknown: // both what is and what would be
			candidates = append(candidates, candidates...)
			r.limitAll(candidates[len(candidates)/2:])
		}
	}
	o.candidates = candidates
	first := candidates[0]
	for _, c := range candidates[1:] {
		if c.rank != first.rank {
			return verdict{rank: noBand, undecided: true}
		}
	}
	return first
}

// decide is what the rules that decide can lead to, before caps and floors:
// the first that holds, else the band of the score.
func (o *outcome) decide(n int) []verdict {
	out := o.candidates[:0]
	for _, r := range o.rules[n] {
		if r.rule.verb != verbDecide {
			continue
		}
		switch r.when.eval(o) {
		case yes:
			return append(out, verdict{rank: r.rank, by: r.rule})
		case unknown:
			out = append(out, verdict{rank: r.rank, by: r.rule})
		}
	}
	return append(out, verdict{rank: o.own[n]})
}

// limitAll caps or floors verdicts. What has no band keeps none.
func (r *verdictRule) limitAll(all []verdict) {
	for i, v := range all {
		switch {
		case v.rank == noBand:
		case r.rule.verb == verbCap && v.rank > r.rank, r.rule.verb == verbFloor && v.rank < r.rank:
			all[i] = verdict{rank: r.rank, by: r.rule}
		}
	}
}

// bandOf is the band that a node's score alone gives, and whether it is clear
// that the score as it is shown has the same.
func (o *outcome) bandOf(n int) (rank int, clear bool) {
	if o.bands.cuts == nil || !o.nodes[n].cuts || o.final[n].value.IsNone() {
		return noBand, true
	}
	if rank, clear := o.shown.of(o.final[n].value); clear {
		return rank, true
	}
	return o.bands.of(o.seen(n)), false
}

// seen is the value that bands and rules see.
func (o *outcome) seen(n int) exact.Number {
	v := o.final[n].value
	if round := o.policy.round; round.when == whenBands {
		return round.Round(v)
	}
	return v
}

// reaches compares a node's verdict or value with a bound.
func (o *outcome) reaches(n int, b bound) truth {
	if b.value.IsNone() {
		if v := o.verdicts[n]; v.rank != noBand {
			return truthOf(v.rank >= b.rank)
		}
		return unknown
	}
	if v := o.seen(n); !v.IsNone() {
		return truthOf(v.Cmp(b.value) >= 0)
	}
	return unknown
}

// note explains a band that seems to disagree with the score shown beside it;
// "" where nothing is to explain.
func (o *outcome) note(n int) string {
	v, own, bands := o.verdicts[n], o.own[n], o.bands
	switch {
	case v.undecided || own == noBand || v.by == nil && o.clear[n]:
		return ""
	case v.by != nil && v.rank != own:
		return fmt.Sprintf("the score alone is %s; the rule at %s makes it %s", bands.text(own), v.by.at, bands.text(v.rank))
	case v.by == nil && bands.of(o.policy.display.Round(o.final[n].value)) != own:
		return fmt.Sprintf("the score is shown rounded; %s is the band of %s", bands.text(own), decimal(o.seen(n)))
	default:
		return ""
	}
}

// text is the name of a band in a sentence.
func (l ladder) text(rank int) string {
	if rank < 0 {
		return "below all bands"
	}
	return l.names[rank]
}
