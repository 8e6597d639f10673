package diff

import (
	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/match"
)

// Status is where a match comes from. What people found outranks what was
// derived, and that what was computed.
type Status string

// The statuses.
const (
	Reviewed Status = "reviewed" // people found that the two have something in common
	Stale    Status = "stale"    // they did, and a text has changed since
	Derived  Status = "derived"  // it follows from crosswalks by way of other frameworks
	Computed Status = "computed" // nobody has looked at it
)

// Match is a pair that was found or proposed: an item of the source and one of
// the target.
type Match struct {
	Source, Target *rubric.Item
	Status         Status
	// Rank is the place that was computed among the candidates of the item that
	// the match is listed for; 1 is the best. A match that people found may have
	// none: 0, and then no score and no word.
	Rank     int
	Score    match.Score
	Word     match.Word
	Evidence []match.Shared // the words they share, heaviest first
	// Related are words of the two that mean something near, heaviest first; they
	// are told of an item's best candidate and of those that are possible or
	// better.
	Related []match.Related
	// Row is what the crosswalk says, of a match that is not computed.
	Row crosswalk.Row
}

// Of returns the match's item on a side.
func (m Match) Of(s Side) *rubric.Item {
	if s == SourceSide {
		return m.Source
	}
	return m.Target
}

// ends are the two items of a pair.
type ends struct{ source, target *rubric.Item }

func (m Match) ends() ends { return ends{m.Source, m.Target} }

// round is one comparison of a list of items with another.
type round struct {
	source, target []*rubric.Item
	matcher        *match.Matcher
	ranking        match.Ranking
}

// newRound compares two lists and keeps the best candidates of each item.
func newRound(source, target []*rubric.Item, l match.Language, top int) round {
	m := match.New(match.ReadAll(source), match.ReadAll(target), l)
	return round{source, target, m, m.Rank(top)}
}

// matches returns the best candidates of all sources and those of all targets.
func (r round) matches() (forward, backward []Match) {
	return r.list(r.ranking.Sources), r.list(r.ranking.Targets)
}

func (r round) list(ranked [][]match.Pair) []Match {
	var out []Match
	for _, candidates := range ranked {
		for i, p := range candidates {
			m := Match{
				Source: r.source[p.Source], Target: r.target[p.Target], Rank: i + 1,
				Score: p.Score, Word: r.ranking.Bands.Word(p.Score), Status: Computed, Evidence: r.matcher.Evidence(p),
			}
			if m.Rank == 1 || m.Word > match.Nothing {
				m.Related = r.matcher.Related(p)
			}
			out = append(out, m)
		}
	}
	return out
}

// Group is one item of a framework and several of the other that may together
// be what it is: a statement that was split, or several that were put together.
type Group struct {
	Side    Side // whose the one is
	One     *rubric.Item
	Several []*rubric.Item
	// Together is how similar the one is to the several read as one text, and
	// Alone how similar to the best of them.
	Together, Alone match.Score
}

// groups are those that the round has found.
func (r round) groups() []Group {
	var out []Group
	for _, g := range r.matcher.Groups(r.ranking) {
		side, one, several := SourceSide, r.source, r.target
		if !g.Split {
			side, one, several = TargetSide, r.target, r.source
		}
		out = append(out, Group{
			Side: side, One: one[g.One], Together: g.Together, Alone: g.Alone,
			Several: each(g.Several, func(i int) *rubric.Item { return several[i] }),
		})
	}
	return out
}

// parentsOf returns the items that have indicators below them.
func parentsOf(f *rubric.Framework) []*rubric.Item {
	var out []*rubric.Item
	for it := range f.All() {
		if len(indicatorsBelow(it)) > 0 {
			out = append(out, it)
		}
	}
	return out
}

// outline returns the parents, or in a flat framework its indicators.
func outline(f *rubric.Framework) []*rubric.Item {
	if parents := parentsOf(f); parents != nil {
		return parents
	}
	return f.Indicators()
}

// indicatorsBelow returns the indicators under an item, itself not among them.
func indicatorsBelow(it *rubric.Item) []*rubric.Item {
	var out []*rubric.Item
	for _, child := range it.Items {
		if child.IsRated() {
			out = append(out, child)
		}
		out = append(out, indicatorsBelow(child)...)
	}
	return out
}
