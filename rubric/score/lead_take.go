package score

import (
	"slices"

	"rubrickit/rubric"
)

// takeLead takes the steps of the lead on the forms of a ratee, and makes the
// rows of what is rated. It reports whether it did: forms at one place, and
// forms with two ratings of an item, are left to the steps one by one.
func (g *grid) takeLead() bool {
	if g.lead == nil || len(g.columns) < len(g.forms) {
		return false
	}
	g.pileUp()
	if slices.ContainsFunc(g.piles[:len(g.columns)], func(p pile) bool { return p.isUnsettled() }) {
		g.placeColumns() // as they were
		return false
	}
	g.alone = g.onlyWeightless(func(column int) bool { return g.piles[column].hasRating() })
	g.countPiles()
	g.joinPiles()
	g.taken = g.lead.steps
	return true
}

// pileUp makes a pile of the forms of each column that is left by the inner
// mean.
func (g *grid) pileUp() {
	forms := g.columns
	p := g.project(g.lead.inner)
	for len(g.piles) < len(p.columns) {
		g.piles = append(g.piles, newPile(g.width))
	}
	for at := range p.columns {
		g.pileForms(&g.piles[at], forms, p.into(at))
	}
	g.columns = p.columns
}

// pileForms puts some of the forms on a pile.
func (g *grid) pileForms(p *pile, forms []column, of []int32) {
	p.reset()
	for i, at := range of {
		if i > 0 && !g.lead.together(&forms[of[i-1]], &forms[at]) {
			p.endRater(g.lead.spans)
		}
		p.add(g.lead.spans, g.marks[int(forms[at].sheet)*g.width:][:g.width])
	}
	p.endRater(g.lead.spans)
}

// together reports whether of two forms, one after the other in the order of
// raters, groups and occasions, the later one's ratings take the place of the
// other's.
func (l *lead) together(a, b *column) bool {
	return l.newest && a.rater == b.rater && a.group == b.group
}

// countPiles counts the ratings of each node by state.
func (g *grid) countPiles() {
	clear(g.counts)
	for n, c := range g.column {
		if !g.nodes[n].rated {
			continue
		}
		if c == noColumn {
			g.counts[n][rubric.Missing] = int32(len(g.forms))
			continue
		}
		for at := range g.columns {
			for state, count := range g.piles[at].counts[c][:unsettled] {
				g.counts[n][state] += count
			}
		}
	}
}
