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

// Compute scores a book of ratings by a policy. It is a pure function: the same
// ratings give the same result, in whatever order they come. The error is a
// [diag.List] when the policy does not fit the framework; otherwise it says
// what in the ratings the policy leaves open, such as occasions without an
// order or a group without a weight.
func Compute(f *rubric.Framework, p *Policy, b *rubric.Book) (*Result, error) {
	return ComputeWith(f, p, b, Options{})
}

// ComputeWith is Compute with more than the scores.
func ComputeWith(f *rubric.Framework, p *Policy, b *rubric.Book, o Options) (*Result, error) {
	j, err := prepare(f, p, b)
	if err != nil {
		return nil, err
	}
	if j.at, err = j.stepAt(o.At); err != nil {
		return nil, err
	}
	if j.at != whole {
		j.lead = nil // what stands beside the scores is taken step by step
	}
	out, err := j.compute()
	if err != nil {
		return nil, err
	}
	out.At = o.At
	return out, nil
}

// compute scores everybody.
func (j *job) compute() (*Result, error) {
	batches, err := j.scoreAll(j.book.Ratees())
	if err != nil {
		return nil, err
	}
	return j.assemble(batches)
}

// prepare lays a policy out, unless something is wrong with it.
func prepare(f *rubric.Framework, p *Policy, b *rubric.Book) (*job, error) {
	if err := p.broken.Err(); err != nil {
		return nil, err
	}
	plan, findings := compile(f, p)
	if err := findings.Err(); err != nil {
		return nil, err
	}
	return newJob(plan, b)
}

// assemble puts the batches together, and accounts for what was rejected.
func (j *job) assemble(batches []batch) (*Result, error) {
	out := &Result{
		Display: j.policy.display, Inputs: slices.Clone(j.book.Inputs), Ledger: j.book.Ledger,
		heads: j.heads(), bands: j.bands.names, batches: batches,
	}
	var ambiguous []ambiguity
	notes := make([][]Note, len(j.nodes))
	for _, b := range batches {
		ambiguous = append(ambiguous, b.ambiguous...)
		for _, n := range b.notes {
			notes[n.node] = append(notes[n.node], n.Note)
		}
	}
	out.Notes = slices.Concat(notes...)
	rejects, err := j.rejects(ambiguous)
	if err != nil {
		return nil, err
	}
	out.reject(j.book.Rejects, rejects)
	return out, nil
}

// reject adds rejects that are not in the ledger yet.
func (r *Result) reject(known, late []rubric.Reject) {
	r.Rejects = slices.Concat(known, late)
	for _, reject := range late {
		r.Ledger.Rated -= reject.Cells
		r.Ledger.Rejected += reject.Cells
		for i := range r.Inputs {
			if r.Inputs[i].File == reject.At.File {
				r.Inputs[i].Rejects++
			}
		}
	}
}

// heads are what the rows of each node have in common.
func (p *plan) heads() []head {
	out := make([]head, len(p.nodes))
	for n, node := range p.nodes {
		out[n] = head{node.code, rubric.Overall, p.framework.Title}
		if node.item != nil {
			out[n].tier, out[n].title = p.framework.Tier(node.depth), strings.Join(strings.Fields(markup.Plain(node.item.Label())), " ")
		}
	}
	return out
}
