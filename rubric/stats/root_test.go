package stats

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// A surd is exact where the root is whole; else it is the middle of the
// stretch of 10⁻⁴⁰ in which the number lies.
func TestSurd(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := rapid.Int64Range(-30, 30).Draw(r, "a")
		b := rapid.Int64Range(0, 40).Draw(r, "b")
		c := rapid.Int64Range(1, 6).Draw(r, "c")
		sign := rapid.SampledFrom([]int64{-1, 1}).Draw(r, "sign")
		x := surd(big.NewInt(a), big.NewInt(b), big.NewInt(c), sign).Rat()
		// what the root would be: (x·c − a)·sign
		root := new(big.Rat).Sub(new(big.Rat).Mul(x, big.NewRat(c, 1)), big.NewRat(a, 1))
		root.Mul(root, big.NewRat(sign, 1))
		if whole := new(big.Int).Sqrt(big.NewInt(b)); whole.Int64()*whole.Int64() == b {
			if root.Cmp(new(big.Rat).SetInt(whole)) != 0 {
				r.Fatalf("√%d is not %s", b, root)
			}
			return
		}
		unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(depth), nil)
		reach := new(big.Rat).SetFrac(big.NewInt(c), unit.Lsh(unit, 1)) // half a stretch, times c
		low, high := new(big.Rat).Sub(root, reach), new(big.Rat).Add(root, reach)
		if low.Mul(low, low).Cmp(big.NewRat(b, 1)) >= 0 || high.Mul(high, high).Cmp(big.NewRat(b, 1)) <= 0 {
			r.Fatalf("√%d is not within %s ± %s", b, root.FloatString(45), reach.FloatString(45))
		}
		if n := new(big.Rat).Mul(x, new(big.Rat).SetInt(unit)); !n.IsInt() || n.Num().Bit(0) == 0 {
			r.Fatalf("%s is not the middle of a stretch", x)
		}
	})
}
