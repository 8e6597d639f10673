package match_test

import (
	"fmt"
	"strings"
	"testing"

	"rubrickit/rubric/match"
)

// experts are the crosswalks on which the matcher is measured. Choices (the
// context, the words for scores) were made on the first, two revisions of one
// framework; the second, two independent documents, shows how far they carry.
var experts = []struct {
	source, target string
	// floor is what the matcher reaches, less a margin: a change that falls
	// below it made the matcher worse.
	floor quality
}{
	{"nist-csf-1.1", "nist-csf-2.0", quality{0.60, 0.81, 0.80, 0.70}},
	{"nist-sp-800-66-rev2", "nist-sp-800-53-rev5", quality{0.11, 0.41, 0.27, 0.26}},
}

// TestMeasure holds the matcher against the experts. With -v it prints the
// figures, beside those of the items' own words alone:
//
//	go test ./rubric/match -run Measure -v
func TestMeasure(t *testing.T) {
	for _, e := range experts {
		c := readCrosswalk(t, e.source, e.target)
		own := c.quality(c.rank(withoutContext).Sources)
		both := c.quality(c.rank(asRead).Sources)
		t.Logf("%s → %s, %d mapped of %d items\n%-22s %s\n%-22s %s\n%-22s %s", e.source, e.target, len(c.right), len(c.source),
			"", "hit@1 hit@5 recall@10 MRR", "own words", own, "own words and context", both)
		if !both.reaches(e.floor) {
			t.Errorf("%s → %s: %s, and the floor is %s", e.source, e.target, both, e.floor)
		}
		if both.mrr <= own.mrr {
			t.Errorf("%s → %s: context does not help: MRR %.3f without it, %.3f with it", e.source, e.target, own.mrr, both.mrr)
		}
	}
}

// String gives the figures in percent.
func (q quality) String() string {
	return fmt.Sprintf("%5.1f %5.1f %9.1f %5.1f", 100*q.hit1, 100*q.hit5, 100*q.recall10, 100*q.mrr)
}

func (q quality) reaches(floor quality) bool {
	return q.hit1 >= floor.hit1 && q.hit5 >= floor.hit5 && q.recall10 >= floor.recall10 && q.mrr >= floor.mrr
}

func asRead(r match.Reading) match.Reading { return r }

func withoutContext(r match.Reading) match.Reading { return match.Reading{Own: r.Own, Context: r.Own} }

// rank ranks all targets for all sources.
func (c crosswalk) rank(edit func(match.Reading) match.Reading) match.Ranking {
	source, target := match.ReadAll(c.source), match.ReadAll(c.target)
	for _, side := range [][]match.Reading{source, target} {
		for i := range side {
			side[i] = edit(side[i])
		}
	}
	return match.New(source, target, match.English).Rank(len(target))
}

// TestMeasureWords counts how often the first candidate of each word is one
// that the experts gave, and a right one is among the first five. A more
// similar word is right more often; that is all the words promise.
func TestMeasureWords(t *testing.T) {
	for _, e := range experts {
		c := readCrosswalk(t, e.source, e.target)
		byWord := c.byWord(c.rank(asRead).Sources)
		var lines []string
		for _, w := range match.Words() {
			lines = append(lines, fmt.Sprintf("%-16s %s", w, byWord[w]))
		}
		t.Logf("%s → %s\n%s", e.source, e.target, strings.Join(lines, "\n"))
		for w := match.Possible; w <= match.Close; w++ {
			more, less := byWord[w], byWord[w-1]
			if more.items > 0 && (more.share(more.first) <= less.share(less.first) || more.share(more.five) <= less.share(less.five)) {
				t.Errorf("%s is right no more often than %s: %s; %s", w, w-1, more, less)
			}
		}
	}
}

// hits counts items, those whose first candidate is right, and those with a
// right one among the first five.
type hits struct{ items, first, five int }

func (h hits) share(n int) float64 { return float64(n) / float64(max(h.items, 1)) }

func (h hits) String() string {
	return fmt.Sprintf("%4d items, first right %.2f, one of five right %.2f", h.items, h.share(h.first), h.share(h.five))
}

// byWord sorts the mapped items by the word for their best candidate.
func (c crosswalk) byWord(ranked [][]match.Pair) map[match.Word]hits {
	out := map[match.Word]hits{}
	for i, right := range c.right {
		var word match.Word
		rank := 0
		for k, p := range ranked[i] {
			if k == 0 {
				word = match.WordOf(p.Score)
			}
			if rank == 0 && right[p.Target] {
				rank = k + 1
			}
		}
		h := out[word]
		h.items++
		if rank == 1 {
			h.first++
		}
		if rank >= 1 && rank <= 5 {
			h.five++
		}
		out[word] = h
	}
	return out
}

// BenchmarkCrosswalk reports time and quality together:
//
//	go test ./rubric/match -bench Crosswalk -run '^$'
func BenchmarkCrosswalk(b *testing.B) {
	for _, e := range experts {
		b.Run(e.source, func(b *testing.B) {
			c := readCrosswalk(b, e.source, e.target)
			var q quality
			for b.Loop() {
				q = c.quality(c.rank(asRead).Sources)
			}
			b.ReportMetric(100*q.hit1, "hit@1")
			b.ReportMetric(100*q.hit5, "hit@5")
			b.ReportMetric(100*q.recall10, "recall@10")
			b.ReportMetric(100*q.mrr, "MRR")
		})
	}
}
