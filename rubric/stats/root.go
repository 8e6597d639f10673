package stats

import (
	"math/big"

	"rubrickit/rubric/exact"
)

// depth is how many decimals of an irrational number are worked out. Rounding
// to p decimals asks on which side of a multiple of ½·10⁻ᵖ a number lies, so
// that every p below depth gets its answer.
const depth = 40

// root is the square root of a number that is not negative (see surd).
func root(x *big.Rat) exact.Number {
	// √(p/q) = √(p·q) / q
	return surd(new(big.Int), new(big.Int).Mul(x.Num(), x.Denom()), x.Denom(), 1)
}

// surd is (a + sign·√b) / c, with b ≥ 0 and c > 0: exactly where b is a
// square; else the middle of the stretch between two neighbouring multiples of
// 10⁻⁴⁰ in which it lies, found in whole numbers. The one and the other round
// alike to fewer decimals than that, in any direction.
func surd(a, b, c *big.Int, sign int64) exact.Number {
	r := new(big.Int).Sqrt(b)
	if new(big.Int).Mul(r, r).Cmp(b) == 0 {
		return number(r.Add(a, r.Mul(r, big.NewInt(sign))), c)
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(depth), nil)
	// With r = ⌊√b·unit⌋, the numerator in units lies strictly between two
	// neighbouring whole numbers: r and r + 1, or with a minus −r − 1 and −r.
	r.Sqrt(r.Mul(b, new(big.Int).Mul(unit, unit)))
	if sign < 0 {
		r.Neg(r.Add(r, big.NewInt(1)))
	}
	r.Add(r, new(big.Int).Mul(a, unit))
	// ⌊(m + f)/c⌋ = ⌊m/c⌋ for 0 < f < 1: the quotient's stretch is known.
	floor, _ := new(big.Int).DivMod(r, c, new(big.Int))
	floor.Add(floor.Lsh(floor, 1), big.NewInt(1))
	return number(floor, unit.Lsh(unit, 1))
}

func number(numerator, denominator *big.Int) exact.Number {
	return exact.FromRat(new(big.Rat).SetFrac(numerator, denominator))
}
