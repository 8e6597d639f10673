package score

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
)

// stages lays the stages out over the tiers, from the leaves up.
func (c *compiler) stages() {
	for n := range c.nodes {
		c.nodes[n].staged = c.nodes[n].rated
	}
	c.lost = len(c.policy.broken) > 0
	remaining := c.deepest() // the tier that waits to be collapsed
	for _, s := range c.policy.stages {
		for _, next := range c.stepsOf(s, &remaining) {
			c.layOut(next)
		}
	}
	counting := false
	for _, s := range slices.Backward(c.steps) {
		s.counting = counting
		counting = counting || len(s.minRaters) > 0
	}
	for n := range c.nodes {
		if c.nodes[n].below == nil && !c.nodes[n].rated {
			c.nodes[n].below = c.gather(n, c.nodes[n].depth+1, nil)
		}
		c.nodes[n].cuts = c.keepsScale(c.nodes[n].depth)
	}
}

// deepest is the depth of the deepest tier that has scores.
func (c *compiler) deepest() int {
	depth := -1
	for _, n := range c.nodes {
		depth = max(depth, n.depth)
	}
	return depth
}

// stepsOf makes the steps of a stage: one, or for all items one for each tier
// that remains.
func (c *compiler) stepsOf(s *stage, remaining *int) []*step {
	one := &step{stage: s, filling: fillings()[s.fill], occasion: s.overs(overOccasion), rater: s.overs(overRater), group: s.overs(overGroup)}
	if round := c.policy.round; round.when == whenEachStage {
		one.rounding = &round
	}
	if !s.overTiers() {
		return []*step{one}
	}
	one.tiers = true
	if s.overs(overItems) && len(s.over) == 1 {
		var out []*step
		if *remaining < 0 {
			c.outOfOrder(one, 0, -1)
		}
		for ; *remaining >= 0; *remaining-- {
			tier := *one
			tier.top, tier.bottom = *remaining, *remaining
			out = append(out, &tier)
		}
		return out
	}
	if !c.tiersOf(one, *remaining) {
		return nil
	}
	*remaining = one.top - 1
	return []*step{one}
}

// tiersOf finds the tiers that a stage collapses, and reports those that are
// unknown or out of order.
func (c *compiler) tiersOf(s *step, remaining int) bool {
	s.top, s.bottom = remaining+1, remaining
	depths, known := c.depthsOf(s.stage, remaining)
	if !known {
		c.lost = true
		return false
	}
	for _, depth := range depths {
		switch {
		case depth == s.top-1:
		case depth < s.top-1 && c.lost:
			if s.top > s.bottom {
				s.bottom = depth // the stage that belongs before this one was reported
			}
		default:
			c.outOfOrder(s, depth, s.top-1)
			return false
		}
		s.top = depth
	}
	if s.top > s.bottom {
		c.outOfOrder(s, s.top, s.bottom)
		return false
	}
	return true
}

// depthsOf lists the depths of the tiers that a stage names, deepest first.
func (c *compiler) depthsOf(s *stage, remaining int) ([]int, bool) {
	var depths []int
	for _, over := range s.over {
		switch {
		case isFixed(over.text):
		case over.text == overItems:
			for depth := range remaining + 1 {
				depths = append(depths, depth)
			}
		default:
			depth, known := c.tier(over)
			if !known {
				return nil, false
			}
			depths = append(depths, depth)
		}
	}
	slices.Sort(depths)
	slices.Reverse(depths)
	return slices.Compact(depths), true
}

// outOfOrder reports a tier that does not follow on the ones below it.
func (c *compiler) outOfOrder(s *step, depth, expected int) {
	switch {
	case c.lost: // reported already, or it follows from what was
	case depth > expected:
		c.report(s.at, CodeTwice, "take this stage away, or the earlier one", "an earlier stage collapses these tiers already")
	default:
		c.report(s.at, CodeOrder, fmt.Sprintf("put a stage such as `{over: %s, how: mean}` before this one", c.framework.Tier(expected)),
			fmt.Sprintf("the tier %s lies below %s and is not collapsed before it", c.framework.Tier(expected), c.framework.Tier(depth)))
	}
}

// tier finds the depth of a tier by its name.
func (c *compiler) tier(n name) (int, bool) {
	names := []string{overOccasion, overRater, overGroup, overItems}
	for depth := range c.framework.Depth() {
		if c.framework.Tier(depth) != n.text {
			names = append(names, c.framework.Tier(depth))
			continue
		}
		if depth > c.deepest() {
			c.report(n.at, CodeDimension, "take the stage away: there is nothing to collapse", "no item of the tier "+n.text+" is rated or has rated items below it")
			return 0, false
		}
		return depth, true
	}
	c.report(n.at, CodeDimension, diag.Suggest(n.text, names, "dimensions: "+strings.Join(names, ", ")), fmt.Sprintf("there is no dimension %q: it is no tier of %s", n.text, c.framework.ID))
	return 0, false
}

// layOut adds a step: what goes into each node, its weights and levels.
func (c *compiler) layOut(s *step) {
	c.steps = append(c.steps, s)
	c.ranges = c.ranges || s.rescale != nil || s.fill == fillLowest
	if s.how.ordered && c.order == nil {
		c.order = &orderOf{listed: s.stage.order}
	}
	if s.tiers {
		c.checkWeights(s)
		for n := range c.nodes {
			if c.collects(s, n) {
				c.nodes[n].staged = true
				s.makes = append(s.makes, n)
				c.nodes[n].below = c.gather(n, s.bottom, s)
			}
		}
	}
	if s.level.given() {
		c.levelsOf(s)
	}
}

// collects reports whether the step gives a node its score, out of others.
func (p *plan) collects(s *step, n int) bool {
	node := &p.nodes[n]
	return s.tiers && !node.rated && s.top-1 <= node.depth && node.depth < s.bottom
}

// gather lists what goes into a node: its descendants at a depth and rated
// items above it, each with the product of the weights on the way. Without a
// step the weights are the framework's.
func (c *compiler) gather(n, bottom int, s *step) []source {
	var out []source
	for _, child := range c.nodes[n].children {
		w := c.weightOf(child, s)
		if c.nodes[child].rated || c.nodes[child].depth == bottom {
			out = append(out, source{child, w})
			continue
		}
		for _, deeper := range c.gather(child, bottom, s) {
			deeper.weight = deeper.weight.Mul(w)
			out = append(out, deeper)
		}
	}
	return out
}

// keepsScale reports whether cut scores mean something for nodes of a depth:
// no later stage puts their values on a scale of its own.
func (c *compiler) keepsScale(depth int) bool {
	return !slices.ContainsFunc(c.steps, func(s *step) bool {
		return s.tiers && s.top <= depth && (s.how.newScale || s.rescale != nil)
	})
}

// levelsOf finds where the step's level begins, for each node whose value
// goes into it.
func (c *compiler) levelsOf(s *step) {
	s.levels = make([]exact.Number, len(c.nodes))
	for _, n := range c.inputsOf(s) {
		if s.levels[n] = levelStart(c.nodes[n].scale, s.level.text); s.levels[n].IsNone() {
			c.report(s.level.at, CodeLevel, c.levelHint(s.level.text),
				fmt.Sprintf("%q is not a level of every item that this stage works on", s.level.text))
			return
		}
	}
}

// inputsOf lists the nodes whose values go into a step.
func (c *compiler) inputsOf(s *step) []int {
	var out []int
	for n, node := range c.nodes {
		switch {
		case c.collects(s, n):
			for _, from := range node.below {
				out = append(out, from.node)
			}
		case node.staged && (s.occasion || s.rater || s.group):
			out = append(out, n)
		}
	}
	return out
}
