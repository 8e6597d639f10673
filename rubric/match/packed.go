package match

import (
	"math"

	"rubrickit/rubric/internal/meaning"
)

// A direction of meaning is kept as integers, two in a word of 64 bits, so
// that one multiplication does two: with a = a₀ + a₁·2³² and b = b₁ + b₀·2³²,
//
//	a·b mod 2⁶⁴ = a₀b₁ + (a₀b₀ + a₁b₁)·2³²
//
// and sums of such products keep both numbers apart as long as each fits into
// 32 bits. That holds since no sum of products is greater than the product of
// the lengths (Cauchy and Schwarz). All of it is exact, whatever the order.

// words64 is how many words of 64 bits a direction takes.
const words64 = meaning.Dim / 2

// direction is a vector, packed as a source or as a target.
type direction struct {
	packed [words64]uint64
	// gain is what the numbers still lack of length 2^14.5, their rounding, in
	// units of 2^-16; 0 for a text without meaning.
	gain int64
}

// Lengths of packed vectors, squared: half of what 32 bits hold.
const squaredLength = 1 << 29

// pack gives a vector its length and packs it both ways. A vector of length 0
// stays so.
func pack(v *meaning.Vector) (asSource, asTarget direction) {
	squares := 0.0
	for _, x := range v {
		squares += float64(x * x)
	}
	if squares == 0 {
		return
	}
	scale, rounded := math.Sqrt(squaredLength/squares), int64(0)
	for i := range words64 {
		even := int64(math.Round(float64(v[2*i] * scale)))
		odd := int64(math.Round(float64(v[2*i+1] * scale)))
		asSource.packed[i] = uint64(even + odd<<32)
		asTarget.packed[i] = uint64(odd + even<<32)
		rounded += even*even + odd*odd
	}
	asSource.gain = int64(math.Round(math.Sqrt(squaredLength/float64(rounded)) * (1 << 16)))
	asTarget.gain = asSource.gain
	return
}

// cosine of a source's and a target's direction.
func (d *direction) cosine(target *direction) cosine {
	p, q := &d.packed, &target.packed
	var a, b, c, e uint64 // four sums, so that no multiplication waits for another
	for i := 0; i < words64; i += 4 {
		a += p[i] * q[i]
		b += p[i+1] * q[i+1]
		c += p[i+2] * q[i+2]
		e += p[i+3] * q[i+3]
	}
	sum := int64(a + b + c + e)
	product := (sum - int64(int32(sum))) >> 32 // in units of 2^-29, to be made 2^-44
	return cosine(product * d.gain * target.gain >> 17)
}
