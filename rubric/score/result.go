package score

import (
	"iter"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// Result is what ratings come to under a policy. Its rows are kept in few
// bytes each, and unpacked as they are visited.
type Result struct {
	Display Rounding // how the policy shows numbers
	// Notes explain bands that seem to disagree with the score beside them.
	Notes []Note
	// Rejects are those of the reader, and ratings that contradict each
	// other, which show when occasions are put in order. Inputs and Ledger
	// are the reader's with these accounted for.
	Rejects []rubric.Reject
	Inputs  []rubric.Input
	Ledger  rubric.Ledger

	// At is the stage before which values stand beside the scores, as asked
	// for in [Options].
	At string

	heads   []head // by node
	bands   []string
	batches []batch
}

// Row is the score of one ratee on one item, or over everything; or, where
// Apart says so, a value that stands beside it.
type Row struct {
	Ratee string
	// Apart says that the row is one of those that [Options] ask for: of one
	// rater, group or occasion, as far as these were not collapsed. It has no
	// band.
	Apart                  bool
	Rater, Group, Occasion string
	Item                   string // its code, or [rubric.Overall]
	Tier                   string // the word for the item's depth, or [rubric.Overall]
	Title                  string // the item's label, or the framework's title
	// Score is exact; none where there is none, and then Reason says why.
	Score exact.Number
	Band  string // the verdict; "" where there is none
	// Of a rated item, how many ratings there are in each state; of an item
	// above, in which state the rated items below it are. What a form leaves
	// out counts as missing.
	Rated, NotApplicable, NotObserved, Missing int
	// Coverage is the rated share of the applicable weight, from 0 to 1; none
	// where nothing is applicable.
	Coverage exact.Number
	// Reason is why there is no score or no band, or what limits the score:
	// words such as "no-rated-items", joined by "; " where several hold.
	Reason string
}

// Note explains a row to a person.
type Note struct {
	Ratee   string
	Item    string
	Message string
}

// Rows visits the rows in the framework's order, the row over everything last;
// the rows of an item by ratee, in the order of code points. Those that stand
// apart are not among them.
func (r *Result) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for row := range r.AllRows() {
			if !row.Apart && !yield(row) {
				return
			}
		}
	}
}

// AllRows visits all rows: after the score of a ratee on an item, what stands
// beside it, by group, rater and occasion.
func (r *Result) AllRows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range r.Parts() {
			for row := range r.Part(i) {
				if !yield(*row) {
					return
				}
			}
		}
	}
}

// Parts is the number of parts that the rows come in, of some hundred rows at
// most.
func (r *Result) Parts() int { return len(r.heads) * len(r.batches) }

// Part visits the rows of a part; the parts in their order are what AllRows
// visits. A row is good until the next one. Parts may be visited at the same
// time.
func (r *Result) Part(i int) iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		n := i / len(r.batches)
		r.batches[i%len(r.batches)].visit(n, r.heads[n], r.bands, yield)
	}
}

// head is what all rows of a node have in common.
type head struct{ item, tier, title string }
