package stats_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/exact"
	"rubrickit/rubric/stats"
)

func rat(t testing.TB, text string) *big.Rat {
	t.Helper()
	x, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("no number: %q", text)
	}
	return x
}

func tally(t testing.TB, numbers ...string) *stats.Tally {
	t.Helper()
	out := &stats.Tally{}
	for _, n := range numbers {
		out.Add(exact.FromRat(rat(t, n)))
	}
	return out
}

func TestTally(t *testing.T) {
	for _, c := range []struct {
		name, mean, deviation string
		numbers               []string
	}{
		{"several", "5", "2.13808993529939507748", []string{"2", "4", "4", "4", "5", "5", "7", "9"}}, // √(32/7)
		{"fractions", "31/12", "0.75154162547048238319", []string{"11/3", "5/2", "13/6", "2"}},
		{"a whole deviation", "3", "1.00000000000000000000", []string{"2", "3", "4"}},
		{"all equal", "7/3", "0.00000000000000000000", []string{"7/3", "14/6", "7/3"}},
		{"beyond a machine word", "100000000000000000000001", "1.41421356237309504880", []string{"100000000000000000000000", "100000000000000000000002"}},
		{"one", "3", "", []string{"3"}},
		{"none", "", "", nil},
	} {
		s := tally(t, c.numbers...)
		if got := s.Mean().String(); got != c.mean {
			t.Errorf("%s: mean %s, want %s", c.name, got, c.mean)
		}
		deviation := s.Deviation().Decimal(20, exact.HalfUp)
		if deviation != c.deviation {
			t.Errorf("%s: standard deviation %s, want %s", c.name, deviation, c.deviation)
		}
	}
}

func TestAtLeast(t *testing.T) {
	s := tally(t, "1", "5/2", "2.5", "3", "123456789012345678901/10")
	for bound, want := range map[string]int{"0": 5, "1": 5, "2.5": 4, "2.500001": 2, "3": 2, "99999999999999999999": 0} {
		if got := s.AtLeast(exact.FromRat(rat(t, bound))); got != want {
			t.Errorf("%d numbers are at least %s, want %d", got, bound, want)
		}
	}
}

// Intervals against values worked out apart, to 16 decimals, with the normal
// quantile from its series.
func TestWilson(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high string
	}{
		{8, 10, "0.4901624715366417", "0.9433178485456247"},
		{0, 10, "0.0000000000000000", "0.2775327998628893"},
		{10, 10, "0.7224672001371107", "1.0000000000000000"},
		{1, 3, "0.0614919447203962", "0.7923403991979523"},
		{37, 1000, "0.0269611808755547", "0.0505823974820693"},
		{1, 1, "0.2065493143772374", "1.0000000000000000"},
	} {
		low, high := stats.Wilson(c.k, c.n)
		if l, h := low.Decimal(16, exact.HalfUp), high.Decimal(16, exact.HalfUp); l != c.low || h != c.high {
			t.Errorf("%d of %d: %s to %s, want %s to %s", c.k, c.n, l, h, c.low, c.high)
		}
	}
	if low, high := stats.Wilson(0, 0); !low.IsNone() || !high.IsNone() {
		t.Errorf("0 of 0 has the interval %v to %v", low, high)
	}
}

// half is half a unit of the last of so many decimals.
func half(places int) *big.Rat {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	return new(big.Rat).SetFrac(big.NewInt(1), unit.Lsh(unit, 1))
}

// rounded are the ends of the stretch of numbers that round to what x rounds
// to.
func rounded(t testing.TB, x exact.Number, places int) (from, to *big.Rat) {
	r := rat(t, x.Decimal(places, exact.HalfUp))
	return new(big.Rat).Sub(r, half(places)), new(big.Rat).Add(r, half(places))
}

// A deviation rounds as the true square root does, to any number of decimals:
// the variance lies between the squares of the ends.
func TestDeviationRoundsCorrectly(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var s stats.Tally
		var all []*big.Rat
		for range rapid.IntRange(2, 12).Draw(r, "n") {
			x := big.NewRat(rapid.Int64Range(-20, 20).Draw(r, "numerator"), rapid.Int64Range(1, 12).Draw(r, "denominator"))
			s.Add(exact.FromRat(x))
			all = append(all, x)
		}
		places := rapid.IntRange(0, 39).Draw(r, "places")
		from, to := rounded(t, s.Deviation(), places)
		v := variance(all)
		if from.Sign() > 0 && from.Mul(from, from).Cmp(v) > 0 || to.Mul(to, to).Cmp(v) < 0 {
			r.Fatalf("√%s is not %s", v.RatString(), s.Deviation().Decimal(places, exact.HalfUp))
		}
	})
}

// variance is the sample variance by its definition.
func variance(all []*big.Rat) *big.Rat {
	n := big.NewRat(int64(len(all)), 1)
	mean, out := new(big.Rat), new(big.Rat)
	for _, x := range all {
		mean.Add(mean, x)
	}
	mean.Quo(mean, n)
	for _, x := range all {
		d := new(big.Rat).Sub(x, mean)
		out.Add(out, d.Mul(d, d))
	}
	return out.Quo(out, n.Sub(n, big.NewRat(1, 1)))
}

// The ends of an interval round as the true ends do: outside of it the share
// is further than z standard errors away, inside it is not.
func TestWilsonRoundsCorrectly(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 100000).Draw(r, "n")
		k := rapid.IntRange(0, n).Draw(r, "k")
		places := rapid.IntRange(8, 39).Draw(r, "places")
		low, high := stats.Wilson(k, n)
		before, after := rounded(t, low, places)
		if excess(t, k, n, before).Sign() < 0 || excess(t, k, n, after).Sign() > 0 {
			r.Fatalf("%d of %d: the low end is not %s", k, n, low.Decimal(places, exact.HalfUp))
		}
		before, after = rounded(t, high, places)
		if excess(t, k, n, before).Sign() > 0 || excess(t, k, n, after).Sign() < 0 {
			r.Fatalf("%d of %d: the high end is not %s", k, n, high.Decimal(places, exact.HalfUp))
		}
	})
}

// excess is (k/n − p)² − z²·p(1 − p)/n.
func excess(t testing.TB, k, n int, p *big.Rat) *big.Rat {
	z := rat(t, "1.95996398454005423552")
	spread := new(big.Rat).Sub(big.NewRat(1, 1), p)
	spread.Mul(spread, p)
	spread.Mul(spread, z.Mul(z, z)).Quo(spread, big.NewRat(int64(n), 1))
	d := new(big.Rat).Sub(big.NewRat(int64(k), int64(n)), p)
	return d.Mul(d, d).Sub(d, spread)
}
