package match

import (
	"cmp"
	"slices"
)

// Shared is a word that two items have in common.
type Shared struct {
	// Source and Target are the word as it stands in each; forms of one word
	// are one word.
	Source, Target string
	// Weight is the word's part of the pair's score: those of all shared words
	// add up to it, but for rounding.
	Weight Score
	// Own says that both items use the word themselves; else it comes from the
	// context of at least one.
	Own bool
}

// Evidence returns the words that a pair shares, heaviest first, and of equal
// weight in alphabetical order. Words too light for four decimals are left out.
func (m *Matcher) Evidence(p Pair) []Shared {
	parts := map[string]*part{}
	var terms []string
	for n, s := range m.spaces {
		for a, b := range shared(s.source[p.Source], s.target[p.Target]) {
			term := s.terms[a.term]
			if parts[term] == nil {
				parts[term] = &part{Shared: Shared{Source: a.form, Target: b.form, Own: n == 0}}
				terms = append(terms, term)
			}
			parts[term].product += float64(a.weight * b.weight)
		}
	}
	var out []Shared
	for _, term := range terms {
		p := parts[term]
		if p.Weight = scoreOf(p.product / float64(len(m.spaces))); p.Weight > 0 {
			out = append(out, p.Shared)
		}
	}
	slices.SortFunc(out, func(a, b Shared) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	return out
}

// part is a shared word whose weight is being added up.
type part struct {
	Shared
	product float64
}
