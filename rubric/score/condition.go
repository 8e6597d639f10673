package score

import (
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/yamldoc"
)

// condition is what a rule asks, as the policy says it.
type condition struct {
	at   diag.Span
	kind string // the key that tells its shape
	// truth is what it makes of the truths of its tests or parts.
	truth func(c *condition, t tally) truth
	// targets are a tier, or codes of items; list tells the two apart.
	targets []name
	list    bool
	count   int
	share   exact.Number
	atLeast name
	below   name
	parts   []*condition // of all, any and not
}

// conditionShape is a kind of condition: the key that tells it, the keys that
// belong to it, and what it makes of the truths of its tests or parts.
type conditionShape struct {
	key   string
	with  []string
	read  func(r *reader, c *condition, n *yamldoc.Node)
	truth func(c *condition, t tally) truth
}

// conditionShapes is the table of conditions.
func conditionShapes() []conditionShape {
	compared := []string{"at_least", "below"}
	every := func(_ *condition, t tally) truth { return t.all() }
	some := func(_ *condition, t tally) truth { return t.any() }
	none := func(_ *condition, t tally) truth { return t.any().not() }
	return []conditionShape{
		{"every", compared, (*reader).targets, every},
		{"some", compared, (*reader).targets, some},
		{"none", compared, (*reader).targets, none},
		{"count", append([]string{"of"}, compared...), readCount, func(c *condition, t tally) truth {
			return t.atLeast(func(n int) bool { return n >= c.count })
		}},
		{"share", append([]string{"of"}, compared...), readShare, func(c *condition, t tally) truth {
			return t.atLeast(func(n int) bool { return exact.New(int64(n), t.size()).Cmp(c.share) >= 0 })
		}},
		{"item", compared, readItem, every},
		{"all", nil, (*reader).parts, every},
		{"any", nil, (*reader).parts, some},
		{"not", nil, readNot, none},
	}
}

func readCount(r *reader, c *condition, n *yamldoc.Node) {
	c.count = r.whole(n, "`count`", 1, mostTimes)
}

func readShare(r *reader, c *condition, n *yamldoc.Node) { c.share = r.share(n, "`share`") }

func readItem(r *reader, c *condition, n *yamldoc.Node) {
	c.targets, c.list = []name{r.name(n, "`item`")}, true
}

func readNot(r *reader, c *condition, n *yamldoc.Node) {
	if part := r.condition(n); part != nil {
		c.parts = append(c.parts, part)
	}
}

func (r *reader) targets(c *condition, n *yamldoc.Node) {
	c.targets, c.list = r.names(n, "the condition"), n.Kind == yamldoc.List
}

func (r *reader) parts(c *condition, n *yamldoc.Node) {
	entries := r.List(n, "the list of conditions")
	if n.Kind == yamldoc.List && len(entries) == 0 {
		r.Report(n.Span, yamldoc.CodeEmptyValue, "write one condition at least", "the list of conditions is empty")
	}
	for _, entry := range entries {
		if part := r.condition(entry); part != nil {
			c.parts = append(c.parts, part)
		}
	}
}

// condition reads one condition; nil when it has no whole meaning.
func (r *reader) condition(n *yamldoc.Node) *condition {
	c := &condition{at: n.Span}
	before := len(r.Findings)
	if !r.Object(n, "the condition", r.conditionFields(c), nil) || len(r.Findings) > before {
		return nil
	}
	if !r.checkShape(c, n) {
		return nil
	}
	return c
}

// conditionFields are all keys of all conditions.
func (r *reader) conditionFields(c *condition) []yamldoc.Field {
	var fields []yamldoc.Field
	for _, shape := range conditionShapes() {
		fields = append(fields, yamldoc.Field{Name: shape.key, Read: func(n *yamldoc.Node) { shape.read(r, c, n) }})
	}
	return append(fields,
		yamldoc.Field{Name: "of", Read: func(n *yamldoc.Node) { r.targets(c, n) }},
		yamldoc.Field{Name: "at_least", Read: func(n *yamldoc.Node) { c.atLeast = r.name(n, "`at_least`") }},
		yamldoc.Field{Name: "below", Read: func(n *yamldoc.Node) { c.below = r.name(n, "`below`") }},
	)
}

// checkShape finds the condition's kind and reports keys that are too many or
// too few for it.
func (r *reader) checkShape(c *condition, n *yamldoc.Node) bool {
	var kinds, keys []string
	var with []string
	for _, shape := range conditionShapes() {
		keys = append(keys, shape.key)
		if n.Get(shape.key) != nil {
			kinds, with, c.truth = append(kinds, shape.key), shape.with, shape.truth
		}
	}
	if len(kinds) != 1 {
		r.Report(n.Span, CodeRuleShape, "for two conditions at once, write {all: [{…}, {…}]}", "a condition has exactly one of %s", strings.Join(keys, ", "))
		return false
	}
	c.kind = kinds[0]
	for _, p := range n.Pairs {
		if key := p.Key.Value; key != c.kind && !slices.Contains(with, key) {
			r.Report(p.Key.Span, CodeRuleShape, "", "`%s` does not belong to `%s`", key, c.kind)
			return false
		}
	}
	switch {
	case len(with) > 0 && !c.atLeast.given() && !c.below.given():
		r.Report(n.Span, CodeRuleShape, "add `at_least: NAME` or `below: NAME`, with a band or a level", "`%s` compares with nothing", c.kind)
		return false
	case slices.Contains(with, "of") && len(c.targets) == 0:
		r.Report(n.Span, CodeRuleShape, "add `of: TIER`, or `of:` with a list of codes", "`%s` does not say of what", c.kind)
		return false
	}
	return true
}
