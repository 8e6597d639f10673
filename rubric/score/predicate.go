package score

// predicate is a condition laid out for one node: what it compares is known.
type predicate struct {
	*condition
	tests []test
	parts []predicate
}

// test compares one node with a lower and an upper bound.
type test struct {
	node           int
	atLeast, below bound
}

// eval answers the predicate for a ratee. What is not applicable is left out;
// where nothing is left, the answer is not known.
func (p predicate) eval(o *outcome) truth {
	var c tally
	for _, t := range p.tests {
		if o.applicable(t.node) {
			c.add(t.eval(o))
		}
	}
	for _, part := range p.parts {
		c.add(part.eval(o))
	}
	if c.size() == 0 {
		return unknown
	}
	return p.truth(p.condition, c)
}

// eval compares a node's verdict, or its value, with the bounds.
func (t test) eval(o *outcome) truth {
	lower, upper := yes, yes
	if t.atLeast.given {
		lower = o.reaches(t.node, t.atLeast)
	}
	if t.below.given {
		upper = o.reaches(t.node, t.below).not()
	}
	return min(lower, upper) // Kleene's "and"
}
