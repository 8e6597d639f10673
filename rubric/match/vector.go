package match

import (
	"iter"
	"maps"
	"math"
	"slices"
)

// component is a term of a text with its weight and the first word that it
// stands for.
type component struct {
	term   int32 // index in the sorted vocabulary
	weight int32 // in units of 2^-22, so that a product is in units of a cosine
	form   string
}

// vector is a text: its terms in ascending order, of length 1 (or 0 for a text
// without words).
type vector []component

// unit is the length of a vector whose products are cosines.
const unit = 1 << 22

// counted is a text whose words are counted.
type counted map[string]*occurrence

type occurrence struct {
	times int
	form  string
}

func count(tokens []token) counted {
	c := counted{}
	for _, t := range tokens {
		if o := c[t.term]; o != nil {
			o.times++
			continue
		}
		c[t.term] = &occurrence{1, t.form}
	}
	return c
}

// vocabulary numbers the terms of all texts in alphabetical order and knows
// how rare each is.
type vocabulary struct {
	terms  []string
	number map[string]int32
	idf    []float64
}

func vocabularyOf(texts []counted) vocabulary {
	df := map[string]int{}
	for _, text := range texts {
		for term := range text {
			df[term]++
		}
	}
	v := vocabulary{terms: slices.Sorted(maps.Keys(df)), number: map[string]int32{}}
	for i, term := range v.terms {
		v.number[term] = int32(i)
		v.idf = append(v.idf, idf(len(texts), df[term]))
	}
	return v
}

// vector weighs each term of a text by (1 + ln times)·idf and makes the whole
// of unit length. Terms of no text are left out.
func (v vocabulary) vector(text counted) vector {
	out := make(vector, 0, len(text))
	for term, o := range text {
		if n, known := v.number[term]; known {
			out = append(out, component{term: n, form: o.form})
		}
	}
	slices.SortFunc(out, func(a, b component) int { return int(a.term - b.term) })
	weights, squares := make([]float64, len(out)), 0.0
	for i, c := range out {
		weights[i] = float64((1 + ln(float64(text[v.terms[c.term]].times))) * v.idf[c.term])
		squares += float64(weights[i] * weights[i])
	}
	for i, w := range weights {
		out[i].weight = int32(math.Round(float64(w / math.Sqrt(squares) * unit)))
	}
	return out
}

// cosine of two texts.
func (v vector) cosine(other vector) cosine {
	var sum cosine
	for a, b := range shared(v, other) {
		sum += a.times(b)
	}
	return sum
}

// times is what a term adds to the cosine of two texts that have it.
func (c component) times(other component) cosine { return cosine(c.weight) * cosine(other.weight) }

// shared yields the components that two vectors have in common, by term.
func shared(a, b vector) iter.Seq2[component, component] {
	return func(yield func(a, b component) bool) {
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch {
			case a[i].term < b[j].term:
				i++
			case a[i].term > b[j].term:
				j++
			default:
				if !yield(a[i], b[j]) {
					return
				}
				i, j = i+1, j+1
			}
		}
	}
}
