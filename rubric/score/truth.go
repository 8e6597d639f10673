package score

// truth is a value of Kleene's three-valued logic, in which what is not known
// stays unknown unless it cannot matter.
type truth int8

const (
	no truth = iota
	unknown
	yes
)

func (t truth) not() truth { return yes - t }

// truthOf turns a plain condition into a truth.
func truthOf(holds bool) truth {
	if holds {
		return yes
	}
	return no
}

// tally counts the truths of several tests.
type tally struct{ yes, unknown, no int }

func (c *tally) add(t truth) {
	switch t {
	case yes:
		c.yes++
	case unknown:
		c.unknown++
	default:
		c.no++
	}
}

// size is the number of tests.
func (c tally) size() int64 { return int64(c.yes + c.unknown + c.no) }

// all is the truth of "every one holds".
func (c tally) all() truth {
	switch {
	case c.no > 0:
		return no
	case c.unknown > 0:
		return unknown
	default:
		return yes
	}
}

// any is the truth of "at least one holds".
func (c tally) any() truth {
	switch {
	case c.yes > 0:
		return yes
	case c.unknown > 0:
		return unknown
	default:
		return no
	}
}

// atLeast is the truth of "reached holds for the number that hold", where
// reached is true from some number on.
func (c tally) atLeast(reached func(n int) bool) truth {
	switch {
	case reached(c.yes):
		return yes
	case reached(c.yes + c.unknown):
		return unknown
	default:
		return no
	}
}
