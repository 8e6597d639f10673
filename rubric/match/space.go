package match

// space holds one reading of all items of two frameworks by their words.
type space struct {
	lexicon        *lexicon
	vocabulary     vocabulary
	source, target []vector
	postings       [][]posting // by term: the targets that have it
}

// posting is a target's component, seen from the term.
type posting struct{ target, weight int32 }

func spaceOf(source, target [][]string, x *lexicon) *space {
	read := func(text []string) counted { return count(x.tokens(text)) }
	texts := append(each(source, read), each(target, read)...)
	s := &space{lexicon: x, vocabulary: vocabularyOf(texts)}
	vectors := each(texts, s.vocabulary.vector)
	s.source, s.target = vectors[:len(source)], vectors[len(source):]
	s.postings = postingsOf(s.target, len(s.vocabulary.terms))
	return s
}

func postingsOf(targets []vector, terms int) [][]posting {
	out := make([][]posting, terms)
	for j, t := range targets {
		for _, c := range t {
			out[c.term] = append(out[c.term], posting{int32(j), c.weight})
		}
	}
	return out
}

// vectorOf reads a text that need not be an item's.
func (s *space) vectorOf(text string) vector {
	return s.vocabulary.vector(count(s.lexicon.tokens(words(text))))
}

// addCosines adds to sums[j] the cosine of source i and target j, for every j.
func (s *space) addCosines(sums []cosine, i int) {
	for _, c := range s.source[i] {
		for _, p := range s.postings[c.term] {
			sums[p.target] += cosine(c.weight) * cosine(p.weight)
		}
	}
}
