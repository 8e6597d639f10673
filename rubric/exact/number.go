// Package exact computes with rational numbers that never lose a digit: in
// machine words as long as they hold a result, in package math/big where they
// do not. Whoever computes need not know which.
package exact

import (
	"math"
	"math/big"
	"strconv"
)

// Number is a rational number, or no number: the zero Number is none. It is a
// value; nothing changes one that was given out.
//
// What is undefined is no number: a division by 0, and every operation on no
// number.
type Number struct {
	// num/den in lowest terms with den > 0, where words hold them; num is
	// never the lowest int64, so that each num has its negative.
	num, den int64
	// wide is the number where words do not hold it, else nil. It is never
	// changed.
	wide *big.Rat
}

// New returns num/den; no number where den is 0.
func New(num, den int64) Number {
	switch {
	case den == 0:
		return Number{}
	case num == math.MinInt64 || den == math.MinInt64:
		return fromWide(big.NewRat(num, den))
	case den < 0:
		return lowest(-num, -den)
	default:
		return lowest(num, den)
	}
}

// Int returns a whole number.
func Int(n int64) Number { return New(n, 1) }

// Scaled returns unscaled / 10^scale: what a decimal with so many digits after
// its point is worth.
func Scaled(unscaled int64, scale uint8) Number {
	if int(scale) < len(powers) {
		return New(unscaled, int64(powers[scale]))
	}
	return fromWide(new(big.Rat).SetFrac(big.NewInt(unscaled), power(int(scale))))
}

// FromRat returns the value of a big.Rat, which stays the caller's; no number
// for nil.
func FromRat(x *big.Rat) Number {
	if x == nil {
		return Number{}
	}
	return fromWide(new(big.Rat).Set(x))
}

// fromWide takes a big.Rat that nobody else has.
func fromWide(x *big.Rat) Number {
	num, den := x.Num(), x.Denom()
	if num.IsInt64() && den.IsInt64() && num.Int64() != math.MinInt64 {
		return Number{num: num.Int64(), den: den.Int64()}
	}
	return Number{wide: x}
}

// IsNone reports whether there is no number.
func (a Number) IsNone() bool { return a.den == 0 && a.wide == nil }

// Rat returns the value as a new big.Rat; nil for no number.
func (a Number) Rat() *big.Rat {
	switch {
	case a.wide != nil:
		return new(big.Rat).Set(a.wide)
	case a.den == 0:
		return nil
	default:
		return big.NewRat(a.num, a.den)
	}
}

// Sign is -1, 0 or +1; 0 for no number.
func (a Number) Sign() int {
	switch {
	case a.num > 0:
		return 1
	case a.num < 0:
		return -1
	case a.wide != nil:
		return a.wide.Sign()
	default:
		return 0
	}
}

// String writes the number as a fraction in lowest terms, or as a whole one:
// "211/72", "3"; "" for no number.
func (a Number) String() string { return string(a.Append(nil)) }

// Append appends the text that String gives.
func (a Number) Append(to []byte) []byte {
	switch {
	case a.wide != nil:
		return append(to, a.wide.RatString()...)
	case a.den == 0:
		return to
	}
	to = strconv.AppendInt(to, a.num, 10)
	if a.den == 1 {
		return to
	}
	return strconv.AppendInt(append(to, '/'), a.den, 10)
}

// lowest makes num/den a number in lowest terms; den is positive.
func lowest(num, den int64) Number {
	if den == 1 {
		return Number{num: num, den: 1}
	}
	d := int64(gcd(magnitude(num), uint64(den)))
	return Number{num: num / d, den: den / d}
}

// gcd is the greatest common divisor; of 0 and b it is b.
func gcd(a, b uint64) uint64 {
	for a != 0 {
		a, b = b%a, a
	}
	return b
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}
