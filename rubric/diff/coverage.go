package diff

import (
	"math/big"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/match"
)

// Side says whose an item is.
type Side string

// The sides.
const (
	SourceSide Side = "source"
	TargetSide Side = "target"
)

// Sides lists them.
func Sides() []Side { return []Side{SourceSide, TargetSide} }

// Other is the opposite side.
func (s Side) Other() Side {
	if s == SourceSide {
		return TargetSide
	}
	return SourceSide
}

// Coverage counts, for each framework and each part of it, where its
// indicators stand.
type Coverage struct {
	Source, Target Counts
	// Items has each parent and each indicator of the source, then of the
	// target, in document order.
	Items []Covered
}

// Counts is how many indicators there are, and how many stand where; the counts
// add up to the whole.
type Counts struct {
	Indicators int
	at         [numStandings]int
}

// Of is how many indicators stand exactly there.
func (c Counts) Of(s Standing) int { return c.at[s] }

// AtLeast is how many indicators count from a standing upwards. What people
// found to be a gap never counts.
func (c Counts) AtLeast(least Standing) int {
	n := 0
	for _, s := range Standings() {
		if s <= least && s != ConfirmedGap {
			n += c.at[s]
		}
	}
	return n
}

// Reaches reports whether at least percent of 100 indicators count from a
// standing upwards. Without indicators nothing is reached.
func (c Counts) Reaches(percent rubric.Decimal, least Standing) bool {
	if c.Indicators == 0 {
		return false
	}
	share := big.NewRat(int64(100*c.AtLeast(least)), int64(c.Indicators))
	return share.Cmp(percent.Rat()) >= 0
}

func (c *Counts) add(s Standing) {
	c.Indicators++
	c.at[s]++
}

// Covered is what was found for one item.
type Covered struct {
	Side    Side
	Item    *rubric.Item
	Counts          // of its indicators; an indicator counts itself
	Matches []Match // reviewed, stale, derived, then computed ones, best first
	// Gap is the row of the crosswalk that says that the other framework has
	// nothing for the item; nil where none does.
	Gap *crosswalk.Row
}

// Standing is where the item stands.
func (c Covered) Standing() Standing {
	switch {
	case c.Gap != nil:
		return ConfirmedGap
	case c.first(Reviewed) != nil:
		return FoundByReview
	case c.first(Derived) != nil:
		return FoundByChain
	default:
		return standingOf(c.Word())
	}
}

// Best is the best candidate that was computed: of an indicator among the
// indicators, of a parent among the parents; nil where there is none.
func (c Covered) Best() *Match { return c.first(Computed) }

// Word is the word for the best candidate.
func (c Covered) Word() match.Word {
	if best := c.Best(); best != nil {
		return best.Word
	}
	return match.Nothing
}

// With are the matches of a status.
func (c Covered) With(s Status) []Match {
	var out []Match
	for _, m := range c.Matches {
		if m.Status == s {
			out = append(out, m)
		}
	}
	return out
}

func (c Covered) first(s Status) *Match {
	for i := range c.Matches {
		if c.Matches[i].Status == s {
			return &c.Matches[i]
		}
	}
	return nil
}

// score is that of the best candidate, 0 without one.
func (c Covered) score() match.Score {
	if best := c.Best(); best != nil {
		return best.Score
	}
	return 0
}

// counter counts one direction of a comparison.
type counter struct {
	overlay
	indicators map[*rubric.Item][]Match
	parents    map[*rubric.Item][]Match
}

// items lists the parents and indicators of a framework with their counts.
func (c counter) items(f *rubric.Framework) []Covered {
	var out []Covered
	for it := range f.All() {
		below := indicatorsBelow(it)
		switch {
		case it.IsRated():
			out = append(out, c.indicator(it))
		case len(below) > 0:
			out = append(out, Covered{Side: c.side, Item: it, Counts: c.count(below), Matches: c.parents[it], Gap: c.gaps[it]})
		}
	}
	return out
}

func (c counter) indicator(it *rubric.Item) Covered {
	out := Covered{Side: c.side, Item: it, Matches: c.indicators[it], Gap: c.gaps[it]}
	out.add(out.Standing())
	return out
}

func (c counter) count(indicators []*rubric.Item) Counts {
	var n Counts
	for _, it := range indicators {
		n.add(c.indicator(it).Standing())
	}
	return n
}
