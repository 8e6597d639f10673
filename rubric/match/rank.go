package match

import (
	"cmp"
	"iter"
	"slices"

	"rubrickit/rubric/internal/parallel"
)

// Ranking holds the best candidates of every item, best first; of equals, the
// one that stands earlier in its framework comes first. An item without any
// similarity to another, such as one without words, has none.
type Ranking struct {
	Sources    [][]Pair   // by source: its best targets
	Targets    [][]Pair   // by target: its best sources
	Background Background // how similar the pairs are on the whole
	Bands      Bands      // what the scores are called
}

// Blocks of sources and of targets are compared with each other, so that both
// stay in the processor's cache: 2 KB an item.
const (
	sourceBlock = 32
	targetBlock = 64
)

// Rank finds the n best candidates of each source and each target. Beside
// these it keeps no more than a block of sources' scores on each processor.
func (m *Matcher) Rank(n int) Ranking {
	r := Ranking{Sources: make([][]Pair, len(m.source)), Targets: make([][]Pair, len(m.target))}
	for _, w := range m.compareAll(n, r.Sources) {
		w.addTo(&r)
	}
	r.Bands = bandsOf(m.language, &r.Background, min(len(m.source), len(m.target)))
	return r
}

// compareAll shares the blocks of sources among the processors.
func (m *Matcher) compareAll(n int, sources [][]Pair) []*ranker {
	blocks := (len(m.source) + sourceBlock - 1) / sourceBlock
	return parallel.Gather(blocks, func(numbers iter.Seq[int]) *ranker {
		w := &ranker{m: m, n: n, parts: m.parts(), sources: sources, targets: make([][]Pair, len(m.target))}
		for b := range numbers {
			w.compare(b*sourceBlock, min((b+1)*sourceBlock, len(m.source)))
		}
		return w
	})
}

// ranker is one worker's part of a ranking: the lists of its own sources are
// final, those of the targets and the background are put together at the end.
type ranker struct {
	m          *Matcher
	n          int
	parts      int
	sources    [][]Pair // of all workers, each of which fills in its own
	targets    [][]Pair
	background Background
	sums       [sourceBlock][]cosine
}

// compare ranks the sources from … to-1 with all targets.
func (w *ranker) compare(from, to int) {
	for i := from; i < to; i++ {
		w.sums[i-from] = w.byWords(w.sums[i-from], i)
	}
	for j := 0; j < len(w.m.target); j += targetBlock {
		end := min(j+targetBlock, len(w.m.target))
		for i := from; i < to; i++ {
			sums := w.sums[i-from]
			for _, s := range w.m.senses {
				s.addCosines(sums[j:end], i, j)
			}
			w.offer(i, j, sums[j:end])
		}
	}
}

// byWords sums the cosines of a source's words with those of every target.
func (w *ranker) byWords(sums []cosine, i int) []cosine {
	if sums == nil {
		sums = make([]cosine, len(w.m.target))
	}
	clear(sums)
	for _, s := range w.m.spaces {
		s.addCosines(sums, i)
	}
	return sums
}

// offer puts the pairs of a source and the targets from j on where they
// belong.
func (w *ranker) offer(i, j int, sums []cosine) {
	for k, sum := range sums {
		p := Pair{i, j + k, sum.score(w.parts)}
		w.background.add(p.Score)
		if p.Score > 0 {
			w.sources[i] = insert(w.sources[i], p, w.n)
			w.targets[p.Target] = insert(w.targets[p.Target], p, w.n)
		}
	}
}

func (w *ranker) addTo(r *Ranking) {
	r.Background.merge(&w.background)
	for j, pairs := range w.targets {
		for _, p := range pairs {
			r.Targets[j] = insert(r.Targets[j], p, w.n)
		}
	}
}

// insert keeps the n best pairs, best first.
func insert(best []Pair, p Pair, n int) []Pair {
	if len(best) >= n && !before(p, best[len(best)-1]) {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, p, order)
	best = slices.Insert(best, at, p)
	return best[:min(len(best), n)]
}

func before(a, b Pair) bool { return order(a, b) < 0 }

// order of candidates: the more similar first, then the earlier item. No two
// pairs are equal, so the order in which pairs are found makes no difference.
func order(a, b Pair) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
}
