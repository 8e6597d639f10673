package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// collapse makes one cell of the inputs of a step, before it is rounded; own
// says that all belong to the node itself.
func (g *grid) collapse(s *step, in []input, own bool, out *cell) {
	if s.leastRaters != nil {
		g.suppress(s, in)
	}
	counted := g.counted(in)
	if len(counted) == 0 {
		*out = withoutValue(in, own)
		g.limited = g.limited || out.rated()
	} else {
		g.combine(s, in, counted, own, out)
	}
	if g.ranges {
		g.bound(s, in, out)
	}
}

// suppress withholds groups that too few people rated.
func (g *grid) suppress(s *step, in []input) {
	for i := range in {
		v := &in[i]
		if v.value.IsNone() {
			continue
		}
		if got, least := v.raters(), s.leastRaters[v.column.group]; got < least {
			v.cell = g.withhold(v.cell, reason{suppressed, int32(got), int32(least)})
		}
	}
}

// withhold returns the cell without its value.
func (g *grid) withhold(c *cell, why reason) *cell {
	out := &g.room.cells.take(1)[0]
	*out = *c
	out.value, out.why, g.limited = exact.Number{}, why, true
	if g.record != nil {
		g.record.withhold(out, c)
	}
	return out
}

// combine makes the cell of inputs of which some count.
func (g *grid) combine(s *step, in, counted []input, own bool, out *cell) {
	out.state = rubric.Rated
	if own && g.limited {
		out.why = limits(in)
	}
	if s.counting {
		out.more = g.moreOf(nil)
		out.more.raters = g.everyone(s.how.chosen(counted))
	}
	if s.need != nil {
		if lacking := g.lacks(s.need, in, counted); lacking.kind != noReason {
			out.why, g.limited = lacking, true
			return
		}
	}
	filled := counted
	if s.filling != nil {
		absent := g.with(g.where(in, (*input).absent), s.filling)
		filled = append(filled, g.where(absent, (*input).counts)...) // one of which nothing is possible stays absent
	}
	value, why := s.how.combine(s, filled)
	switch {
	case value.IsNone():
		out.why, g.limited = why, true
	case s.prorate:
		out.value = prorated(value, weightOf(g.where(in, (*input).isApplicable)), weightOf(filled))
	default:
		out.value = value
	}
}

// limits is what a person must know beside a score: the reason of an input of
// the same item, such as a group that was suppressed.
func limits(in []input) reason {
	for i := range in {
		if v := &in[i]; v.why.kind != noReason && v.rated() && v.weighs() {
			return v.why
		}
	}
	return reason{}
}

// lacks is the reason for too few rated inputs, none where there are enough.
func (g *grid) lacks(least *need, in, counted []input) reason {
	if least.share.IsNone() {
		if len(counted) < least.count {
			return tooFew(len(counted), least.count)
		}
		return reason{}
	}
	applicable := g.where(in, (*input).isApplicable)
	if weightOf(counted).Quo(weightOf(applicable)).Cmp(least.share) < 0 {
		return tooFew(len(counted), len(g.where(applicable, (*input).weighs)))
	}
	return reason{}
}

// bound works out what is possible for a cell, and maps its value from there to
// the range that the policy asks for.
func (g *grid) bound(s *step, in []input, c *cell) {
	low, high := g.ends(s, in)
	c.more = g.moreOf(c.more)
	c.more.low, c.more.high = low, high
	if s.rescale == nil {
		return
	}
	from, to := s.rescale[0].value, s.rescale[1].value
	c.more.low, c.more.high = from, to
	width := high.Sub(low)
	switch {
	case c.value.IsNone():
	case width.Sign() == 0:
		c.value, c.why, g.limited = exact.Number{}, reason{kind: noRange}, true
	default:
		c.value = c.value.Sub(low).Quo(width).Mul(to.Sub(from)).Add(from)
	}
}

// ends are the lowest and highest possible results over the applicable inputs,
// missing ones included; none where nothing is known of them.
func (g *grid) ends(s *step, in []input) (exact.Number, exact.Number) {
	bounded := g.where(in, (*input).isBounded)
	if len(bounded) == 0 {
		return exact.Number{}, exact.Number{}
	}
	low, high := g.with(bounded, lowestPossible), g.with(bounded, highestPossible)
	if s.how.ends != nil {
		return s.how.ends(s, low, high)
	}
	bottom, _ := s.how.combine(s, low)
	top, _ := s.how.combine(s, high)
	return bottom, top
}
