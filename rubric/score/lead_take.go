package score

import "rubrickit/rubric"

// takeLead takes the steps of the lead on the forms of a ratee, and makes the
// rows of what is rated. It reports whether it did: forms at one place, and
// forms with two ratings of an item, are left to the steps one by one.
func (g *grid) takeLead() bool {
	if g.lead == nil || len(g.columns) < len(g.forms) {
		return false
	}
	inner := g.project(g.lead.inner)
	g.columns = inner.columns
	outer := g.project(g.lead.outer)
	if !g.takeCensus(inner, outer) {
		g.placeColumns() // as they were
		return false
	}
	g.pileUp(inner)
	g.alone = g.onlyWeightless(func(column int) bool { return g.piles[column].hasRating() })
	g.joinPiles(outer)
	g.takeTiers()
	g.taken = g.lead.steps
	return true
}

// takeCensus counts the ratings of the forms behind each column that the lead
// leaves. It reports whether no cell holds two.
func (g *grid) takeCensus(inner, outer *projection) bool {
	for len(g.censuses) < len(outer.columns) {
		g.censuses = append(g.censuses, newCensus(&g.lanes, g.width))
	}
	for at := range outer.columns {
		c := &g.censuses[at]
		c.reset()
		for _, pile := range outer.into(at) {
			for _, form := range inner.into(int(pile)) {
				c.add(g.marksOn(g.forms[form].sheet))
			}
		}
		c.empty()
		if c.isUnsettled() {
			return false
		}
	}
	g.countForms(g.censuses[:len(outer.columns)])
	return true
}

// pileUp makes a pile of the forms of each column that is left by the inner
// mean.
func (g *grid) pileUp(inner *projection) {
	for len(g.piles) < len(inner.columns) {
		g.piles = append(g.piles, newPile(&g.lanes, g.width))
	}
	for at := range inner.columns {
		g.pileForms(&g.piles[at], inner.into(at))
	}
}

// pileForms puts some of the forms on a pile.
func (g *grid) pileForms(p *pile, of []int32) {
	p.reset()
	for i, at := range of {
		form := &g.forms[at]
		if i > 0 && !g.lead.together(&g.forms[of[i-1]], form) {
			p.endRater(g.lead.spans)
		}
		p.add(g.marksOn(form.sheet))
	}
	p.endRater(g.lead.spans)
}

// together reports whether of two forms, one after the other in the order of
// raters, groups and occasions, the later one's ratings take the place of the
// other's.
func (l *lead) together(a, b *column) bool {
	return l.newest && a.rater == b.rater && a.group == b.group
}

// countForms counts the ratings of each node by state.
func (g *grid) countForms(censuses []census) {
	clear(g.counts)
	for n, c := range g.column {
		if !g.nodes[n].rated {
			continue
		}
		if c == noColumn {
			g.counts[n][rubric.Missing] = int32(len(g.forms))
			continue
		}
		for at := range censuses {
			for state, count := range censuses[at].counts[c] {
				g.counts[n][state] += count
			}
		}
	}
}
