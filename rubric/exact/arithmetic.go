package exact

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
)

// Add returns a + b.
func (a Number) Add(b Number) Number {
	if num, den, ok := addWords(a.num, a.den, b.num, b.den); ok {
		return lowest(num, den)
	}
	return a.widely(b, (*big.Rat).Add)
}

// Sub returns a - b.
func (a Number) Sub(b Number) Number {
	if num, den, ok := addWords(a.num, a.den, -b.num, b.den); ok {
		return lowest(num, den)
	}
	return a.widely(b, (*big.Rat).Sub)
}

// Mul returns a · b.
func (a Number) Mul(b Number) Number {
	if num, den, ok := mulWords(a.num, a.den, b.num, b.den); ok {
		return lowest(num, den)
	}
	return a.widely(b, (*big.Rat).Mul)
}

// Quo returns a / b; no number where b is 0.
func (a Number) Quo(b Number) Number {
	if b.Sign() == 0 {
		return Number{}
	}
	num, den := b.den, b.num // turned over
	if den < 0 {
		num, den = -num, -den
	}
	if num, den, ok := mulWords(a.num, a.den, num, den); ok {
		return lowest(num, den)
	}
	return a.widely(b, (*big.Rat).Quo)
}

// Cmp compares: -1, 0 or +1. No number comes before every number.
func (a Number) Cmp(b Number) int {
	switch {
	case a.den == b.den && a.den != 0:
		return cmp.Compare(a.num, b.num)
	case a.den != 0 && b.den != 0:
		return compareWords(a, b)
	case a.IsNone() || b.IsNone():
		return cmp.Compare(truth(!a.IsNone()), truth(!b.IsNone()))
	default:
		return a.Rat().Cmp(b.Rat())
	}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compareWords compares a.num·b.den with b.num·a.den in two words each.
func compareWords(a, b Number) int {
	if isShort(a.num) && isShort(a.den) && isShort(b.num) && isShort(b.den) {
		return cmp.Compare(a.num*b.den, b.num*a.den)
	}
	if s, t := a.Sign(), b.Sign(); s != t {
		return cmp.Compare(s, t)
	}
	aHigh, aLow := bits.Mul64(magnitude(a.num), uint64(b.den))
	bHigh, bLow := bits.Mul64(magnitude(b.num), uint64(a.den))
	further := cmp.Or(cmp.Compare(aHigh, bHigh), cmp.Compare(aLow, bLow)) // from 0
	return further * a.Sign()
}

// widely computes without words.
func (a Number) widely(b Number, op func(z, x, y *big.Rat) *big.Rat) Number {
	if a.IsNone() || b.IsNone() {
		return Number{}
	}
	return fromWide(op(new(big.Rat), a.Rat(), b.Rat()))
}

// addWords adds two fractions; not ok where a word is too small for it, or
// where one of them is no number in words.
func addWords(aNum, aDen, bNum, bDen int64) (num, den int64, ok bool) {
	if aDen == bDen {
		num, ok = add(aNum, bNum)
		return num, aDen, ok && aDen != 0
	}
	left, ok1 := mul(aNum, bDen)
	right, ok2 := mul(bNum, aDen)
	den, ok3 := mul(aDen, bDen)
	num, ok = add(left, right)
	return num, den, ok && ok1 && ok2 && ok3 && den != 0
}

// mulWords multiplies two fractions; not ok as in addWords.
func mulWords(aNum, aDen, bNum, bDen int64) (num, den int64, ok bool) {
	num, ok1 := mul(aNum, bNum)
	den, ok2 := mul(aDen, bDen)
	return num, den, ok1 && ok2 && den != 0
}

// add adds two words, neither of them the lowest; ok if neither is the sum.
func add(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (a^sum)&(b^sum) >= 0 && sum != math.MinInt64
}

// isShort reports whether half a word holds a number, so that a word holds the
// product of two.
func isShort(a int64) bool { return int64(int32(a)) == a }

// mul multiplies two words, neither of them the lowest; ok if the product is
// such a word.
func mul(a, b int64) (int64, bool) {
	if isShort(a) && isShort(b) {
		return a * b, true
	}
	high, low := bits.Mul64(magnitude(a), magnitude(b))
	return a * b, high == 0 && low <= math.MaxInt64
}
