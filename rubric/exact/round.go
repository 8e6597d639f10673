package exact

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// Mode is a way to round. It decides whether the magnitude of a number that
// lies between two neighbours goes to the greater one: odd says that the
// smaller one is odd, half compares the distance from it with one half (-1, 0,
// +1), negative is of the number.
type Mode func(odd bool, half int, negative bool) bool

// HalfUp rounds to the nearest, a half away from 0, as in school.
func HalfUp(_ bool, half int, _ bool) bool { return half >= 0 }

// HalfEven rounds to the nearest, a half to the even neighbour.
func HalfEven(odd bool, half int, _ bool) bool { return half > 0 || half == 0 && odd }

// Ceil rounds up, towards plus infinity.
func Ceil(_ bool, _ int, negative bool) bool { return !negative }

// Floor rounds down, towards minus infinity.
func Floor(_ bool, _ int, negative bool) bool { return negative }

// Truncate rounds towards 0.
func Truncate(bool, int, bool) bool { return false }

// Round returns the number rounded to so many decimal places.
func (a Number) Round(places int, mode Mode) Number {
	if a.IsNone() {
		return a
	}
	if units, ok := a.units(places, mode); ok {
		return fromUnits(units, places, a.num < 0)
	}
	units := a.wideUnits(places, mode)
	return fromWide(new(big.Rat).SetFrac(units, power(places)))
}

// Units is the number rounded to so many decimal places, in units of the last
// one: 2.5 with two places is 250. It is ok where a word holds them.
func (a Number) Units(places int, mode Mode) (int64, bool) {
	units, ok := a.units(places, mode)
	if a.num < 0 {
		return -int64(units), ok
	}
	return int64(units), ok
}

// fromUnits is units / 10^places, or the negative of it. All that these can have
// in common is twos and fives.
func fromUnits(units uint64, places int, negative bool) Number {
	den := powers[places]
	for ; den%2 == 0 && units%2 == 0; den /= 2 {
		units /= 2
	}
	for ; den%5 == 0 && units%5 == 0; den /= 5 {
		units /= 5
	}
	num := int64(units)
	if negative {
		num = -num
	}
	return Number{num: num, den: int64(den)}
}

// Decimal writes the number rounded to so many decimal places, all of them:
// "2.50"; "" for no number. There is no negative zero.
func (a Number) Decimal(places int, mode Mode) string {
	return string(a.AppendDecimal(nil, places, mode))
}

// AppendDecimal appends the text that Decimal gives.
func (a Number) AppendDecimal(to []byte, places int, mode Mode) []byte {
	switch a.den {
	case 0:
		if a.IsNone() {
			return to
		}
	case 1:
		return appendZeros(appendInt(to, a.num), places)
	}
	if units, ok := a.units(places, mode); ok {
		if a.Sign() < 0 && units != 0 {
			to = append(to, '-')
		}
		return appendUnits(to, units, places)
	}
	units := a.wideUnits(places, mode)
	if units.Sign() < 0 {
		to = append(to, '-')
	}
	return pointed(to, new(big.Int).Abs(units).Append(nil, 10), places)
}

// appendZeros appends a point and so many zeros.
func appendZeros(to []byte, n int) []byte {
	const zeros = "00000000000000000000000000000000"
	if n > 0 {
		to = append(to, '.')
	}
	for ; n > len(zeros); n -= len(zeros) {
		to = append(to, zeros...)
	}
	return append(to, zeros[:n]...)
}

// appendInt appends a whole number. Scores mostly have one digit before the point.
func appendInt(to []byte, n int64) []byte {
	if 0 <= n && n < 10 {
		return append(to, '0'+byte(n))
	}
	return strconv.AppendInt(to, n, 10)
}

// appendUnits appends units / 10^places, which is in powers.
func appendUnits(to []byte, units uint64, places int) []byte {
	whole := units / powers[places]
	to = appendInt(to, int64(whole))
	if places == 0 {
		return to
	}
	to = append(to, '.')
	to = append(to, digitRoom[:places]...)
	putDigits(to[len(to)-places:], units-whole*powers[places])
	return to
}

// digitRoom is room for the decimals of a word.
const digitRoom = "000000000000000000"

// putDigits writes a number with as many digits as there is room for, two at a
// time.
func putDigits(to []byte, n uint64) {
	at := len(to)
	for ; at >= 2; at -= 2 {
		two := n % 100 * 2
		n /= 100
		to[at-2], to[at-1] = twoDigits[two], twoDigits[two+1]
	}
	if at > 0 {
		to[0] = '0' + byte(n%10)
	}
}

// twoDigits are the numbers from 00 to 99.
const twoDigits = "00010203040506070809" +
	"10111213141516171819" +
	"20212223242526272829" +
	"30313233343536373839" +
	"40414243444546474849" +
	"50515253545556575859" +
	"60616263646566676869" +
	"70717273747576777879" +
	"80818283848586878889" +
	"90919293949596979899"

// pointed appends digits with a point before the last places of them.
func pointed(to, digits []byte, places int) []byte {
	whole := len(digits) - places
	if whole <= 0 {
		to = append(to, '0')
	} else {
		to = append(to, digits[:whole]...)
		digits = digits[whole:]
	}
	if places == 0 {
		return to
	}
	to = append(to, '.')
	for range -min(whole, 0) {
		to = append(to, '0')
	}
	return append(to, digits...)
}

// powers are the powers of ten that fit a word.
var powers = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// power is 10^n for any n.
func power(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// units is the magnitude of the number rounded to places, in units of the last
// one; ok where words suffice, with one bit to spare for a sign.
func (a Number) units(places int, mode Mode) (uint64, bool) {
	if a.den == 0 || places >= len(powers) {
		return 0, false
	}
	high, low := bits.Mul64(magnitude(a.num), powers[places])
	if high >= uint64(a.den) {
		return 0, false // nor would the quotient fit
	}
	units, rest := bits.Div64(high, low, uint64(a.den))
	if rest != 0 && mode(units&1 == 1, compareHalf(rest, uint64(a.den)), a.num < 0) {
		units++
	}
	return units, units <= math.MaxInt64
}

// compareHalf compares rest/whole with one half.
func compareHalf(rest, whole uint64) int {
	switch {
	case rest > whole-rest:
		return 1
	case rest == whole-rest:
		return 0
	default:
		return -1
	}
}

// wideUnits is the number rounded to places, in units of the last one.
func (a Number) wideUnits(places int, mode Mode) *big.Int {
	x := a.Rat()
	scaled := new(big.Int).Mul(new(big.Int).Abs(x.Num()), power(places))
	units, rest := scaled.QuoRem(scaled, x.Denom(), new(big.Int))
	half := new(big.Int).Lsh(rest, 1).Cmp(x.Denom())
	if rest.Sign() != 0 && mode(units.Bit(0) == 1, half, x.Sign() < 0) {
		units.Add(units, big.NewInt(1))
	}
	if x.Sign() < 0 {
		units.Neg(units)
	}
	return units
}
