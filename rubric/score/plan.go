package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
)

// plan is a policy laid out over a framework: everything that can be worked
// out before the first rating is read.
type plan struct {
	framework *rubric.Framework
	policy    *Policy
	// nodes stand in the framework's order, the one over everything last.
	nodes []node
	index map[string]int // nodes by code
	steps []*step
	bands ladder
	rules [][]*verdictRule // by node, in the policy's order
	order *orderOf         // of occasions; nil where no stage needs one
	// ranges says that a stage needs to know what results are possible.
	ranges bool
}

// node is something that has a score: an item that is rated, an item above
// rated ones, or, with no item, the framework as a whole.
type node struct {
	item     *rubric.Item
	code     string
	depth    int // -1 for the framework as a whole
	parent   int // -1 for the framework as a whole
	children []int
	leaves   []int // rated items below, or the item itself
	rated    bool
	// scale is that of a rated item; elsewhere the one that all rated items
	// below share, nil where they differ.
	scale *rubric.Scale
	// staged says that a stage gives the node a score, below what makes it.
	staged bool
	below  []source
	itself []source // the node, as what goes into it
	// cuts says that the policy's cut scores apply to the node's score.
	cuts bool
}

// source is a node whose value goes into another's, with its weight there.
type source struct {
	node   int
	weight exact.Number
}

// step is a stage as it works on this framework. The stage over all items
// becomes one step for each tier.
type step struct {
	*stage
	occasion, rater, group bool // the dimensions it collapses
	// top and bottom are the depths of the tiers it collapses; tiers says
	// that there are any.
	tiers       bool
	top, bottom int
	makes       []int          // the nodes whose scores it makes of others
	levels      []exact.Number // by node: where the stage's level begins
	rounding    *Rounding      // of its results; nil keeps them exact
	counting    bool           // a later step asks how many people rated
	// filling is what stands for a missing value; nil where nothing does.
	filling func(*input) exact.Number
	// What it makes of the words that the ratings have, by number: their
	// weights, and how many raters a group needs; nil where it says nothing.
	groupWeights, occasionWeights []wordWeight
	leastRaters                   []int
}

// compiler lays a policy out and collects what does not fit.
type compiler struct {
	plan
	findings diag.List
	// lost says that a stage could not be read, so that its tier is not
	// missed a second time.
	lost bool
}

// Check reports everything about the policy that depends on the framework:
// tiers and codes that it does not have, weights that do not add up, names
// that are neither bands nor levels.
func (p *Policy) Check(f *rubric.Framework) diag.List {
	_, findings := compile(f, p)
	return findings
}

func compile(f *rubric.Framework, p *Policy) (*plan, diag.List) {
	c := &compiler{plan: plan{framework: f, policy: p, index: map[string]int{}}}
	c.pin()
	c.grow()
	c.stages()
	c.ladder()
	c.compileRules()
	return &c.plan, c.findings.Sorted()
}

func (c *compiler) report(at diag.Span, code diag.Code, hint, message string) {
	c.findings.Add(diag.Diagnostic{Span: at, Severity: diag.Error, Code: code, Message: message, Hint: hint})
}

// pin refuses a framework that the policy was not written for.
func (c *compiler) pin() {
	pin := c.policy.pin
	if pin == nil {
		return
	}
	const hint = "use the framework that the policy names, or a policy for this one"
	if pin.id.given() && pin.id.text != c.framework.ID {
		c.report(pin.id.at, CodeFramework, hint, "the policy is for the framework "+pin.id.text+", and this is "+c.framework.ID)
	} else if pin.version.given() && pin.version.text != c.framework.Version {
		have := "this one has none"
		if c.framework.Version != "" {
			have = "this is version " + c.framework.Version
		}
		c.report(pin.version.at, CodeFramework, hint, "the policy is for version "+pin.version.text+" of "+c.framework.ID+", and "+have)
	}
}

// grow makes the nodes: every item that is rated or has rated items below.
func (c *compiler) grow() {
	for _, it := range c.framework.Items {
		c.growItem(it)
	}
	c.nodes = append(c.nodes, node{code: rubric.Overall, depth: -1, parent: -1, scale: c.framework.CommonScale()})
	for n := range c.nodes {
		c.index[c.nodes[n].code], c.nodes[n].itself = n, []source{{n, one}}
	}
	for n := range c.nodes[:c.top()] {
		c.connect(n)
	}
}

// growItem adds the nodes of an item and of those below it.
func (c *compiler) growItem(it *rubric.Item) {
	if !scored(it) {
		return
	}
	c.nodes = append(c.nodes, node{item: it, code: it.Code, depth: it.Depth(), rated: it.IsRated(), scale: sharedScale(it)})
	if it.IsRated() {
		return // what stands below only explains
	}
	for _, child := range it.Items {
		c.growItem(child)
	}
}

// top is the node over everything.
func (p *plan) top() int { return len(p.nodes) - 1 }

// connect tells a node's parents of it.
func (c *compiler) connect(n int) {
	child := &c.nodes[n]
	child.parent = c.top()
	if up := child.item.Parent(); up != nil {
		child.parent = c.index[up.Code]
	}
	c.nodes[child.parent].children = append(c.nodes[child.parent].children, n)
	if !child.rated {
		return
	}
	child.leaves = []int{n}
	for up := child.parent; up >= 0; up = c.nodes[up].parent {
		c.nodes[up].leaves = append(c.nodes[up].leaves, n)
	}
}

// scored reports whether an item is rated or has a rated item below it.
func scored(it *rubric.Item) bool {
	if it.IsRated() {
		return true
	}
	for _, child := range it.Items {
		if scored(child) {
			return true
		}
	}
	return false
}

// sharedScale is the scale of a rated item, or the one that all rated items
// below share.
func sharedScale(it *rubric.Item) *rubric.Scale {
	if it.IsRated() {
		return it.Scale
	}
	var common *rubric.Scale
	for _, child := range it.Items {
		if !scored(child) {
			continue
		}
		s := sharedScale(child)
		if s == nil || common != nil && !common.Equal(s) {
			return nil
		}
		common = s
	}
	return common
}
