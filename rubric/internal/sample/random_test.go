package sample

import (
	"testing"

	"pgregory.net/rapid"
)

func TestPermutationIsABijection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(1, 3000).Draw(t, "n")
		p := newPermutation(n, rapid.Uint64().Draw(t, "seed"))
		seen := make([]bool, n)
		for i := range n {
			to := p.at(i)
			if to >= n || seen[to] {
				t.Fatalf("%d goes to %d, which is no number below %d, or taken", i, to, n)
			}
			seen[to] = true
		}
	})
}

func TestPermutationOfHugeSets(t *testing.T) {
	const n = 1<<62 + 1
	p := newPermutation(n, 1)
	seen := map[uint64]bool{}
	for i := range uint64(1000) {
		to := p.at(n - 1 - i)
		if to >= n || seen[to] {
			t.Fatalf("%d goes to %d", n-1-i, to)
		}
		seen[to] = true
	}
}

// TestPermutationScatters: numbers that follow one another go far apart, a
// third of the way on the average.
func TestPermutationScatters(t *testing.T) {
	const n = 100_000
	p := newPermutation(n, 7)
	var way float64
	for i := range uint64(n - 1) {
		a, b := p.at(i), p.at(i+1)
		way += float64(max(a, b)-min(a, b)) / (n * (n - 1))
	}
	if way < 0.32 || way > 0.35 {
		t.Errorf("neighbours go %.3f of the way apart", way)
	}
}
