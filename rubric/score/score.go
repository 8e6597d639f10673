// Package score computes scores: a policy over a framework's ratings. It reads
// no files but policies, and it computes exactly, in rational numbers, so that
// a score that lies on a cut is on it whatever the order of the ratings.
//
// A policy is an ordered list of stages, each of which collapses one dimension
// of the ratings, or several at once: occasions, raters, groups of raters, the
// tiers of the framework. Bands (cut scores) and rules make a verdict of the
// score. What has no rating is never 0: it is left out, and the score says so
// (see [Row]).
package score

import (
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/markup"
)

// Compute scores ratings by a policy. It is a pure function: the same ratings
// give the same result, in whatever order they come. The error is a
// [diag.List] when the policy does not fit the framework; otherwise it says
// what in the ratings the policy leaves open, such as occasions without an
// order or a group without a weight.
func Compute(f *rubric.Framework, p *Policy, r *rubric.Ratings) (*Result, error) {
	if err := p.broken.Err(); err != nil {
		return nil, err
	}
	plan, findings := compile(f, p)
	if err := findings.Err(); err != nil {
		return nil, err
	}
	arranged, err := arrange(plan, r)
	if err != nil {
		return nil, err
	}
	var outcomes []*outcome
	for _, entries := range arranged.ratees {
		o, err := scoreRatee(plan, arranged.present, entries)
		if err != nil {
			return nil, err
		}
		outcomes = append(outcomes, o)
	}
	return assemble(plan, outcomes, arranged.rejects, r), nil
}

// assemble writes the rows in order, and accounts for what was rejected.
func assemble(p *plan, outcomes []*outcome, rejects []rubric.Reject, r *rubric.Ratings) *Result {
	out := &Result{
		Display: p.policy.display,
		Rejects: append(slices.Clone(r.Rejects), rejects...),
		Inputs:  slices.Clone(r.Inputs),
		Ledger:  r.Ledger,
	}
	for n := range p.nodes {
		for _, o := range outcomes {
			row := o.row(n)
			out.Rows = append(out.Rows, row)
			if message := o.note(n); message != "" {
				out.Notes = append(out.Notes, Note{row.Ratee, row.Item, message})
			}
		}
	}
	for _, reject := range rejects {
		out.Ledger.Rated -= reject.Cells
		out.Ledger.Rejected += reject.Cells
		for i := range out.Inputs {
			if out.Inputs[i].File == reject.At.File {
				out.Inputs[i].Rejects++
			}
		}
	}
	return out
}

// row is what a node comes to.
func (o *outcome) row(n int) Row {
	node := o.plan.nodes[n]
	row := Row{
		Ratee: o.ratee, Item: node.code, Tier: rubric.Overall, Title: o.plan.framework.Title,
		Score: o.cells[n].value, Coverage: o.coverage[n], Reason: o.reason(n),
	}
	if node.item != nil {
		row.Tier, row.Title = o.plan.framework.Tier(node.depth), strings.Join(strings.Fields(markup.Plain(node.item.Label())), " ")
	}
	if rank := o.verdicts[n].rank; rank >= 0 {
		row.Band = o.plan.bands.names[rank]
	}
	states := o.states(n)
	row.Rated, row.NotApplicable = states[rubric.Rated], states[rubric.NotApplicable]
	row.NotObserved, row.Missing = states[rubric.NotObserved], states[rubric.Missing]
	return row
}

// states counts a rated item's ratings by state, and of another node the rated
// items below. One whose ratings came to nothing has no rating to give: it
// counts as missing there.
func (o *outcome) states(n int) [4]int {
	if o.plan.nodes[n].rated {
		return o.forms[n]
	}
	var out [4]int
	for _, leaf := range o.plan.nodes[n].leaves {
		c := o.cells[leaf]
		if c.state == rubric.Rated && c.value == nil {
			out[rubric.Missing]++
		} else {
			out[c.state]++
		}
	}
	return out
}

// reason joins all that is to be said of a row.
func (o *outcome) reason(n int) string {
	var reasons []string
	undecided := o.verdicts[n].undecided
	if r := o.cells[n].reason; r != "" && !(undecided && r == ReasonNoStage) {
		reasons = append(reasons, r) // no score is missed where rules decide
	}
	if undecided {
		reasons = append(reasons, ReasonUndecided)
	}
	if o.alone {
		reasons = append(reasons, ReasonOnlySelf)
	}
	return strings.Join(reasons, "; ")
}
