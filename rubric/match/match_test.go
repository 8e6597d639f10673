package match_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/match"
)

// reading draws an item of a few words from a small vocabulary, so that items
// share some; the empty text is among them.
var reading = rapid.Custom(func(t *rapid.T) match.Reading {
	word := rapid.SampledFrom([]string{"vision", "goals", "data", "team", "teams", "coach", "coaching", "trust", "the", "of", "—"})
	text := func(name string) string { return fmt.Sprint(rapid.SliceOfN(word, 0, 6).Draw(t, name)) }
	own := text("own")
	return match.Reading{Own: own, Context: own + ". " + text("context")}
})

func readings(t *rapid.T, name string) []match.Reading {
	return rapid.SliceOfN(reading, 0, 8).Draw(t, name)
}

// all returns every score that is not 0.
func all(source, target []match.Reading) map[[2]int]match.Score {
	out := map[[2]int]match.Score{}
	for _, pairs := range match.New(source, target, match.English).Rank(max(len(source), len(target), 1)).Sources {
		for _, p := range pairs {
			out[[2]int{p.Source, p.Target}] = p.Score
		}
	}
	return out
}

func TestScoresAreSymmetricAndBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := readings(t, "a"), readings(t, "b")
		forth, back := all(a, b), all(b, a)
		if len(forth) != len(back) {
			t.Fatalf("%d pairs forth, %d back", len(forth), len(back))
		}
		for pair, score := range forth {
			if score < 1 || score > 10000 {
				t.Errorf("the score %d is out of bounds", score)
			}
			if other := back[[2]int{pair[1], pair[0]}]; other != score {
				t.Errorf("%v scores %s one way and %s the other", pair, score, other)
			}
		}
	})
}

// The best candidates of a target are those that the opposite comparison
// finds for it as a source.
func TestRankingHasBothDirections(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := readings(t, "a"), readings(t, "b")
		n := rapid.IntRange(1, 4).Draw(t, "n")
		forth, back := match.New(a, b, match.English).Rank(n), match.New(b, a, match.English).Rank(n)
		for j := range b {
			var turned []match.Pair
			for _, p := range back.Sources[j] {
				turned = append(turned, match.Pair{Source: p.Target, Target: p.Source, Score: p.Score})
			}
			if !slices.Equal(forth.Targets[j], turned) {
				t.Errorf("target %d: %v, from the other side %v", j, forth.Targets[j], turned)
			}
		}
	})
}

func TestAnItemIsMostLikeItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := readings(t, "a")
		for pair, score := range all(a, a) {
			want := match.Score(10000)
			if strings.Trim(a[pair[0]].Own, "[theof —]") == "" {
				want = 5000 // no words of its own: the context is half of the score
			}
			if pair[0] == pair[1] && score != want {
				t.Errorf("%v scores %s with itself", a[pair[0]], score)
			}
		}
	})
	r := match.New([]match.Reading{{Own: "vision", Context: "vision"}}, []match.Reading{{Own: "Visions", Context: "visions"}}, match.English).Rank(1)
	if len(r.Sources[0]) != 1 || r.Sources[0][0].Score != 10000 {
		t.Errorf("two forms of one word: %v", r.Sources[0])
	}
}

func TestOrderOfItemsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := readings(t, "a"), readings(t, "b")
		order := rapid.Permutation(indices(len(b))).Draw(t, "order")
		shuffled := make([]match.Reading, len(b))
		for to, from := range order {
			shuffled[to] = b[from]
		}
		before, after := all(a, b), all(a, shuffled)
		for i := range a {
			for to, from := range order {
				if before[[2]int{i, from}] != after[[2]int{i, to}] {
					t.Errorf("source %d, target %d: %s, shuffled %s", i, from, before[[2]int{i, from}], after[[2]int{i, to}])
				}
			}
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// Candidates come best first, of equals the earlier one, and a short list is
// the beginning of the long one.
func TestRankOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := readings(t, "a"), readings(t, "b")
		m := match.New(a, b, match.English)
		long, n := m.Rank(len(b)+1), rapid.IntRange(1, 4).Draw(t, "n")
		short := m.Rank(n)
		for i, pairs := range long.Sources {
			if !slices.Equal(short.Sources[i], pairs[:min(n, len(pairs))]) {
				t.Errorf("the best %d of %v are %v", n, pairs, short.Sources[i])
			}
			for k := 1; k < len(pairs); k++ {
				p, q := pairs[k-1], pairs[k]
				if p.Score < q.Score || p.Score == q.Score && p.Target >= q.Target {
					t.Errorf("%v stands before %v", p, q)
				}
			}
		}
	})
}

// An item of other words has no candidates and takes none away.
func TestUnrelatedItem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := readings(t, "a"), readings(t, "b")
		without := all(a, b)
		b = append(b, match.Reading{Own: "zinc oxide", Context: "zinc oxide"})
		with := all(a, b)
		if len(with) != len(without) {
			t.Errorf("%d pairs became %d", len(without), len(with))
		}
	})
}

// The shared words' weights add up to the score, but for their rounding.
func TestEvidenceAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := match.New(readings(t, "a"), readings(t, "b"), match.English)
		for _, pairs := range m.Rank(3).Sources {
			for _, p := range pairs {
				sum, evidence := match.Score(0), m.Evidence(p)
				for k, e := range evidence {
					sum += e.Weight
					if k > 0 && evidence[k-1].Weight < e.Weight {
						t.Errorf("%v stands before %v", evidence[k-1], e)
					}
				}
				if off := sum - p.Score; off < -8 || off > 8 {
					t.Errorf("%v: %v add up to %s", p, evidence, sum)
				}
			}
		}
	})
}

func TestEvidenceTellsOwnWordsFromContext(t *testing.T) {
	source := []match.Reading{{Own: "set goals", Context: "Vision. set goals"}}
	target := []match.Reading{{Own: "goal setting", Context: "Visions. goal setting"}}
	m := match.New(source, target, match.English)
	got := map[string]match.Shared{}
	for _, e := range m.Evidence(m.Rank(1).Sources[0][0]) {
		got[e.Source] = e
	}
	if g := got["goals"]; !g.Own || g.Target != "goal" {
		t.Errorf("goals: %+v", g)
	}
	if v := got["vision"]; v.Own || v.Target != "visions" {
		t.Errorf("vision: %+v", v)
	}
}

// Every score of a real comparison, to the last digit. The hash is the same on
// every platform; a change of the method changes it.
func TestScoresAreTheSameEverywhere(t *testing.T) {
	const want = "ebff262b24b1f490125264af441607e226aabf8ec5a7b89db69ca01bd27867fd"
	c := readCrosswalk(t, "nist-csf-1.1", "nist-csf-2.0")
	h := sha256.New()
	for _, pairs := range match.New(match.ReadAll(c.source), match.ReadAll(c.target), match.English).Rank(len(c.target)).Sources {
		fmt.Fprintln(h, pairs)
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != want {
		t.Errorf("hash %s, want %s", got, want)
	}
}

func BenchmarkFiveHundredByFiveHundred(b *testing.B) {
	all := match.ReadAll(readItems(b, "nist-sp-800-53-rev5"))
	for b.Loop() {
		match.New(all[:500], all[500:1000], match.English).Rank(5)
	}
}
