package score

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
)

// verdictRule is a rule laid out for one node.
type verdictRule struct {
	rule *rule
	rank int // of its band
	when predicate
}

// ladder lays the bands out: with `levels`, those of the framework's scale.
func (c *compiler) ladder() {
	b := c.policy.bands
	if !b.levels.given() {
		c.bands = ladder{names: texts(b.names), cuts: b.cuts}
		return
	}
	common := c.framework.CommonScale()
	if common == nil {
		c.report(b.levels.at, CodeLevel, "list the bands with their lower bounds: `bands: {Low: 1, High: 2.5}`",
			"the levels cannot be the bands, since the items of "+c.framework.ID+" have different scales")
		return
	}
	for _, l := range common.Levels {
		c.bands.names = append(c.bands.names, l.Name())
		c.bands.cuts = append(c.bands.cuts, startOf(l))
	}
}

// bandRank finds a band by its name; where the scale's levels are the bands,
// also by a level's code or alias.
func (c *compiler) bandRank(text string) int {
	if rank := c.bands.rank(text); rank >= 0 || !c.policy.bands.levels.given() {
		return rank
	}
	if l := findLevel(c.framework.CommonScale(), text); l != nil {
		return c.bands.rank(l.Name())
	}
	return -1
}

// canHaveBand reports whether a node may get a verdict: cut scores apply to
// it, or a rule is about it.
func (c *compiler) canHaveBand(n int) bool {
	if c.bands.cuts != nil && c.nodes[n].cuts {
		return true
	}
	return slices.ContainsFunc(c.policy.rules, func(r *rule) bool { return c.about(r, n) })
}

// about reports whether a rule is about a node, as far as its `on` says.
func (c *compiler) about(r *rule, n int) bool {
	if !r.on.given() {
		return n == c.top()
	}
	return n != c.top() && c.framework.Tier(c.nodes[n].depth) == r.on.text
}

// compileRules lays the rules out for each node that they are about.
func (c *compiler) compileRules() {
	c.rules = make([][]*verdictRule, len(c.nodes))
	for _, r := range c.policy.rules {
		c.compileRule(r)
	}
}

func (c *compiler) compileRule(r *rule) {
	rank := c.bandRank(r.band.text)
	if rank < 0 && c.policy.bands.levels.given() && len(c.bands.names) > 0 {
		c.findings.Add(unknownBand(r.band, c.bands.names))
	}
	if r.on.given() {
		if _, known := c.tier(r.on); !known {
			return
		}
	}
	targets, known := c.codesOf(r.when)
	if !known {
		return
	}
	applies := false
	for n := range c.nodes {
		if c.about(r, n) && c.holdsAll(n, targets) {
			applies = true
			c.rules[n] = append(c.rules[n], &verdictRule{r, rank, c.predicate(r.when, n)})
		}
	}
	if !applies {
		c.report(r.at, CodeRuleReach, "a rule sees what lies below the one item that it is about", "no item of the tier "+r.on.text+" has all of the rule's items below it")
	}
}

// codesOf lists the nodes that a condition names by code, and reports codes
// that are none.
func (c *compiler) codesOf(when *condition) ([]int, bool) {
	var out []int
	known := true
	for _, t := range when.targets {
		if !when.list {
			continue
		}
		n, ok := c.index[t.text]
		if !ok || n == c.top() {
			c.report(t.at, CodeRuleReach, diag.Suggest(t.text, c.codes(), "write the code as it stands in the framework"), fmt.Sprintf("%s has no scored item %q", c.framework.ID, t.text))
			known = false
		}
		out = append(out, n)
	}
	for _, part := range when.parts {
		deeper, ok := c.codesOf(part)
		out, known = append(out, deeper...), known && ok
	}
	return out, known
}

func (c *compiler) codes() []string {
	var out []string
	for _, n := range c.nodes[:c.top()] {
		out = append(out, n.code)
	}
	return out
}

// holdsAll reports whether all of the nodes lie below node n.
func (c *compiler) holdsAll(n int, below []int) bool {
	return !slices.ContainsFunc(below, func(m int) bool { return !c.isBelow(m, n) })
}

func (p *plan) isBelow(m, n int) bool {
	for up := p.nodes[m].parent; up >= 0; up = p.nodes[up].parent {
		if up == n {
			return true
		}
	}
	return false
}

// predicate lays a condition out for the node that its rule is about.
func (c *compiler) predicate(when *condition, n int) predicate {
	p := predicate{condition: when}
	for _, part := range when.parts {
		p.parts = append(p.parts, c.predicate(part, n))
	}
	for _, m := range c.compared(when, n) {
		p.tests = append(p.tests, test{node: m, atLeast: c.bound(when.atLeast, m), below: c.bound(when.below, m)})
	}
	return p
}

// compared lists the nodes below node n that a condition compares.
func (c *compiler) compared(when *condition, n int) []int {
	if when.list {
		codes, _ := c.codesOf(when)
		return codes
	}
	var out []int
	for _, t := range when.targets {
		depth, known := c.tierBelow(t, n)
		for m := range c.nodes {
			if known && c.nodes[m].depth == depth && c.isBelow(m, n) {
				out = append(out, m)
			}
		}
	}
	return out
}

// tierBelow finds a tier that a rule about node n may look at.
func (c *compiler) tierBelow(t name, n int) (int, bool) {
	var tiers []string
	for depth := c.nodes[n].depth + 1; depth <= c.deepest(); depth++ {
		if c.framework.Tier(depth) == t.text {
			return depth, true
		}
		tiers = append(tiers, c.framework.Tier(depth))
	}
	hint := "a list of codes is written [" + `"1", "2"` + "]"
	if len(tiers) > 0 {
		hint = diag.Suggest(t.text, tiers, "tiers below it: "+strings.Join(tiers, ", ")+"; "+hint)
	}
	c.report(t.at, CodeRuleReach, hint, fmt.Sprintf("%q is no tier below what the rule is about", t.text))
	return 0, false
}

// bound is what a node is compared with.
type bound struct {
	given bool
	rank  int          // of a band
	value exact.Number // where a level begins; none where bands are compared
}

// bound finds the band or the level of a name, as it is for a node.
func (c *compiler) bound(n name, at int) bound {
	if !n.given() {
		return bound{}
	}
	if c.canHaveBand(at) {
		rank := c.bandRank(n.text)
		if rank < 0 {
			c.unknownName(n, "band", diag.Suggest(n.text, c.bands.names, "bands: "+strings.Join(c.bands.names, ", ")))
		}
		return bound{given: true, rank: rank}
	}
	start := levelStart(c.nodes[at].scale, n.text)
	if start.IsNone() {
		c.unknownName(n, "level", c.levelHint(n.text))
		start = exact.Int(0)
	}
	return bound{given: true, value: start}
}

func (c *compiler) unknownName(n name, kind, hint string) {
	for _, d := range c.findings {
		if d.Code == CodeLevel && d.Span == n.at {
			return // a name is reported once, however many items it is compared with
		}
	}
	c.report(n.at, CodeLevel, hint, fmt.Sprintf("there is no %s %q for what is compared here", kind, n.text))
}
