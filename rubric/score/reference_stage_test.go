package score_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"rubrickit/rubric"
)

// collapse makes one cell of several, by the parameters of a stage.
func (r *reference) collapse(s drawnStage, in []refInput, own bool) refCell {
	in = suppressed(s, in)
	applicable := filter(in, func(v refInput) bool { return v.state != rubric.NotApplicable })
	out := r.combined(s, in, applicable, own)
	out.low, out.high = possibleEnds(s, filter(applicable, func(v refInput) bool { return v.weight.Sign() > 0 && v.low != nil }))
	if s.rescale {
		if out.value != nil && out.low.Cmp(out.high) == 0 {
			out.value, out.reason = nil, "no-range"
		}
		if out.value != nil {
			share := new(big.Rat).Sub(out.value, out.low)
			share.Quo(share, new(big.Rat).Sub(out.high, out.low))
			out.value = share.Add(share.Mul(share, number("400")), number("100"))
		}
		out.low, out.high = number("100"), number("500")
	}
	if out.value != nil && r.p.when == "each_stage" {
		out.value = r.p.rounded(out.value)
	}
	return out
}

func filter(in []refInput, test func(refInput) bool) []refInput {
	return slices.DeleteFunc(slices.Clone(in), func(v refInput) bool { return !test(v) })
}

// suppressed takes the values of groups with too few raters away.
func suppressed(s drawnStage, in []refInput) []refInput {
	out := slices.Clone(in)
	for i, v := range out {
		least := s.minRaters["*"]
		for group, n := range s.minRaters {
			if strings.EqualFold(group, strings.TrimSpace(v.group)) {
				least = n
			}
		}
		if v.value != nil && len(v.raters) < least {
			out[i].value, out[i].reason = nil, fmt.Sprintf("suppressed:n=%d<%d", len(v.raters), least)
		}
	}
	return out
}

// combined is the cell before it is rescaled and rounded.
func (r *reference) combined(s drawnStage, in, applicable []refInput, own bool) refCell {
	weighed := filter(applicable, func(v refInput) bool { return v.weight.Sign() > 0 })
	counted := filter(weighed, func(v refInput) bool { return v.value != nil })
	if len(counted) == 0 {
		return uncounted(in, own)
	}
	out := refCell{raters: ratersBehind(s, counted)}
	for _, v := range weighed {
		if own && v.state == rubric.Rated && v.reason != "" && out.reason == "" {
			out.reason = v.reason
		}
	}
	switch needed := strings.TrimSuffix(s.need, "%"); {
	case s.need == "":
	case needed != s.need:
		share := new(big.Rat).Quo(weights(counted), weights(applicable))
		if share.Mul(share, number("100")).Cmp(number(needed)) < 0 {
			out.reason = fmt.Sprintf("insufficient:%d/%d", len(counted), len(weighed))
			return out
		}
	case number(needed).Cmp(big.NewRat(int64(len(counted)), 1)) > 0:
		out.reason = fmt.Sprintf("insufficient:%d/%s", len(counted), needed)
		return out
	}
	for _, v := range weighed {
		if v.value != nil || v.state != rubric.Missing {
			continue
		}
		if v.value = (map[string]*big.Rat{"zero": new(big.Rat), "lowest": v.low})[s.missing]; v.value != nil {
			counted = append(counted, v)
		}
	}
	value, reason := values(s, counted)
	if value == nil {
		out.reason = reason
		return out
	}
	if s.prorate {
		value.Mul(value, weights(applicable))
		value.Quo(value, weights(counted))
	}
	out.value = value
	return out
}

// uncounted is the cell of inputs of which none counts.
func uncounted(in []refInput, own bool) refCell {
	out := nullCell(rubric.NotApplicable)
	for _, state := range []rubric.State{rubric.NotObserved, rubric.Missing, rubric.Rated} {
		if slices.ContainsFunc(in, func(v refInput) bool { return v.state == state }) {
			out = nullCell(state)
		}
	}
	for _, v := range slices.Backward(in) {
		if own && v.state == rubric.Rated && v.value == nil {
			out.reason = v.reason
		}
	}
	return out
}

func ratersBehind(s drawnStage, counted []refInput) map[string]bool {
	out := map[string]bool{}
	latest := slices.MaxFunc(counted, func(a, b refInput) int { return a.occasion - b.occasion })
	for _, v := range counted {
		if s.how != "latest" || v.occasion == latest.occasion {
			maps.Copy(out, v.raters)
		}
	}
	return out
}

func weights(in []refInput) *big.Rat {
	total := new(big.Rat)
	for _, v := range in {
		total.Add(total, v.weight)
	}
	return total
}

// values is what the table of `how` says of each way to make one value.
func values(s drawnStage, in []refInput) (*big.Rat, string) {
	sorted := slices.SortedFunc(slices.Values(in), func(a, b refInput) int { return a.value.Cmp(b.value) })
	latest := slices.MaxFunc(in, func(a, b refInput) int { return a.occasion - b.occasion })
	reached := filter(in, func(v refInput) bool { return s.level != "" && v.value.Cmp(number(s.level)) >= 0 })
	switch s.how {
	case "mean":
		total := weightedSum(in)
		return total.Quo(total, weights(in)), ""
	case "sum":
		return weightedSum(in), ""
	case "min":
		return new(big.Rat).Set(sorted[0].value), ""
	case "max":
		return new(big.Rat).Set(sorted[len(sorted)-1].value), ""
	case "median":
		both := new(big.Rat).Add(sorted[(len(sorted)-1)/2].value, sorted[len(sorted)/2].value)
		return both.Quo(both, number("2")), ""
	case "latest":
		return new(big.Rat).Set(latest.value), ""
	case "latest_weighted":
		older := filter(in, func(v refInput) bool { return v.occasion != latest.occasion })
		if len(older) == 0 {
			return new(big.Rat).Set(latest.value), ""
		}
		rest := new(big.Rat).Sub(number("1"), number(s.latest))
		rest.Mul(rest, plainMean(older))
		return rest.Add(rest, new(big.Rat).Mul(number(s.latest), latest.value)), ""
	case "share_at_least":
		return new(big.Rat).Quo(weights(reached), weights(in)), ""
	}
	if len(reached) < s.times {
		return nil, fmt.Sprintf("insufficient:%d/%d", len(reached), s.times)
	}
	return plainMean(reached), ""
}

func weightedSum(in []refInput) *big.Rat {
	total := new(big.Rat)
	for _, v := range in {
		total.Add(total, new(big.Rat).Mul(v.weight, v.value))
	}
	return total
}

func plainMean(in []refInput) *big.Rat {
	total := new(big.Rat)
	for _, v := range in {
		total.Add(total, v.value)
	}
	return total.Quo(total, big.NewRat(int64(len(in)), 1))
}

// possibleEnds is the range of what a stage can come to.
func possibleEnds(s drawnStage, in []refInput) (low, high *big.Rat) {
	if len(in) == 0 {
		return nil, nil
	}
	lows, highs := slices.Clone(in), slices.Clone(in)
	for i := range in {
		lows[i].value, highs[i].value = in[i].low, in[i].high
	}
	switch s.how {
	case "latest", "latest_weighted", "n_times": // one of the inputs, or a mean of some
		low, _ = values(drawnStage{how: "min"}, lows)
		high, _ = values(drawnStage{how: "max"}, highs)
		if s.how == "n_times" && number(s.level).Cmp(low) > 0 {
			low = number(s.level)
		}
		return low, high
	}
	low, _ = values(s, lows)
	high, _ = values(s, highs)
	return low, high
}

// rounded rounds as the policy says, in whole units of the last place.
func (p drawnPolicy) rounded(x *big.Rat) *big.Rat {
	if p.truncateFirst {
		x = roundedTo(x, p.places+1, "truncate")
	}
	return roundedTo(x, p.places, p.mode)
}

func roundedTo(x *big.Rat, places int, mode string) *big.Rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	units := new(big.Rat).Mul(x, unit)
	lower := new(big.Int).Div(units.Num(), units.Denom())
	distance := new(big.Rat).Sub(units, new(big.Rat).SetInt(lower))
	half := distance.Cmp(big.NewRat(1, 2))
	up := distance.Sign() > 0 && map[string]bool{
		"half_up": half > 0 || half == 0 && x.Sign() > 0, "half_even": half > 0 || half == 0 && lower.Bit(0) == 1, "ceil": true, "truncate": x.Sign() < 0,
	}[mode]
	if up {
		lower.Add(lower, big.NewInt(1))
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(lower), unit)
}
