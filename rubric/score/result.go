package score

import (
	"math/big"

	"rubrickit/rubric"
)

// Result is what ratings come to under a policy.
type Result struct {
	// Rows stand in the framework's order, the row over everything last; the
	// rows of an item by ratee, in the order of code points.
	Rows    []Row
	Display Rounding // how the policy shows numbers
	// Notes explain bands that seem to disagree with the score beside them.
	Notes []Note
	// Rejects are those of the reader, and ratings that contradict each
	// other, which show when occasions are put in order. Inputs and Ledger
	// are the reader's with these accounted for.
	Rejects []rubric.Reject
	Inputs  []rubric.Input
	Ledger  rubric.Ledger
}

// Row is the score of one ratee on one item, or over everything.
type Row struct {
	Ratee string
	Item  string // its code, or [rubric.Overall]
	Tier  string // the word for the item's depth, or [rubric.Overall]
	Title string // the item's label, or the framework's title
	// Score is exact; nil where there is none, and then Reason says why.
	Score *big.Rat
	Band  string // the verdict; "" where there is none
	// Of a rated item, how many ratings there are in each state; of an item
	// above, in which state the rated items below it are. What a form leaves
	// out counts as missing.
	Rated, NotApplicable, NotObserved, Missing int
	// Coverage is the rated share of the applicable weight, from 0 to 1; nil
	// where nothing is applicable.
	Coverage *big.Rat
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

// The reasons of rows. Those of too few values and of suppressed groups carry
// numbers: "insufficient:2/4", "suppressed:n=2<3".
const (
	ReasonNothingRated   = "no-rated-items"
	ReasonNotApplicable  = "all-not-applicable"
	ReasonNoStage        = "no-stage"
	ReasonNoRange        = "no-range" // nothing to rescale: only one result is possible
	ReasonOnlySelf       = "only-self"
	ReasonUndecided      = "undecided"
	reasonSuppressedMark = "suppressed:n="
)
