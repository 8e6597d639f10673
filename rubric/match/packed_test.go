package match

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/internal/meaning"
)

// drawn draws a vector, now and then one of a single component or of none.
func drawn(t *rapid.T, name string) *meaning.Vector {
	v := &meaning.Vector{}
	for i, n := range rapid.SliceOfN(rapid.IntRange(-5000, 5000), 0, meaning.Dim).Draw(t, name) {
		v[i] = float64(n) / 100
	}
	return v
}

func naive(a, b *meaning.Vector) float64 {
	dot := 0.0
	for i := range a {
		dot += a[i] * b[i]
	}
	return dot / math.Max(length(a)*length(b), 1e-300)
}

// Packed cosines are those of the vectors, to five decimals; they are
// symmetric, and that of a vector with itself is 1.
func TestPackedCosine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawn(t, "a"), drawn(t, "b")
		fromA, toA := pack(a)
		fromB, toB := pack(b)
		got := fromA.cosine(&toB)
		if back := fromB.cosine(&toA); back != got {
			t.Errorf("%d one way, %d the other", got, back)
		}
		if off := float64(got)/float64(one) - naive(a, b); math.Abs(off) > 5e-5 {
			t.Errorf("the cosine is off by %g", off)
		}
		if self := float64(fromA.cosine(&toA)) / float64(one); length(a) > 0 && math.Abs(self-1) > 5e-5 {
			t.Errorf("the cosine with itself is %g", self)
		}
	})
}

// The greatest numbers there can be: all of a vector in one component, or
// spread over all, of either sign.
func TestPackedExtremes(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(i int) float64
	}{
		{"one component", func(i int) float64 { return map[bool]float64{true: 1}[i == 0] }},
		{"another", func(i int) float64 { return map[bool]float64{true: -1}[i == 255] }},
		{"all alike", func(int) float64 { return 3e5 }},
		{"all negative", func(int) float64 { return -3e-5 }},
		{"signs in turns", func(i int) float64 { return float64(1 - 2*(i%2)) }},
	} {
		v, opposite := &meaning.Vector{}, &meaning.Vector{}
		for i := range v {
			v[i], opposite[i] = c.fill(i), -c.fill(i)
		}
		from, to := pack(v)
		_, away := pack(opposite)
		if got := from.cosine(&to).score(1); got != mostScore {
			t.Errorf("%s: %s with itself", c.name, got)
		}
		if got := float64(from.cosine(&away)) / float64(one); math.Abs(got+1) > 1e-4 {
			t.Errorf("%s: %g with its opposite", c.name, got)
		}
	}
}
