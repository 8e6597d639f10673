package match

// space holds one reading of all items of two frameworks as vectors.
type space struct {
	terms          []string // in alphabetical order
	source, target []vector
	postings       [][]posting // by term: the targets that have it
}

// posting is a target's component, seen from the term.
type posting struct {
	target int
	weight float64
}

func spaceOf(source, target []string, l Language) space {
	texts := make([]counted, 0, len(source)+len(target))
	for _, side := range [][]string{source, target} {
		for _, text := range side {
			texts = append(texts, count(l.tokens(text)))
		}
	}
	v := vocabularyOf(texts)
	vectors := make([]vector, len(texts))
	for i, text := range texts {
		vectors[i] = v.vector(text)
	}
	s := space{
		terms:  v.terms,
		source: vectors[:len(source)], target: vectors[len(source):],
		postings: make([][]posting, len(v.terms)),
	}
	for j, t := range s.target {
		for _, c := range t {
			s.postings[c.term] = append(s.postings[c.term], posting{j, c.weight})
		}
	}
	return s
}

// addCosines adds to sums[j] the cosine of source i and target j, for every j.
// Terms come in ascending order, so each sum has one order of addition, the
// same from either side.
func (s space) addCosines(sums []float64, i int) {
	for _, c := range s.source[i] {
		for _, p := range s.postings[c.term] {
			sums[p.target] += float64(c.weight * p.weight)
		}
	}
}
