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
	// parent of the source among the parents; nil where no word is shared.
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
	source := sideOf(c.Matches, SourceSide)
	target := sideOf(c.Reverse, TargetSide)
	parents := sideOf(c.Parents, SourceSide)
	var v Coverage
	v.Source, v.Items = source.cover(c.Source, parents.best, v.Items)
	v.Target, v.Items = target.cover(c.Target, nil, v.Items)
	return v
}

// side is one direction of a comparison: the best candidate of each item.
type side struct {
	name Side
	best map[*rubric.Item]*Match
}

func sideOf(matches []Match, name Side) side {
	s := side{name, map[*rubric.Item]*Match{}}
	for i := range matches {
		if m := &matches[i]; m.Rank == 1 {
			s.best[s.item(m)] = m
		}
	}
	return s
}

func (s side) item(m *Match) *rubric.Item {
	if s.name == SourceSide {
		return m.Source
	}
	return m.Target
}

// cover counts the whole of a framework, and appends its parents and
// indicators to the items.
func (s side) cover(f *rubric.Framework, parents map[*rubric.Item]*Match, items []Covered) (Counts, []Covered) {
	whole := s.count(f.Indicators())
	for it := range f.All() {
		below := indicatorsBelow(it)
		switch {
		case it.IsRated():
			items = append(items, Covered{s.name, it, s.count([]*rubric.Item{it}), s.best[it]})
		case len(below) > 0:
			items = append(items, Covered{s.name, it, s.count(below), parents[it]})
		}
	}
	return whole, items
}

func (s side) count(indicators []*rubric.Item) Counts {
	var c Counts
	for _, it := range indicators {
		c.add(Covered{Best: s.best[it]}.Word())
	}
	return c
}
