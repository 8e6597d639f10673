package match

import (
	"cmp"
	"math"
	"slices"

	"rubrickit/rubric/internal/meaning"
)

// Related is a word of one item that is near a different word of the other in
// meaning, as far as the table of meaning knows.
type Related struct {
	Source, Target string
	Near           Score // how near, from 0 to 1
	Weight         Score // what the two add to the pair's score together
}

// leastNear is how near two words are at least to be called related. Of pairs
// that say the same (coach and mentor, plan and strategy, budget and finance)
// most are nearer; words that have little to do with each other (data and
// feedback, school and team) are at 0 to 0.25.
const leastNear Score = 3000

// Related returns, for the own words of a pair that the items do not share,
// the nearest word of the other item, heaviest first. For a language without a
// table of meaning there are none.
func (m *Matcher) Related(p Pair) []Related {
	if len(m.senses) == 0 {
		return nil
	}
	s := m.senses[0]
	from, to := s.senses(m.source[p.Source].Own), s.senses(m.target[p.Target].Own)
	a, b := from.unshared(to), to.unshared(from)
	lengths := float64(from.length * to.length * float64(m.parts()))
	var out []Related
	for _, pair := range nearest(a, b) {
		word := pair.relate(lengths)
		if word.Near >= leastNear && word.Weight > 0 {
			out = append(out, word)
		}
	}
	slices.SortFunc(out, func(a, b Related) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	return out
}

// wordSense is a word of a text with what it means.
type wordSense struct {
	form, term         string
	length             float64 // of its vector
	times              float64 // how often it occurs
	asSource, asTarget direction
}

// textSense is what a text means, word by word.
type textSense struct {
	words  []*wordSense // each once, in the order of their first occurrence
	length float64      // of the whole text's vector
}

// mostWords is how many different words of a text are looked at for related
// ones, so that the time for two long texts has a bound.
const mostWords = 250

// senses reads a text word by word; words that say nothing count for the
// whole only.
func (s *sense) senses(text string) textSense {
	read := words(text)
	t := textSense{length: length(s.sum(s.lexicon.pieces(read)))}
	known := map[string]*wordSense{}
	for _, form := range read {
		w := known[form]
		if w == nil && len(known) < mostWords {
			w = s.wordSense(form)
			known[form] = w
			if w.term != "" {
				t.words = append(t.words, w)
			}
		}
		if w != nil {
			w.times++
		}
	}
	return t
}

// wordSense is what a word means; one without a meaning has no term either.
func (s *sense) wordSense(form string) *wordSense {
	e := s.lexicon.entry(form)
	if len(e.pieces) == 0 {
		return &wordSense{}
	}
	v := s.sum(e.pieces)
	w := &wordSense{form: form, term: e.term, length: length(v)}
	w.asSource, w.asTarget = pack(v)
	return w
}

func length(v *meaning.Vector) float64 {
	squares := 0.0
	for _, x := range v {
		squares += float64(x * x)
	}
	return math.Sqrt(squares)
}

// unshared are the words that do not occur in another text, in any form.
func (t textSense) unshared(other textSense) []*wordSense {
	terms := map[string]bool{}
	for _, w := range other.words {
		terms[w.term] = true
	}
	var out []*wordSense
	for _, w := range t.words {
		if !terms[w.term] {
			out = append(out, w)
		}
	}
	return out
}

// wordPair is a source's word and a target's.
type wordPair struct {
	source, target *wordSense
	near           cosine
}

// nearest pairs the words of two texts one to one, the nearest first.
func nearest(source, target []*wordSense) []wordPair {
	var all []wordPair
	for _, a := range source {
		for _, b := range target {
			all = append(all, wordPair{a, b, a.asSource.cosine(&b.asTarget)})
		}
	}
	slices.SortStableFunc(all, func(a, b wordPair) int { return cmp.Compare(b.near, a.near) })
	taken := map[*wordSense]bool{}
	var out []wordPair
	for _, p := range all {
		if !taken[p.source] && !taken[p.target] {
			taken[p.source], taken[p.target] = true, true
			out = append(out, p)
		}
	}
	return out
}

// relate gives the two their part of a score, whose cosine by meaning has
// been divided by these lengths.
func (p wordPair) relate(lengths float64) Related {
	a, b := float64(p.source.length*p.source.times), float64(p.target.length*p.target.times)
	share := float64(a*b) / lengths
	return Related{
		Source: p.source.form, Target: p.target.form, Near: p.near.score(1),
		Weight: cosine(math.Round(float64(float64(p.near) * share))).score(1),
	}
}
