package stats

import (
	"math/big"

	"rubrickit/rubric/exact"
)

// The 97.5 % quantile of the standard normal distribution, z =
// 1.95996398454005423552, as digits over a power of ten: an interval of 95 %
// leaves 2.5 % on either side.
const (
	quantileDigits = "195996398454005423552"
	quantilePlaces = 20
)

// quantileSquared gives z² as a fraction.
func quantileSquared() (numerator, denominator *big.Int) {
	z, _ := new(big.Int).SetString(quantileDigits, 10)
	return z.Mul(z, z), new(big.Int).Exp(big.NewInt(10), big.NewInt(2*quantilePlaces), nil)
}

// Wilson is the score interval of E. B. Wilson (1927) for the share k of n,
// with a confidence of 95 % and without a correction for continuity: the
// shares p from which k/n is at most z standard errors away, where
// (k/n − p)² ≤ z²·p(1 − p)/n. Of nothing there is none.
func Wilson(k, n int) (low, high exact.Number) {
	if n == 0 {
		return low, high
	}
	// The ends are (2k + z² ± √(z²·(z² + 4k(n − k)/n))) / (2(n + z²)). Times
	// n·d, with z² = s/d, all is whole.
	s, d := quantileSquared()
	K, N := big.NewInt(int64(k)), big.NewInt(int64(n))
	a := product(big.NewInt(2), K, d)
	a = product(N, a.Add(a, s))
	b := product(big.NewInt(4), K, new(big.Int).Sub(N, K), N, d)
	b = product(s, b.Add(b, product(N, N, s)))
	c := product(N, d)
	c = product(big.NewInt(2), N, c.Add(c, s))
	return surd(a, b, c, -1), surd(a, b, c, 1)
}

func product(factors ...*big.Int) *big.Int {
	out := big.NewInt(1)
	for _, f := range factors {
		out.Mul(out, f)
	}
	return out
}
