package match

import "slices"

// Group is one item of a framework and several of the other that may together
// be what it is: a statement that was split, or several that were put together.
type Group struct {
	// Split says that the one is a source and the several are targets; else it
	// is the other way about.
	Split   bool
	One     int
	Several []int // in the order of their framework
	// Together is how similar the one is to the several read as one text, and
	// Alone how similar to the best of them; both by own words. Where the
	// several say it in turns, together is more.
	Together, Alone Score
}

// Groups finds the items that are the best candidate of several items among
// their own candidates, each of them possible at least. The pairs of a group
// are right as often as the best candidates are; that a group is right as a
// whole is rarer (see TestMeasureGroups). It is for a person to review.
func (m *Matcher) Groups(r Ranking) []Group {
	var out []Group
	for i, candidates := range r.Sources {
		if several := r.devoted(candidates, r.Targets, Pair.target); len(several) > 1 {
			out = append(out, m.group(true, i, several))
		}
	}
	for j, candidates := range r.Targets {
		if several := r.devoted(candidates, r.Sources, Pair.source); len(several) > 1 {
			out = append(out, m.group(false, j, several))
		}
	}
	return out
}

func (p Pair) source() int { return p.Source }
func (p Pair) target() int { return p.Target }

// devoted are the candidates of an item whose own best candidate it is; back
// has the candidates of the other side, by what an item of it is called.
func (r *Ranking) devoted(candidates []Pair, back [][]Pair, other func(Pair) int) []int {
	var out []int
	for _, p := range candidates {
		if r.Bands.Word(p.Score) >= Possible && back[other(p)][0] == p {
			out = append(out, other(p))
		}
	}
	return out
}

// group compares one item with several, the best of which comes first.
func (m *Matcher) group(split bool, one int, several []int) Group {
	whole, parts := m.source, m.target
	if !split {
		whole, parts = parts, whole
	}
	own := each(several, func(i int) string { return parts[i].Own })
	g := Group{
		Split: split, One: one, Several: several,
		Together: m.ownScore(whole[one].Own, sentences(own...)),
	}
	for _, text := range own {
		g.Alone = max(g.Alone, m.ownScore(whole[one].Own, text))
	}
	slices.Sort(g.Several)
	return g
}

// ownScore compares two texts as the own words of items.
func (m *Matcher) ownScore(a, b string) Score {
	words := m.spaces[0]
	sum, parts := words.vectorOf(a).cosine(words.vectorOf(b)), 1
	if len(m.senses) > 0 {
		sum += m.senses[0].cosine(a, b)
		parts++
	}
	return sum.score(parts)
}
