package diff

import (
	"math/big"

	"rubrickit/rubric"
	"rubrickit/rubric/match"
)

// Side says whose an item is.
type Side string

// The sides.
const (
	SourceSide Side = "source"
	TargetSide Side = "target"
)

// Other is the opposite side.
func (s Side) Other() Side {
	if s == SourceSide {
		return TargetSide
	}
	return SourceSide
}

// Coverage counts, for each framework and each part of it, how similar the
// best candidate is that the other framework has for its indicators.
type Coverage struct {
	Source, Target Counts
	// Items has each parent and each indicator of the source, then of the
	// target, in document order.
	Items []Covered
}

// Counts is how many indicators there are, and how many have a best candidate
// of each word; the counts by word add up to the whole.
type Counts struct {
	Indicators int
	byWord     [4]int // by match.Word
}

// Of is how many indicators have a best candidate of exactly this word.
func (c Counts) Of(w match.Word) int { return c.byWord[w] }

// AtLeast is how many indicators have a best candidate of this word or a more
// similar one.
func (c Counts) AtLeast(w match.Word) int {
	n := 0
	for _, better := range match.Words() {
		if better >= w {
			n += c.byWord[better]
		}
	}
	return n
}

// Reaches reports whether at least percent of 100 indicators have a best
// candidate of this word or a more similar one. Without indicators nothing is
// reached.
func (c Counts) Reaches(percent rubric.Decimal, w match.Word) bool {
	if c.Indicators == 0 {
		return false
	}
	share := big.NewRat(int64(100*c.AtLeast(w)), int64(c.Indicators))
	return share.Cmp(percent.Rat()) >= 0
}

func (c *Counts) add(w match.Word) {
	c.Indicators++
	c.byWord[w]++
}

// Covered is what was computed for one item.
type Covered struct {
	Side   Side
	Item   *rubric.Item
	Counts // of its indicators; an indicator counts itself
	// Best is the best candidate: of an indicator among the indicators, of a
	// parent among the parents; nil where no word is shared.
	Best *Match
}

// Word is the word for the best candidate.
func (c Covered) Word() match.Word {
	if c.Best == nil {
		return match.Nothing
	}
	return c.Best.Word
}

func coverageOf(c *Comparison) Coverage {
	source := side{SourceSide, bestOf(c.Matches, SourceSide), bestOf(c.Parents, SourceSide)}
	target := side{TargetSide, bestOf(c.Reverse, TargetSide), bestOf(c.ParentsReverse, TargetSide)}
	return Coverage{
		Source: source.count(c.Source.Indicators()), Target: target.count(c.Target.Indicators()),
		Items: append(source.items(c.Source), target.items(c.Target)...),
	}
}

// side is one direction of a comparison: the best candidate of each indicator
// and of each parent.
type side struct {
	name       Side
	indicators map[*rubric.Item]*Match
	parents    map[*rubric.Item]*Match
}

func bestOf(matches []Match, s Side) map[*rubric.Item]*Match {
	best := map[*rubric.Item]*Match{}
	for i := range matches {
		if m := &matches[i]; m.Rank == 1 {
			best[m.Of(s)] = m
		}
	}
	return best
}

// items lists the parents and indicators of a framework with their counts.
func (s side) items(f *rubric.Framework) []Covered {
	var out []Covered
	for it := range f.All() {
		below := indicatorsBelow(it)
		switch {
		case it.IsRated():
			out = append(out, Covered{s.name, it, s.count([]*rubric.Item{it}), s.indicators[it]})
		case len(below) > 0:
			out = append(out, Covered{s.name, it, s.count(below), s.parents[it]})
		}
	}
	return out
}

func (s side) count(indicators []*rubric.Item) Counts {
	var c Counts
	for _, it := range indicators {
		c.add(Covered{Best: s.indicators[it]}.Word())
	}
	return c
}
