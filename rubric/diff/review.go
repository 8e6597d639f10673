package diff

import (
	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
)

// Review is what people found about two frameworks: a crosswalk, held against
// them.
type Review struct {
	Crosswalk *crosswalk.Crosswalk
	Rows      []crosswalk.Row
}

// rows are the rows of a review, none without one.
func (r *Review) rows() []crosswalk.Row {
	if r == nil {
		return nil
	}
	return r.Rows
}

// Reviewed are the rows of the crosswalk that the comparison knows.
func (c *Comparison) Reviewed() []crosswalk.Row { return c.review.rows() }

// Stale are the decided rows of the crosswalk that have to be looked at again.
func (c *Comparison) Stale() []crosswalk.Row {
	var out []crosswalk.Row
	for _, row := range c.review.rows() {
		if row.Stale != "" && row.IsDecided() {
			out = append(out, row)
		}
	}
	return out
}

// overlay is what was reviewed and derived about the items of one side.
type overlay struct {
	side     Side
	found    map[*rubric.Item][]Match // by the item of this side, reviewed ones first
	rejected map[ends]bool
	gaps     map[*rubric.Item]*crosswalk.Row
}

func newOverlay(s Side, reviewed, derived []crosswalk.Row) overlay {
	o := overlay{s, map[*rubric.Item][]Match{}, map[ends]bool{}, map[*rubric.Item]*crosswalk.Row{}}
	seen := map[ends]bool{}
	for i := range reviewed {
		o.review(&reviewed[i], seen)
	}
	for _, row := range derived {
		m := Match{Source: row.SourceItem, Target: row.TargetItem, Status: Derived, Row: row}
		if row.Stale == "" && row.IsMatch() && !seen[m.ends()] && !o.rejected[m.ends()] {
			o.add(m, seen)
		}
	}
	return o
}

// review takes what a row says about an item of this side.
func (o overlay) review(row *crosswalk.Row, seen map[ends]bool) {
	m := Match{Source: row.SourceItem, Target: row.TargetItem, Status: Reviewed, Row: *row}
	if row.Stale != "" {
		m.Status = Stale
	}
	switch {
	case row.IsMatch() && m.Source != nil && m.Target != nil:
		o.add(m, seen)
	case row.Stale != "":
	case row.IsGap() && m.Of(o.side) != nil:
		o.gaps[m.Of(o.side)] = row
	case row.IsRejected():
		o.rejected[m.ends()] = true
	}
}

func (o overlay) add(m Match, seen map[ends]bool) {
	seen[m.ends()] = true
	o.found[m.Of(o.side)] = append(o.found[m.Of(o.side)], m)
}

// most is how many candidates of one item can fall away or be told already.
func (o overlay) most() int {
	told := map[*rubric.Item]int{}
	for it, matches := range o.found {
		told[it] += len(matches)
	}
	for pair := range o.rejected {
		told[Match{Source: pair.source, Target: pair.target}.Of(o.side)]++
	}
	most := 0
	for _, n := range told {
		most = max(most, n)
	}
	return most
}

// onto lists the matches of items: what was reviewed and derived, then the best
// of what was computed, but for what people rejected. Computed ranks go on as
// they were.
func (o overlay) onto(items []*rubric.Item, computed []Match, top int) []Match {
	candidates := byItem(computed, o.side)
	var out []Match
	for _, it := range items {
		list, left := o.found[it], top
		for _, m := range candidates[it] {
			switch i := indexOf(list, m.ends()); {
			case i >= 0:
				list[i].Rank, list[i].Score, list[i].Word, list[i].Evidence = m.Rank, m.Score, m.Word, m.Evidence
			case left > 0 && !o.rejected[m.ends()]:
				list, left = append(list, m), left-1
			}
		}
		out = append(out, list...)
	}
	return out
}

func indexOf(matches []Match, pair ends) int {
	for i, m := range matches {
		if m.ends() == pair {
			return i
		}
	}
	return -1
}

// byItem groups matches by their item on a side.
func byItem(matches []Match, s Side) map[*rubric.Item][]Match {
	out := map[*rubric.Item][]Match{}
	for _, m := range matches {
		out[m.Of(s)] = append(out[m.Of(s)], m)
	}
	return out
}
