package score

import "rubrickit/rubric"

// census counts what forms say of each item, by the book's columns.
type census struct {
	lanes *lanes
	// How many forms say of each item at least that it is not applicable, at
	// least that it was not observed, and a rating: counted in the lanes of the
	// marks, since the counts were emptied last.
	said, seen, rated []uint64
	forms             int // counted there
	unsettled         uint64
	counts            [][4]int32 // what was emptied: how many say a state, by state
}

func newCensus(l *lanes, width int) census {
	words := make([]uint64, 3*l.words(width))
	n := len(words) / 3
	return census{lanes: l, said: words[:n], seen: words[n : 2*n], rated: words[2*n:], counts: make([][4]int32, width)}
}

func (c *census) reset() {
	c.unsettled = 0
	clear(c.counts)
}

// add counts a form.
func (c *census) add(words []uint64) {
	if c.forms == 1<<c.lanes.bits-1 {
		c.empty() // before a lane runs over
	}
	c.forms++
	l, last := c.lanes, uint(c.lanes.bits-1)&63
	said, seen, rated := c.said[:len(words)], c.seen[:len(words)], c.rated[:len(words)]
	for i, w := range words {
		said[i] += (w + l.said) & l.high >> last
		seen[i] += (w + l.seen) & l.high >> last
		rated[i] += (w + l.rated) & l.high >> last
		c.unsettled |= (w + l.unsettled) & l.high
	}
}

// empty moves the counts out of the lanes.
func (c *census) empty() {
	for at := range c.counts {
		said, seen, rated := int32(c.lanes.at(c.said, at)), int32(c.lanes.at(c.seen, at)), int32(c.lanes.at(c.rated, at))
		counts := &c.counts[at]
		counts[rubric.Rated] += rated
		counts[rubric.NotObserved] += seen - rated
		counts[rubric.NotApplicable] += said - seen
		counts[rubric.Missing] += int32(c.forms) - said
	}
	clear(c.said)
	clear(c.seen)
	clear(c.rated)
	c.forms = 0
}

// isUnsettled reports whether a cell of any form holds two ratings.
func (c *census) isUnsettled() bool { return c.unsettled != 0 }

// state is what the forms come to for a column: rated if one is, else the state
// that says most of what is missing.
func (c *census) state(column int) rubric.State {
	counts := &c.counts[column]
	if counts[rubric.Rated] > 0 {
		return rubric.Rated
	}
	state := rubric.Missing
	for state > rubric.NotApplicable && counts[state] == 0 {
		state-- // the states stand in this order
	}
	return state
}
