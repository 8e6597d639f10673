package match

import (
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"

	"rubrickit/rubric/internal/meaning"
)

// The same scores once more, as slowly and plainly as possible: vectors as
// maps, all products, floating point, nothing kept. It shares with the matcher
// how a text becomes words, the stemmer and the table, and nothing else.

// sparse is a vector by the names of its components.
type sparse map[string]float64

func (v sparse) cosine(other sparse) float64 {
	dot, a, b := 0.0, 0.0, 0.0
	for k, x := range v {
		dot += x * other[k]
		a += x * x
	}
	for _, x := range other {
		b += x * x
	}
	if a*b == 0 {
		return 0
	}
	return dot / math.Sqrt(a*b)
}

// rarity is ln((1+N)/(1+df)) + 1 of each term.
func rarity(texts [][]string) map[string]float64 {
	df := map[string]int{}
	for _, text := range texts {
		for _, term := range slices.Compact(slices.Sorted(slices.Values(text))) {
			df[term]++
		}
	}
	out := map[string]float64{}
	for term, n := range df {
		out[term] = math.Log(float64(1+len(texts))/float64(1+n)) + 1
	}
	return out
}

// asWords are the vectors of texts by their stems.
func asWords(texts []string) []sparse {
	var stems [][]string
	for _, text := range texts {
		var list []string
		for _, w := range words(text) {
			if len([]rune(w)) > 1 && !stopWords[w] {
				list = append(list, english.Stem(w, true))
			}
		}
		stems = append(stems, list)
	}
	rare := rarity(stems)
	return each(stems, func(list []string) sparse {
		v := sparse{}
		for _, s := range list {
			v[s]++
		}
		for s, times := range maps.Clone(v) {
			v[s] = (1 + math.Log(times)) * rare[s]
		}
		return v
	})
}

// asMeaning are the vectors of texts by the pieces of their words.
func asMeaning(texts []string) []sparse {
	table := meaning.English()
	var pieces [][]string
	byName := map[string]meaning.Piece{}
	for _, text := range texts {
		var list []string
		for _, w := range words(text) {
			for _, p := range table.Pieces(w) {
				byName[table.Spelling(p)] = p
				list = append(list, table.Spelling(p))
			}
		}
		pieces = append(pieces, list)
	}
	rare := rarity(pieces)
	return each(pieces, func(list []string) sparse {
		sum := meaning.Vector{}
		for _, name := range list {
			table.Add(&sum, byName[name], rare[name])
		}
		v := sparse{}
		for i, x := range sum {
			v[string(rune(i))] = x
		}
		return v
	})
}

func TestScoresAreThoseOfTheReference(t *testing.T) {
	a, b := lines(t, "nist-csf-1.1"), lines(t, "nist-csf-2.0")
	n := len(a)
	var vectors [][]sparse
	for _, text := range texts {
		all := each(slices.Concat(a, b), text)
		vectors = append(vectors, asWords(all), asMeaning(all))
	}
	compared := 0
	for i, pairs := range New(a, b, English).Rank(len(b)).Sources {
		if i%8 != 0 { // the reference takes its time
			continue
		}
		compared += len(pairs)
		for _, p := range pairs {
			sum := 0.0
			for _, v := range vectors {
				sum += v[i].cosine(v[n+p.Target])
			}
			if off := p.Score.Float() - sum/4; math.Abs(off) > 1e-4 {
				t.Fatalf("%v: the reference has %.5f", p, sum/4)
			}
		}
	}
	if compared < len(a)/8*len(b)*9/10 {
		t.Errorf("%d pairs were compared", compared)
	}
}

// lines reads the texts of a framework with the line before as their context.
func lines(t *testing.T, name string) []Reading {
	t.Helper()
	data, err := os.ReadFile("../../testdata/crosswalks/" + name + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []Reading
	before := ""
	for line := range strings.Lines(string(data)) {
		out = append(out, Reading{Own: line, Context: before + line})
		before = line
	}
	return out[1:]
}
