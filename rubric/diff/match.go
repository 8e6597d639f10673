package diff

import (
	"rubrickit/rubric"
	"rubrickit/rubric/match"
)

// Status is where a match comes from.
type Status string

// Computed is the status of a match that no person has looked at.
const Computed Status = "computed"

// Match is a candidate: an item of the source and one of the target.
type Match struct {
	Source, Target *rubric.Item
	Rank           int // among the candidates of the item it was ranked for; 1 is the best
	Score          match.Score
	Word           match.Word
	Status         Status
	Evidence       []match.Shared // the words they share, heaviest first
}

// Of returns the match's item on a side.
func (m Match) Of(s Side) *rubric.Item {
	if s == SourceSide {
		return m.Source
	}
	return m.Target
}

// round is one comparison of a list of items with another.
type round struct {
	source, target []*rubric.Item
	matcher        *match.Matcher
	top            int
}

func newRound(source, target []*rubric.Item, l match.Language, top int) round {
	m := match.New(match.ReadAll(source), match.ReadAll(target), l)
	return round{source, target, m, top}
}

// matches returns the candidates of all sources and those of all targets.
func (r round) matches() (forward, backward []Match) {
	ranking := r.matcher.Rank(r.top)
	return r.list(ranking.Sources), r.list(ranking.Targets)
}

func (r round) list(ranked [][]match.Pair) []Match {
	var out []Match
	for _, candidates := range ranked {
		for i, p := range candidates {
			out = append(out, Match{
				Source: r.source[p.Source], Target: r.target[p.Target], Rank: i + 1,
				Score: p.Score, Word: match.WordOf(p.Score), Status: Computed, Evidence: r.matcher.Evidence(p),
			})
		}
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
