package stats

import (
	"iter"
	"maps"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/score"
)

// Group is what the scores of a group of ratees come to on one item, or over
// everything.
type Group struct {
	Value string // what the ratees have in common; "" for those without a value
	Item  string // its code, or [rubric.Overall]
	Tier  string
	Title string
	// Ratees is how many ratees there are, Scored how many of them have a
	// score here: what follows is about these.
	Ratees, Scored int
	Mean           exact.Number // none where nobody has a score
	Deviation      exact.Number // sample standard deviation; none of fewer than two
	// Levels are all levels of the scale, lowest first; none where the scores
	// are on no scale that the items share.
	Levels []Level
}

// Level is how many of a group are on a level and above it. A score is on the
// highest level that begins at or below it, as it is for bands: 2.67 is on
// level 2. One below the lowest level is on none.
type Level struct {
	Code, Label string
	N           int          // on this very level
	Share       exact.Number // of Scored; none where nobody has a score
	AtLeast     int          // on this level or a higher one
	// ShareAtLeast is AtLeast as a share of Scored, with its 95 % interval
	// (see [Wilson]); none where nobody has a score.
	ShareAtLeast, Low, High exact.Number
}

// By sums up rows by what the ratees have in common. The rows come as scores
// do, those of an item one after the other; the groups of an item then come in
// the order of their values by code point. An item
// without a scale is one whose scores are on none.
func By(rows iter.Seq[score.Row], value func(ratee string) string, scales map[string]*rubric.Scale) iter.Seq[Group] {
	return func(yield func(Group) bool) {
		var of gathering
		for row := range rows {
			if row.Apart {
				continue // a value that stands beside a score is none
			}
			if of.about(row) {
				of.add(row, value(row.Ratee))
				continue
			}
			if !of.yield(yield, scales) {
				return
			}
			of = gathering{first: row, groups: map[string]*members{}}
			of.add(row, value(row.Ratee))
		}
		of.yield(yield, scales)
	}
}

// gathering is the rows of one item so far.
type gathering struct {
	first  score.Row
	groups map[string]*members
}

// members are the ratees of a group.
type members struct {
	ratees int
	scores Tally
}

// about reports whether a row is of the item that is being gathered.
func (g *gathering) about(row score.Row) bool { return g.groups != nil && g.first.Item == row.Item }

func (g *gathering) add(row score.Row, value string) {
	m := g.groups[value]
	if m == nil {
		m = &members{}
		g.groups[value] = m
	}
	m.ratees++
	if !row.Score.IsNone() {
		m.scores.Add(row.Score)
	}
}

// yield hands on what was gathered, and reports whether more is wanted.
func (g *gathering) yield(yield func(Group) bool, scales map[string]*rubric.Scale) bool {
	for _, value := range slices.Sorted(maps.Keys(g.groups)) {
		m := g.groups[value]
		out := Group{
			Value: value, Item: g.first.Item, Tier: g.first.Tier, Title: g.first.Title,
			Ratees: m.ratees, Scored: m.scores.N(), Mean: m.scores.Mean(), Deviation: m.scores.Deviation(),
			Levels: levels(&m.scores, scales[g.first.Item]),
		}
		if !yield(out) {
			return false
		}
	}
	return true
}

// levels spreads scores over the levels of a scale, from the highest down,
// since who is above a level is not on it.
func levels(scores *Tally, scale *rubric.Scale) []Level {
	if scale == nil {
		return nil
	}
	out, above := make([]Level, len(scale.Levels)), 0
	for i, l := range slices.Backward(scale.Levels) {
		n := scores.AtLeast(start(l))
		out[i] = Level{Code: l.Code, Label: l.Name(), N: n - above, AtLeast: n}
		out[i].Share, out[i].ShareAtLeast = share(n-above, scores.N()), share(n, scores.N())
		out[i].Low, out[i].High = Wilson(n, scores.N())
		above = n
	}
	return out
}

// start is the value at which a level begins.
func start(l rubric.Level) exact.Number {
	if l.From != nil {
		return exact.FromRat(l.From.Rat())
	}
	return exact.FromRat(l.Value.Rat())
}

// share is k/n; of nothing there is none.
func share(k, n int) exact.Number { return exact.New(int64(k), int64(n)) }
