package match_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
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

// wholes is the score of an item with itself: a quarter for each reading that
// has words that count, and each that has any words at all.
func wholes(r match.Reading) match.Score {
	var parts match.Score
	for _, text := range []string{r.Own, r.Context} {
		if strings.Trim(text, "[theof —].") != "" {
			parts++
		}
		if strings.Trim(text, "[ —].") != "" {
			parts++
		}
	}
	return parts * 2500
}

func TestAnItemIsMostLikeItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := readings(t, "a")
		for pair, score := range all(a, a) {
			if want := wholes(a[pair[0]]); pair[0] == pair[1] && score != want {
				t.Errorf("%v scores %s with itself, not %s", a[pair[0]], score, want)
			} else if score > want {
				t.Errorf("%v scores %s with %v, more than with itself", a[pair[0]], score, a[pair[1]])
			}
		}
	})
}

// Forms of one word are one word, though a little apart in meaning.
func TestFormsOfAWord(t *testing.T) {
	a, b := []match.Reading{{Own: "vision", Context: "vision"}}, []match.Reading{{Own: "Visions", Context: "visions"}}
	if s := match.New(a, b, match.English).Rank(1).Sources[0][0].Score; s < 7000 || s >= 10000 {
		t.Errorf("vision and visions score %s", s)
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

// By words alone, an item of other words has no candidates and takes none away.
func TestUnrelatedItem(t *testing.T) {
	count := func(a, b []match.Reading) int {
		n := 0
		for _, pairs := range match.New(a, b, match.Plain).Rank(len(b) + 1).Sources {
			n += len(pairs)
		}
		return n
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := readings(t, "a"), readings(t, "b")
		without := count(a, b)
		if with := count(a, append(b, match.Reading{Own: "zinc oxide", Context: "zinc oxide"})); with != without {
			t.Errorf("%d pairs became %d", without, with)
		}
	})
}

// What means something similar is a candidate, though it shares no word.
func TestMeaning(t *testing.T) {
	source := []match.Reading{{Own: "coach teachers"}}
	target := []match.Reading{{Own: "repair the roof"}, {Own: "mentoring educators"}, {Own: "zinc oxide"}}
	got := match.New(source, target, match.English).Rank(3).Sources[0]
	if len(got) == 0 || got[0].Target != 1 {
		t.Errorf("candidates %v", got)
	}
	if plain := match.New(source, target, match.Plain).Rank(3).Sources[0]; len(plain) != 0 {
		t.Errorf("by words alone, candidates %v", plain)
	}
}

// The shared words' weights add up to what the words bring to the score, but
// for their rounding.
func TestEvidenceAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := match.New(readings(t, "a"), readings(t, "b"), match.English)
		for _, pairs := range m.Rank(3).Sources {
			for _, p := range pairs {
				sum, evidence := match.Score(0), m.Evidence(p)
				for k, e := range evidence {
					sum += 4 * e.Weight
					if k > 0 && evidence[k-1].Weight < e.Weight {
						t.Errorf("%v stands before %v", evidence[k-1], e)
					}
				}
				if off := sum - byWords(m.Parts(p)); off < -20 || off > 20 {
					t.Errorf("%v: %v add up to %s", p, evidence, sum)
				}
			}
		}
	})
}

func byWords(parts []match.Part) match.Score {
	var sum match.Score
	for _, p := range parts {
		if p.By == "words" {
			sum += p.Cosine
		}
	}
	return sum
}

// The parts are those whose mean the score is. A negative one is shown as 0.
func TestPartsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := match.New(readings(t, "a"), readings(t, "b"), match.English)
		for _, pairs := range m.Rank(3).Sources {
			for _, p := range pairs {
				sum, parts := match.Score(0), m.Parts(p)
				lowest := match.Score(10000)
				for _, part := range parts {
					sum += part.Cosine
					lowest = min(lowest, part.Cosine)
				}
				if off := sum - 4*p.Score; len(parts) != 4 || off < -4 || off > 4 && lowest > 0 {
					t.Errorf("%v: the parts are %v", p, parts)
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
// every platform and for any number of processors; a change of the method or of
// the table changes it.
func TestScoresAreTheSameEverywhere(t *testing.T) {
	const want = "6594447455756cfcd05c1bb767bec3fee064d7096d520502b1985403f982af46"
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	c := readCrosswalk(t, "nist-csf-1.1", "nist-csf-2.0")
	for _, processors := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(processors)
		h := sha256.New()
		m := match.New(match.ReadAll(c.source), match.ReadAll(c.target), match.English)
		r := m.Rank(len(c.target))
		fmt.Fprintln(h, r.Sources, r.Targets, r.Bands, r.Background.Median(), m.Groups(r))
		for _, pairs := range r.Sources {
			fmt.Fprintln(h, m.Evidence(pairs[0]), m.Related(pairs[0]))
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != want {
			t.Errorf("with %d processors the hash is %s, want %s", processors, got, want)
		}
	}
}

// All pairs of n × n statements, read and ranked, as the standards word them.
func BenchmarkAllPairs(b *testing.B) {
	standard := match.ReadAll(readItems(b, "nist-sp-800-53-rev5"))
	for _, n := range []int{500, 1000, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			source, target := make([]match.Reading, n), make([]match.Reading, n)
			for i := range n {
				source[i], target[i] = standard[i%len(standard)], standard[(i+n)%len(standard)]
			}
			b.ReportAllocs()
			for b.Loop() {
				match.New(source, target, match.English).Rank(5)
			}
		})
	}
}
