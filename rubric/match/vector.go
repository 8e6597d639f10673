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
	term   int // index in the sorted vocabulary
	weight float64
	form   string
}

// vector is a text: its terms in ascending order, of length 1 (or 0 for a text
// without words).
type vector []component

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
	number map[string]int
	idf    []float64
}

// vocabularyOf gives each term ln((1+N)/(1+df)) + 1, with N texts of which df
// have the term.
func vocabularyOf(texts []counted) vocabulary {
	df := map[string]int{}
	for _, text := range texts {
		for term := range text {
			df[term]++
		}
	}
	v := vocabulary{terms: slices.Sorted(maps.Keys(df)), number: map[string]int{}}
	for i, term := range v.terms {
		v.number[term] = i
		v.idf = append(v.idf, ln(float64(1+len(texts))/float64(1+df[term]))+1)
	}
	return v
}

// vector weighs each term of a text by (1 + ln times)·idf and makes the whole
// of unit length.
func (v vocabulary) vector(text counted) vector {
	out := make(vector, 0, len(text))
	for term, o := range text {
		n := v.number[term]
		out = append(out, component{n, float64((1 + ln(float64(o.times))) * v.idf[n]), o.form})
	}
	slices.SortFunc(out, func(a, b component) int { return a.term - b.term })
	squares := 0.0
	for _, c := range out {
		squares += float64(c.weight * c.weight)
	}
	for i := range out {
		out[i].weight /= math.Sqrt(squares)
	}
	return out
}

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
