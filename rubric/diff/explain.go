package diff

import (
	"rubrickit/rubric"
)

// Explanation is one item of the source with what was found for it, and what
// put each candidate where it is.
type Explanation struct {
	*Comparison
	Found Covered
	// Back is, for each match, the place that the item has among the candidates
	// of the match's target; 0 where it is none of them.
	Back []int
	// Neighbours are the other indicators under the same parent.
	Neighbours []Covered
}

// Explain picks what was found for the source's item with this code: an
// indicator or a parent. It reports false for a code that was not compared.
func (c *Comparison) Explain(code string) (Explanation, bool) {
	it := c.Source.Item(code)
	e := Explanation{Comparison: c}
	found := false
	for _, covered := range c.Coverage.Items {
		switch {
		case covered.Side != SourceSide:
		case covered.Item == it:
			e.Found, found = covered, true
		case it != nil && it.Parent() != nil && covered.Item.Parent() == it.Parent() && covered.Item.IsRated():
			e.Neighbours = append(e.Neighbours, covered)
		}
	}
	for _, m := range e.Found.Matches {
		e.Back = append(e.Back, c.rankBack(m))
	}
	return e, found
}

// rankBack is the place of a match's source among the candidates of its target.
func (c *Comparison) rankBack(m Match) int {
	for _, list := range [][]Match{c.Reverse, c.ParentsReverse} {
		if i := indexOf(list, m.ends()); i >= 0 {
			return list[i].Rank
		}
	}
	return 0
}

// Parallel counts the neighbours whose best candidate stands under the same
// parent as an item of the target: neighbours that fit together make it more
// likely that two items do.
func (e Explanation) Parallel(target *rubric.Item) int {
	n := 0
	for _, c := range e.Neighbours {
		if best := c.Best(); best != nil && target.Parent() != nil && best.Target.Parent() == target.Parent() {
			n++
		}
	}
	return n
}
