package score

import (
	"slices"

	"rubrickit/rubric"
)

// Bands lists the names of the bands, lowest first, as they are on a
// framework; none where the policy gives none. [Policy.Check] tells whether
// the policy fits the framework.
func (p *Policy) Bands(f *rubric.Framework) []string {
	plan, _ := compile(f, p)
	return plan.bands.names
}

// Scales gives the scale that the scores of each item are on, by code, and of
// the row over everything. Items whose rated items have different scales have
// none, nor have those whose scores a stage puts on a scale of its own: a sum,
// a share, a rescaled value.
func (p *Policy) Scales(f *rubric.Framework) map[string]*rubric.Scale {
	plan, _ := compile(f, p)
	out := map[string]*rubric.Scale{}
	for n, node := range plan.nodes {
		if node.scale != nil && !slices.ContainsFunc(plan.steps, func(s *step) bool { return plan.leavesScale(s, n) }) {
			out[node.code] = node.scale
		}
	}
	return out
}

// leavesScale reports whether a step makes of the levels that go into a node,
// directly or further below, something that is no level.
func (p *plan) leavesScale(s *step, n int) bool {
	if !s.how.newScale && s.rescale == nil {
		return false
	}
	ratings := s.occasion || s.rater || s.group // which a rated item has, too
	return ratings || !p.nodes[n].rated && s.top > p.nodes[n].depth
}
