package score

import "rubrickit/rubric/exact"

// lead is the first steps of a plan, as far as counts and sums of the marks on
// the forms are all that they ask for. Most policies begin so, and most of the
// work is there: a form has dozens of marks, and what is left of all forms of a
// ratee is a cell an item. Plain means over tiers that follow are taken too.
//
// What comes out is what the steps come to one by one. Whatever a lead does not
// know goes that way: a policy with other steps, a ratee with ratings that
// contradict each other, and whoever asks how a score came about.
type lead struct {
	steps  int        // of the plan, that it takes
	newest bool       // of a rater's occasions the latest with a rating counts
	inner  dimensions // that are collapsed by the mean of ratings
	outer  dimensions // that are collapsed by the mean of those means, if any
	// weights are the relative weights of groups in the outer mean; nil where
	// they weigh alike.
	weights []int64
	tiers   []*step // means over tiers behind these, if any
	spans   []span
	// parts says what values of a book's column are counted in: so many to 1.
	parts []int64
}

// leadRole is what a method can do in a lead.
type leadRole uint8

const (
	leadNothing leadRole = iota
	leadNewest           // choose among the occasions of a rater
	leadMean             // add up and divide
)

// leadOf finds the lead of a plan; nil where it has none.
func (j *job) leadOf() *lead {
	l, rest := &lead{}, j.steps
	if len(rest) > 0 && rest[0].leadsByNewest() {
		l.newest, l.inner, rest = true, rest[0].of(j.present), rest[1:]
	}
	if j.ranges || len(rest) == 0 || !rest[0].leadsByMean() || rest[0].weights != nil {
		return nil
	}
	l.inner, rest = l.inner.with(rest[0].of(j.present)), rest[1:]
	if len(rest) > 0 && rest[0].leadsByMean() && l.weigh(rest[0]) {
		l.outer, rest = rest[0].of(j.present), rest[1:]
	}
	for len(rest) > 0 && rest[0].leadsByTiers(j.present) {
		l.tiers, rest = append(l.tiers, rest[0]), rest[1:]
	}
	l.steps = len(j.steps) - len(rest)
	if !l.measure(j.book) {
		return nil
	}
	return l
}

func (s *step) leadsByNewest() bool {
	return s.how.lead == leadNewest && !s.tiers && !s.rater && !s.group && !s.asksForMore()
}

func (s *step) leadsByMean() bool { return s.how.lead == leadMean && !s.tiers && !s.asksForMore() }

func (s *step) leadsByTiers(present dimensions) bool {
	return s.how.lead == leadMean && s.tiers && s.of(present) == (dimensions{}) && !s.asksForMore()
}

// asksForMore reports whether a step is told to do what counts and sums of
// ratings do not tell, weights aside.
func (s *step) asksForMore() bool {
	return s.need != nil || s.filling != nil || s.minRaters != nil || s.counting || s.rescale != nil || s.rounding != nil
}

// weigh works out the weights of the outer mean. It reports whether they are
// small numbers that go by the group alone.
func (l *lead) weigh(s *step) bool {
	if s.weights == nil {
		return true
	}
	if s.groupWeights == nil || s.occasionWeights != nil {
		return false
	}
	of := make([]exact.Number, len(s.groupWeights))
	for i, w := range s.groupWeights {
		if w.weight.IsNone() {
			return false // which is an error for those who have the group
		}
		of[i] = w.weight
	}
	nums, _, ok := exact.Common(of, mostWeight)
	l.weights = nums
	return ok
}
