package score

import (
	"fmt"
	"math/big"

	"rubrickit/rubric"
)

// collapse makes one cell of the inputs of a step; own says that all belong to
// the node itself.
func (s *step) collapse(in []input, own bool) cell {
	in = s.suppress(in)
	applicable := keep(in, func(v input) bool { return v.state != rubric.NotApplicable })
	low, high := s.ends(applicable)
	out := s.valueOf(in, applicable, own)
	if out.value != nil && s.rescale != nil {
		out.value, out.reason = s.rescaled(out.value, low, high, out.reason)
	}
	if out.value != nil && s.rounding != nil {
		out.value = s.rounding.Round(out.value)
	}
	out.low, out.high = low, high
	if s.rescale != nil {
		out.low, out.high = s.rescale[0].value, s.rescale[1].value
	}
	return out
}

// valueOf is the cell before its value is rescaled or rounded.
func (s *step) valueOf(in, applicable []input, own bool) cell {
	counted := keep(applicable, func(v input) bool { return v.value != nil && v.weight.Sign() > 0 })
	if len(counted) == 0 {
		return withoutValue(in, own)
	}
	out := cell{state: rubric.Rated, reason: s.limits(in, own)}
	if s.counting {
		out.raters = everyone(s.how.chosen(counted))
	}
	if lacking := s.lacks(counted, applicable); lacking != "" {
		out.reason = lacking
		return out
	}
	filled := append(counted, s.fills(applicable)...)
	value, reason := s.how.combine(s, filled)
	switch {
	case value == nil:
		out.reason = reason
	case s.prorate:
		out.value = prorated(value, weightOf(applicable), weightOf(filled))
	default:
		out.value = value
	}
	return out
}

func keep(in []input, test func(input) bool) []input {
	out := make([]input, 0, len(in))
	for _, v := range in {
		if test(v) {
			out = append(out, v)
		}
	}
	return out
}

// suppress withholds groups that too few people rated.
func (s *step) suppress(in []input) []input {
	if len(s.minRaters) == 0 || !s.group {
		return in
	}
	out := make([]input, len(in))
	for i, v := range in {
		out[i] = v
		if least := s.leastRaters(v.group); v.value != nil && len(v.raters) < least {
			withheld := *v.cell
			withheld.value = nil
			withheld.reason = fmt.Sprintf("%s%d<%d", reasonSuppressedMark, len(v.raters), least)
			out[i].cell = &withheld
		}
	}
	return out
}

func (s *step) leastRaters(group string) int {
	rest := 0
	for _, m := range s.minRaters {
		if m.group.text == everyOther {
			rest = m.raters
		} else if sameWord(m.group.text, group) {
			return m.raters
		}
	}
	return rest
}

// limits is what a person must know beside a score: the reason of an input of
// the same item, such as a group that was suppressed.
func (s *step) limits(in []input, own bool) string {
	if !own {
		return ""
	}
	for _, v := range in {
		if v.state == rubric.Rated && v.reason != "" && v.weight.Sign() > 0 {
			return v.reason
		}
	}
	return ""
}

// lacks is the reason for too few rated inputs, "" where there are enough.
func (s *step) lacks(counted, applicable []input) string {
	switch {
	case s.need == nil:
		return ""
	case s.need.share != nil:
		share := new(big.Rat).Quo(weightOf(counted), weightOf(applicable))
		if share.Cmp(s.need.share) < 0 {
			return insufficient(len(counted), len(keep(applicable, func(v input) bool { return v.weight.Sign() > 0 })))
		}
	case len(counted) < s.need.count:
		return insufficient(len(counted), s.need.count)
	}
	return ""
}

// fills are the inputs that stand for missing ones.
func (s *step) fills(applicable []input) []input {
	if s.fill == fillSkip {
		return nil
	}
	out := possible(keep(applicable, func(v input) bool {
		return v.value == nil && v.state == rubric.Missing && v.weight.Sign() > 0
	}), func(c *cell) *big.Rat {
		if s.fill == fillLowest {
			return c.low
		}
		return new(big.Rat)
	})
	return out
}

// rescaled maps a result from what is possible to the range that the policy
// asks for.
func (s *step) rescaled(value, low, high *big.Rat, reason string) (*big.Rat, string) {
	from, to := s.rescale[0].value, s.rescale[1].value
	width := new(big.Rat).Sub(high, low)
	if width.Sign() == 0 {
		return nil, ReasonNoRange
	}
	out := new(big.Rat).Sub(value, low)
	out.Quo(out, width)
	out.Mul(out, new(big.Rat).Sub(to, from))
	return out.Add(out, from), reason
}

// ends are the lowest and highest possible results over the applicable inputs,
// missing ones included; nil where nothing keeps them.
func (s *step) ends(applicable []input) (*big.Rat, *big.Rat) {
	weighed := keep(applicable, func(v input) bool { return v.weight.Sign() > 0 && v.low != nil })
	if len(weighed) == 0 {
		return nil, nil
	}
	low := possible(weighed, func(c *cell) *big.Rat { return c.low })
	high := possible(weighed, func(c *cell) *big.Rat { return c.high })
	if s.how.ends != nil {
		return s.how.ends(s, low, high)
	}
	bottom, _ := s.how.combine(s, low)
	top, _ := s.how.combine(s, high)
	return bottom, top
}
