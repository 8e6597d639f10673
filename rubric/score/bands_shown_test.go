package score

import (
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/exact"
)

// What is clear of a score is the band of the score itself, and of the score as
// it is shown.
func TestClearBands(t *testing.T) {
	cleared := 0
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Custom(func(t *rapid.T) exact.Number {
			return exact.New(rapid.Int64Range(-4000, 4000).Draw(t, "num"), rapid.SampledFrom([]int64{1, 2, 3, 7, 10, 72, 1000, 1001}).Draw(t, "den"))
		})
		mode := rapid.SampledFrom(roundModes()).Draw(t, "mode")
		places := rapid.IntRange(0, 20).Draw(t, "places")
		shown := Rounding{[]roundStep{{places, mode}}, whenDisplay}
		p := &plan{policy: &Policy{display: shown, round: shown}}
		for range rapid.IntRange(0, 4).Draw(t, "bands") {
			if cut, n := number.Draw(t, "cut"), len(p.bands.cuts); n == 0 || p.bands.cuts[n-1].Cmp(cut) < 0 {
				p.bands.cuts = append(p.bands.cuts, cut)
			}
		}
		ladder, v := p.shownLadder(), number.Draw(t, "score")
		if len(p.bands.cuts) > 0 && rapid.Bool().Draw(t, "near") {
			v = p.bands.cuts[0].Add(exact.Scaled(rapid.Int64Range(-25, 25).Draw(t, "tenths of a unit"), uint8(places+1)))
		}
		rank, clear := ladder.of(v)
		if !clear {
			return
		}
		cleared++
		if itself, rounded := p.bands.of(v), p.bands.of(shown.Round(v)); rank != itself || rank != rounded {
			t.Fatalf("%v is of band %d; %d itself, %d as shown", v, rank, itself, rounded)
		}
	})
	if cleared == 0 {
		t.Error("no score was clear")
	}
}
