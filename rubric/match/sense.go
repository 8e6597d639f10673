package match

import (
	"slices"

	"rubrickit/rubric/internal/meaning"
)

// sense holds one reading of all items of two frameworks by what their words
// mean.
type sense struct {
	lexicon        *lexicon
	texts          int
	df             map[meaning.Piece]int // in how many texts a piece occurs
	source, target []direction
}

func senseOf(source, target [][]string, x *lexicon) *sense {
	s := &sense{lexicon: x, texts: len(source) + len(target), df: map[meaning.Piece]int{}}
	from, to := each(source, x.pieces), each(target, x.pieces)
	for _, text := range slices.Concat(from, to) {
		s.countIn(text)
	}
	s.source, s.target = make([]direction, len(from)), make([]direction, len(to))
	for i, text := range from {
		s.source[i], _ = pack(s.sum(text))
	}
	for j, text := range to {
		_, s.target[j] = pack(s.sum(text))
	}
	return s
}

// countIn counts a text for each of its pieces.
func (s *sense) countIn(text []meaning.Piece) {
	seen := make(map[meaning.Piece]bool, len(text))
	for _, p := range text {
		if !seen[p] {
			seen[p] = true
			s.df[p]++
		}
	}
}

// sum adds the vectors of pieces, rare ones weighing more.
func (s *sense) sum(text []meaning.Piece) *meaning.Vector {
	v := &meaning.Vector{}
	for _, p := range text {
		s.lexicon.table.Add(v, p, idf(s.texts, s.df[p]))
	}
	return v
}

// addCosines adds to sums the cosines of source i and the targets from j on.
func (s *sense) addCosines(sums []cosine, i, j int) {
	from := &s.source[i]
	for k := range sums {
		sums[k] += from.cosine(&s.target[j+k])
	}
}

// cosine compares two texts that need not be items'.
func (s *sense) cosine(a, b string) cosine {
	from, _ := pack(s.sum(s.lexicon.pieces(words(a))))
	_, to := pack(s.sum(s.lexicon.pieces(words(b))))
	return from.cosine(&to)
}
