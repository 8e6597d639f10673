package exact

import "math/big"

// Sum adds numbers over a common denominator, and reduces once, at the end. The
// zero Sum is the sum of nothing, which is 0. Once no number is added, the sum
// is none.
type Sum struct {
	// num/den is the sum, where words hold it: 0/0 where it is of nothing.
	num, den int64
	wide     *big.Rat // the sum, where words do not; then it is 0/0 besides
	none     bool
}

// Add adds a number.
func (s *Sum) Add(a Number) {
	if total, ok := add(s.num, a.num); ok && s.den == a.den && a.den != 0 {
		s.num = total
		return
	}
	s.addOther(a)
}

// AddProduct adds w · a.
func (s *Sum) AddProduct(w, a Number) {
	if w.num != 1 || w.den != 1 {
		a = w.Mul(a)
	}
	s.Add(a)
}

// AddQuotient adds num/den, which need not be in lowest terms. den is positive,
// and num is not the lowest word.
func (s *Sum) AddQuotient(num, den int64) {
	switch total, ok := add(s.num, num); {
	case ok && s.den == den:
		s.num = total
	case s.den == 0 && s.wide == nil:
		s.num, s.den = num, den
	case !s.addOver(num, den):
		s.addWide(big.NewRat(num, den))
	}
}

// addOther adds a number over another denominator, or what words do not hold.
func (s *Sum) addOther(a Number) {
	switch {
	case a.IsNone():
		s.none = true
	case s.den == 0 && s.wide == nil && a.wide == nil:
		s.num, s.den = a.num, a.den
	case !s.addOver(a.num, a.den):
		s.addWide(a.Rat())
	}
}

// addOver adds num/den over the least common denominator, if words hold it.
func (s *Sum) addOver(num, den int64) bool {
	if s.den == 0 || den == 0 {
		return false
	}
	shared := int64(gcd(uint64(s.den), uint64(den)))
	left, ok1 := mul(s.num, den/shared)
	right, ok2 := mul(num, s.den/shared)
	common, ok3 := mul(s.den, den/shared)
	total, ok4 := add(left, right)
	if !(ok1 && ok2 && ok3 && ok4) {
		return false
	}
	s.num, s.den = total, common
	return true
}

func (s *Sum) addWide(a *big.Rat) {
	if s.wide == nil {
		s.wide = big.NewRat(s.num, max(1, s.den))
		s.num, s.den = 0, 0
	}
	s.wide.Add(s.wide, a)
}

// Total is the sum.
func (s *Sum) Total() Number {
	switch {
	case s.none:
		return Number{}
	case s.wide != nil:
		return FromRat(s.wide)
	default:
		return lowest(s.num, max(1, s.den))
	}
}

// By is the sum divided by a whole number, which is positive.
func (s *Sum) By(n int64) Number { return s.Over(&Sum{num: n, den: 1}) }

// Over is the sum divided by another; no number where that is 0.
func (s *Sum) Over(t *Sum) Number {
	if s.wide == nil && t.wide == nil && !s.none && !t.none && t.num > 0 {
		if num, den, ok := mulWords(s.num, max(1, s.den), max(1, t.den), t.num); ok {
			return lowest(num, den)
		}
	}
	return s.Total().Quo(t.Total())
}
