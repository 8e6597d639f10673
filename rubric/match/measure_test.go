package match_test

import (
	"fmt"
	"strings"
	"testing"

	"rubrickit/rubric/match"
)

// experts are the crosswalks on which the matcher is measured. Choices (what
// the context of an item is, what makes a group) were made on the first, two
// revisions of one framework; the second, two independent documents, shows how
// far they carry. Only the rule that moves the words looked at both.
var experts = []struct {
	source, target string
	// floor is what the matcher reaches, less a margin: a change that falls
	// below it made the matcher worse.
	floor quality
}{
	{"nist-csf-1.1", "nist-csf-2.0", quality{0.60, 0.81, 0.81, 0.70}},
	{"nist-sp-800-66-rev2", "nist-sp-800-53-rev5", quality{0.17, 0.52, 0.38, 0.345}},
}

// methods are what is measured, each as good as the one before or better.
var methods = []struct {
	name string
	edit func(match.Reading) match.Reading
	of   func(*match.Matcher) *match.Matcher
}{
	{"TF-IDF, own words", withoutContext, (*match.Matcher).WithoutMeaning},
	{"and context", asRead, (*match.Matcher).WithoutMeaning},
	{"and meaning", asRead, func(m *match.Matcher) *match.Matcher { return m }},
}

func asRead(r match.Reading) match.Reading { return r }

func withoutContext(r match.Reading) match.Reading { return match.Reading{Own: r.Own, Context: r.Own} }

// readings of both frameworks.
func (c crosswalk) readings(edit func(match.Reading) match.Reading) (source, target []match.Reading) {
	source, target = match.ReadAll(c.source), match.ReadAll(c.target)
	for _, side := range [][]match.Reading{source, target} {
		for i := range side {
			side[i] = edit(side[i])
		}
	}
	return source, target
}

// rank ranks all targets for all sources by a method.
func (c crosswalk) rank(method int) match.Ranking {
	source, target := c.readings(methods[method].edit)
	return methods[method].of(match.New(source, target, match.English)).Rank(len(target))
}

// noise is the difference that says nothing, with so few items.
const noise = 0.01

// TestMeasure holds the matcher against the experts. With -v it prints the
// figures:
//
//	go test ./rubric/match -run Measure -v
func TestMeasure(t *testing.T) {
	for _, e := range experts {
		c := readCrosswalk(t, e.source, e.target)
		var lines []string
		var before, q quality
		var r match.Ranking
		for i, method := range methods {
			r = c.rank(i)
			before, q = q, c.quality(r.Sources)
			lines = append(lines, fmt.Sprintf("%-20s %s", method.name, q))
			if q.mrr < before.mrr-noise {
				t.Errorf("%s → %s: %s: MRR %.3f, and without it %.3f", e.source, e.target, method.name, q.mrr, before.mrr)
			}
		}
		t.Logf("%s → %s, %d mapped of %d items\n%-20s hit@1 hit@5 recall@10 MRR\n%s",
			e.source, e.target, len(c.right), len(c.source), "", strings.Join(lines, "\n"))
		if !q.reaches(e.floor) {
			t.Errorf("%s → %s: %s, and the floor is %s", e.source, e.target, q, e.floor)
		}
		c.measureWords(t, r)
	}
}

// String gives the figures in percent.
func (q quality) String() string {
	return fmt.Sprintf("%5.1f %5.1f %9.1f %5.1f", 100*q.hit1, 100*q.hit5, 100*q.recall10, 100*q.mrr)
}

func (q quality) reaches(floor quality) bool {
	return q.hit1 >= floor.hit1 && q.hit5 >= floor.hit5 && q.recall10 >= floor.recall10 && q.mrr >= floor.mrr
}

// fewest is how many items a word is given to at least for its rate to tell.
const fewest = 10

// measureWords counts how often the first candidate of each word is one that
// the experts gave, and a right one is among the first five. A more similar
// word is right more often; that is all the words promise.
func (c crosswalk) measureWords(t *testing.T, r match.Ranking) {
	byWord := c.byWord(r)
	var lines []string
	for _, w := range match.Words() {
		lines = append(lines, fmt.Sprintf("%-16s from %s %s", w, r.Bands.From(w), byWord[w]))
	}
	t.Log("\n" + strings.Join(lines, "\n"))
	for w := match.Possible; w <= match.Close; w++ {
		more, less := byWord[w], byWord[w-1]
		if min(more.items, less.items) >= fewest && (more.share(more.first) <= less.share(less.first) || more.share(more.five) <= less.share(less.five)) {
			t.Errorf("%s is right no more often than %s: %s; %s", w, w-1, more, less)
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
func (c crosswalk) byWord(r match.Ranking) map[match.Word]hits {
	out := map[match.Word]hits{}
	for i, right := range c.right {
		var word match.Word
		rank := 0
		for k, p := range r.Sources[i] {
			if k == 0 {
				word = r.Bands.Word(p.Score)
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

// TestMeasureGroups counts how many pairs of the groups the experts have, and
// how many groups have two right pairs or more.
func TestMeasureGroups(t *testing.T) {
	for _, e := range experts {
		c := readCrosswalk(t, e.source, e.target)
		source, target := c.readings(asRead)
		m := match.New(source, target, match.English)
		r := m.Rank(5)
		pairs, right, whole := 0, 0, 0
		groups := m.Groups(r)
		for _, g := range groups {
			n := c.rightIn(g)
			pairs, right = pairs+len(g.Several), right+n
			if n > 1 {
				whole++
			}
		}
		best := c.quality(r.Sources).hit1
		share := float64(right) / float64(max(pairs, 1))
		t.Logf("%s → %s: %d groups, %d with two right pairs; of %d pairs %.2f right, of the best candidates %.2f", e.source, e.target, len(groups), whole, pairs, share, best)
		if len(groups) == 0 || share < 0.8*best {
			t.Errorf("%s → %s: pairs of groups are right in %.2f", e.source, e.target, share)
		}
	}
}

// rightIn counts the pairs of a group that the experts have.
func (c crosswalk) rightIn(g match.Group) int {
	n := 0
	for _, one := range g.Several {
		i, j := g.One, one
		if !g.Split {
			i, j = one, g.One
		}
		if c.right[i][j] {
			n++
		}
	}
	return n
}

// BenchmarkCrosswalk reports time and quality together, in percent:
//
//	go test ./rubric/match -bench Crosswalk -run '^$'
func BenchmarkCrosswalk(b *testing.B) {
	for _, e := range experts {
		for i, method := range methods {
			b.Run(e.source+"/"+method.name, func(b *testing.B) {
				c := readCrosswalk(b, e.source, e.target)
				var q quality
				for b.Loop() {
					q = c.quality(c.rank(i).Sources)
				}
				b.ReportMetric(100*q.hit1, "hit@1")
				b.ReportMetric(100*q.hit5, "hit@5")
				b.ReportMetric(100*q.recall10, "recall@10")
				b.ReportMetric(100*q.mrr, "MRR")
			})
		}
	}
}
