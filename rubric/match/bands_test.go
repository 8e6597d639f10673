package match

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func backgroundOf(scores ...Score) *Background {
	b := &Background{}
	for _, s := range scores {
		b.add(s)
	}
	return b
}

// A pair's score is at its place among all: counted as plainly as possible.
func TestBackground(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOf(rapid.Map(rapid.IntRange(0, 10000), func(n int) Score { return Score(n) })).Draw(t, "scores")
		half := len(scores) / 2
		whole := backgroundOf(scores[:half]...)
		whole.merge(backgroundOf(scores[half:]...))
		most := rapid.IntRange(0, len(scores)+1).Draw(t, "most")
		got := whole.reachedBy(int64(most))
		reach := func(limit Score) int {
			return len(slices.DeleteFunc(slices.Clone(scores), func(s Score) bool { return s < limit }))
		}
		if reach(got) > most || got > 0 && reach(got-1) <= most {
			t.Errorf("%d of %d reach %s, %d the score below, and at most %d may", reach(got), len(scores), got, reach(max(got, 1)-1), most)
		}
	})
}

func TestMedian(t *testing.T) {
	if m := backgroundOf(1000, 2000, 3000, 4000).Median(); m != 2001 {
		t.Errorf("the median is %s", m)
	}
	if m := backgroundOf().Median(); m != 0 {
		t.Errorf("without pairs the median is %s", m)
	}
}

func TestBandsMove(t *testing.T) {
	fill := func(n int, s Score) []Score { return slices.Repeat([]Score{s}, n) }
	for _, c := range []struct {
		name   string
		scores []Score
		want   Bands
	}{
		{"too few pairs to say", fill(99, 9000), Bands{0, 4000, 5000, 6000}},
		{"all low: down, half a step at most", fill(400, 1000), Bands{0, 3500, 4500, 5500}},
		{"all high: up, half a step at most", fill(400, 9000), Bands{0, 4500, 5500, 6500}},
		{ // of 400 pairs 20 may be possible, 8 likely, 4 close
			"halfway", slices.Concat(fill(379, 1000), fill(12, 3399), fill(5, 4599), fill(4, 6599)),
			Bands{0, 3700, 4800, 5500},
		},
	} {
		if got := bandsOf(English, backgroundOf(c.scores...), 20); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Many candidates have more chances: of as many pairs, those of few items of
// the smaller framework stand out less.
func TestBandsCountItems(t *testing.T) {
	b := backgroundOf(slices.Concat(slices.Repeat([]Score{1000}, 9900), slices.Repeat([]Score{4400}, 100))...)
	few, many := bandsOf(English, b, 10), bandsOf(English, b, 100)
	if few[Possible] <= many[Possible] {
		t.Errorf("possible begins at %s and %s", few[Possible], many[Possible])
	}
}

// The words cover all scores without a hole, best first, however they moved.
func TestBandsCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &Background{}
		for s, n := range rapid.MapOf(rapid.Int32Range(0, 10000), rapid.Int64Range(1, 500)).Draw(t, "background") {
			b.counts[s] += n
			b.pairs += n
		}
		l := rapid.SampledFrom([]Language{English, Plain}).Draw(t, "language")
		bands := bandsOf(l, b, rapid.IntRange(1, 50).Draw(t, "smaller"))
		for s := Score(0); s <= mostScore; s++ {
			w := bands.Word(s)
			if s < bands.From(w) || w < Close && s >= bands.From(w+1) {
				t.Fatalf("%v: %s is called %s", bands, s, w)
			}
		}
	})
}
