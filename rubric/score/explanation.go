package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// Explanation says how one number of a result came about.
type Explanation struct {
	Policy  *Policy
	Display Rounding
	Row     Row    // as it stands in the result
	Note    string // why the band and the score seem to disagree; else ""
	Origin  Origin
}

// Origin is how the value of an item came about: a stage made it of several
// others, or it stands in a file. The dimensions that it has a word in are
// those that were not collapsed yet.
type Origin struct {
	Item, Tier, Title      string
	Rater, Group, Occasion string
	// Score is none where there is none; Reason then says why, as it says
	// what limits a score. State is that of the ratings behind it.
	Score  exact.Number
	State  rubric.State
	Reason string
	// Stage is the stage that made it, in words; "" where none did: Ratings
	// are then the cells of the files that say it, if any does.
	Stage   string
	Ratings []rubric.Rating
	// Exactly is the score before the stage rounded it; none where rounding
	// changed nothing.
	Exactly exact.Number
	Parts   []Part
}

// Part is a value that a stage worked on.
type Part struct {
	Origin
	Weight exact.Number
	// Left says why the part does not count, such as "weighs 0"; "" where it
	// does. Filled is what stands for its missing value; none where nothing
	// does.
	Left   string
	Filled exact.Number
}
