package diff

import "rubrickit/rubric"

// Explanation is one item of the source with its candidates and the words
// that put each where it is.
type Explanation struct {
	*Comparison
	Item       *rubric.Item
	Candidates []Match
}

// Explain picks the candidates of the source's item with this code: an
// indicator or a parent. It reports false for a code that was not compared.
func (c *Comparison) Explain(code string) (Explanation, bool) {
	e := Explanation{Comparison: c, Item: c.Source.Item(code)}
	if e.Item == nil || !c.compared(e.Item) {
		return Explanation{}, false
	}
	from := c.Matches
	if !e.Item.IsRated() {
		from = c.Parents
	}
	for _, m := range from {
		if m.Source == e.Item {
			e.Candidates = append(e.Candidates, m)
		}
	}
	return e, true
}

func (c *Comparison) compared(it *rubric.Item) bool {
	for _, covered := range c.Coverage.Items {
		if covered.Item == it {
			return true
		}
	}
	return false
}
