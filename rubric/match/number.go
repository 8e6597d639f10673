package match

import "math"

// Every floating-point product below is rounded by an explicit conversion,
// since some processors otherwise fuse it with the addition that follows and
// round once; sums run in a fixed order. So all platforms agree on every bit.
// The standard library's logarithm makes no such promise. Cosines are sums of
// integers, so they have no order at all.

// ln is the natural logarithm of a positive number: with x = m·2^e and s =
// (m-1)/(m+1), ln x = e·ln 2 + 2·(s + s³/3 + s⁵/5 + …).
func ln(x float64) float64 {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	s := (m - 1) / (m + 1)
	square, sum := float64(s*s), 0.0
	for k := 25; k >= 1; k -= 2 { // |s| < 0.172, so s²⁵ is below the last bit
		sum = float64(sum*square) + 1/float64(k)
	}
	return float64(float64(e)*math.Ln2) + float64(2*float64(s*sum))
}

// idf is how rare a term is: ln((1+n)/(1+df)) + 1, with n texts of which df
// have the term.
func idf(n, df int) float64 { return ln(float64(1+n)/float64(1+df)) + 1 }

// cosine is a similarity of directions, or a sum of some, in units of 2^-44.
type cosine int64

// one is the cosine of two texts that are read alike.
const one cosine = 1 << 44

// Score is a similarity in ten-thousandths: 0 … 10000.
type Score int32

// mostScore is the score of two items that are read alike.
const mostScore Score = 10000

// score rounds the mean of a number of cosines, whose sum c is.
func (c cosine) score(parts int) Score {
	whole := one * cosine(parts)
	return min(max(Score((c*cosine(mostScore)+whole/2)/whole), 0), mostScore)
}

// Float is the score as a number from 0 to 1.
func (s Score) Float() float64 { return float64(s) / float64(mostScore) }

// String writes the score with four decimals: "0.4213".
func (s Score) String() string { return string(s.append(nil)) }

// MarshalJSON writes the score as a JSON number with four decimals.
func (s Score) MarshalJSON() ([]byte, error) { return s.append(nil), nil }

func (s Score) append(b []byte) []byte {
	digits := func(n Score, by Score) byte { return byte('0' + n/by%10) }
	return append(b, digits(s, 10000), '.', digits(s, 1000), digits(s, 100), digits(s, 10), digits(s, 1))
}
