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
	// Weight is the word's part of the pair's score as a word; what it adds by
	// its meaning is not counted.
	Weight Score
	// Own says that both items use the word themselves; else it comes from the
	// context of at least one.
	Own bool
}

// Evidence returns the words that a pair shares, heaviest first, and of equal
// weight in alphabetical order. Words too light for four decimals are left out.
func (m *Matcher) Evidence(p Pair) []Shared {
	byTerm := map[string]*weighed{}
	for n, s := range m.spaces {
		for a, b := range shared(s.source[p.Source], s.target[p.Target]) {
			term := s.vocabulary.terms[a.term]
			if byTerm[term] == nil {
				byTerm[term] = &weighed{Shared: Shared{Source: a.form, Target: b.form, Own: n == 0}}
			}
			byTerm[term].sum += a.times(b)
		}
	}
	var out []Shared
	for _, w := range byTerm {
		if w.Weight = w.sum.score(m.parts()); w.Weight > 0 {
			out = append(out, w.Shared)
		}
	}
	slices.SortFunc(out, func(a, b Shared) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	return out
}

// weighed is a shared word whose weight is being added up.
type weighed struct {
	Shared
	sum cosine
}

// Part is one of the cosines whose mean a score is.
type Part struct {
	Reading string // "own" or "context"
	By      string // "words" or "meaning"
	Cosine  Score  // 0 where it is negative
}

// readingNames are the names of the two texts that an item is read as.
var readingNames = [2]string{"own", "context"}

// Parts takes a pair's score apart.
func (m *Matcher) Parts(p Pair) []Part {
	var out []Part
	for i, s := range m.spaces {
		out = append(out, Part{readingNames[i], "words", s.source[p.Source].cosine(s.target[p.Target]).score(1)})
	}
	for i, s := range m.senses {
		out = append(out, Part{readingNames[i], "meaning", s.source[p.Source].cosine(&s.target[p.Target]).score(1)})
	}
	return out
}
