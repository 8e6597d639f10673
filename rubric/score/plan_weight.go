package score

import (
	"fmt"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
)

// weightOf is a node's weight among its siblings: the stage's, else the
// framework's, else 1.
func (c *compiler) weightOf(n int, s *step) exact.Number {
	if s != nil && s.weights != nil {
		if w := s.weights.code(c.nodes[n].code); !w.IsNone() {
			return w
		}
		return one // reported as unlisted
	}
	return exactly(c.nodes[n].item.WeightOr1())
}

// checkWeights reports weights of unknown items, items without a weight, and
// sets of siblings whose weights do not add up.
func (c *compiler) checkWeights(s *step) {
	if s.weights != nil {
		c.unknownWeights(s)
		c.unlistedWeights(s)
	}
	for n, node := range c.nodes {
		if !node.rated && s.top-1 <= node.depth && node.depth < s.bottom {
			c.checkSiblings(s, n)
		}
	}
}

// weighs reports whether a node's weight counts in a step.
func (p *plan) weighs(s *step, n int) bool {
	return s.top <= p.nodes[n].depth && p.nodes[n].depth <= s.bottom
}

func (c *compiler) unknownWeights(s *step) {
	if s.group || s.occasion {
		return // a word that is no code may be a group or an occasion
	}
	for _, w := range s.weights.entries {
		n, known := c.index[w.key]
		known = known && c.nodes[n].item != nil
		if known && (c.weighs(s, n) || s.overs(overItems)) {
			continue
		}
		message := fmt.Sprintf("%s has no item %q", c.framework.ID, w.key)
		if known {
			message = fmt.Sprintf("%q is of the tier %s, which this stage does not collapse", w.key, c.framework.Tier(c.nodes[n].depth))
		} else if c.framework.Item(w.key) != nil {
			message = fmt.Sprintf("the item %q is not rated", w.key)
		}
		c.report(w.at, CodeUnknownWeight, diag.Suggest(w.key, c.weighing(s), "weights go by the codes of items, as they stand in the framework"), message)
	}
}

// weighing lists the codes that a step's weights may name.
func (c *compiler) weighing(s *step) []string {
	var codes []string
	for n, node := range c.nodes {
		if c.weighs(s, n) {
			codes = append(codes, node.code)
		}
	}
	return codes
}

func (c *compiler) unlistedWeights(s *step) {
	if s.weights.rest.given() || len(s.weights.entries) == 0 {
		return
	}
	for _, code := range c.weighing(s) {
		if s.weights.code(code).IsNone() {
			c.once(s, s.given["weights"], CodeUnlistedWeight, "add `"+code+": 1`, or `\"*\": 1` for all that are not listed", "the weights do not list the item "+code)
			return
		}
	}
}

// checkSiblings compares the weights below a node with `weights_total` and
// `weights_range`.
func (c *compiler) checkSiblings(s *step, parent int) {
	var sum exact.Sum
	for _, n := range c.nodes[parent].children {
		w := c.weightOf(n, s)
		sum.Add(w)
		if s.within != nil && !within(w, s.within) {
			c.outside(s, n, decimal(w))
		}
	}
	total := sum.Total()
	if s.total.given() && total.Cmp(s.total.value) != 0 {
		c.report(s.total.at, CodeWeightsTotal, "", fmt.Sprintf("the weights below %s add up to %s, not to %s", c.nodes[parent].code, decimal(total), s.total.text))
	}
}

// outside reports a weight that is not within `weights_range`: at the weight,
// or, where the framework or "*" gives it, at the range, for the first item.
func (c *compiler) outside(s *step, n int, weight string) {
	message := fmt.Sprintf("the weight %s of %s is not from %s to %s", weight, c.nodes[n].code, s.within[0].text, s.within[1].text)
	if s.weights != nil {
		for _, w := range s.weights.entries {
			if w.key == c.nodes[n].code {
				c.report(w.at, CodeWeightsRange, "", message)
				return
			}
		}
	}
	c.once(s, s.given["weights_range"], CodeWeightsRange, "", message)
}

// once reports a finding that may hold for many items once for a stage.
func (c *compiler) once(s *step, at diag.Span, code diag.Code, hint, message string) {
	for _, d := range c.findings {
		if d.Code == code && d.Span == at {
			return
		}
	}
	c.report(at, code, hint, message)
}
