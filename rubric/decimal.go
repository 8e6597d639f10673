package rubric

import (
	"errors"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number: an integer over a power of ten. The
// zero Decimal is 0. Trailing zeros are kept, so "0.10" prints as written;
// compare with [Decimal.Cmp], not with ==.
type Decimal struct {
	unscaled int64
	scale    uint8 // digits after the point
}

// maxDigits bounds the digits of a Decimal so that it fits a machine word.
const maxDigits = 18

// ErrDecimal is the error for a text that is not a decimal number of at most
// 18 digits, such as "1e3" or "three".
var ErrDecimal = errors.New("not a decimal number of at most 18 digits")

// NewDecimal returns unscaled / 10^scale.
func NewDecimal(unscaled int64, scale uint8) Decimal { return Decimal{unscaled, scale} }

// ParseDecimal reads digits with an optional minus sign and an optional
// decimal point: "3", "-0.25", ".5".
func ParseDecimal(text string) (Decimal, error) {
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	if pointed && fraction == "" || len(whole)+len(fraction) == 0 || len(whole)+len(fraction) > maxDigits {
		return Decimal{}, ErrDecimal
	}
	var n int64
	for _, c := range []byte(whole + fraction) {
		if c < '0' || c > '9' {
			return Decimal{}, ErrDecimal
		}
		n = n*10 + int64(c-'0')
	}
	if negative {
		n = -n
	}
	return Decimal{n, uint8(len(fraction))}, nil
}

// Cmp compares the values of two decimals: -1, 0 or +1.
func (d Decimal) Cmp(e Decimal) int {
	if d.scale == e.scale {
		switch {
		case d.unscaled < e.unscaled:
			return -1
		case d.unscaled > e.unscaled:
			return 1
		default:
			return 0
		}
	}
	return d.Rat().Cmp(e.Rat())
}

// Sign is -1, 0 or +1.
func (d Decimal) Sign() int {
	switch {
	case d.unscaled < 0:
		return -1
	case d.unscaled > 0:
		return 1
	default:
		return 0
	}
}

// Rat returns the value as a new rational number.
func (d Decimal) Rat() *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.scale)), nil)
	return new(big.Rat).SetFrac(big.NewInt(d.unscaled), power)
}

// String writes the number with a point and the digits it was given.
func (d Decimal) String() string {
	digits, sign := strconv.FormatInt(d.unscaled, 10), ""
	if d.unscaled < 0 {
		digits, sign = digits[1:], "-"
	}
	if d.scale == 0 {
		return sign + digits
	}
	if short := int(d.scale) + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	point := len(digits) - int(d.scale)
	return sign + digits[:point] + "." + digits[point:]
}

// MarshalJSON writes the number as a JSON number with its digits as given.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// trimmed is the same value without zeros at the end of its fraction.
func (d Decimal) trimmed() Decimal {
	for d.scale > 0 && d.unscaled%10 == 0 {
		d = Decimal{d.unscaled / 10, d.scale - 1}
	}
	return d
}
