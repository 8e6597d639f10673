package sample

import "math/bits"

// mix makes a number out of others that looks as if drawn by chance: each is
// added and then scrambled by the finalizer of SplitMix64 (Steele, Lea, Flood:
// Fast Splittable Pseudorandom Number Generators, 2014).
func mix(seed uint64, with ...uint64) uint64 {
	x := scramble(seed)
	for _, w := range with {
		x = scramble(x + w)
	}
	return x
}

func scramble(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// permutation is a bijection of the numbers below n that keeps no list of
// them: a Feistel network over the next power of four, walked until it comes to
// a number below n, which takes fewer than four walks on the average.
type permutation struct {
	n    uint64
	half int // bits of half a number
	mask uint64
	keys [4]uint64
}

func newPermutation(n, seed uint64) *permutation {
	half := (bits.Len64(n) + 1) / 2
	p := &permutation{n: n, half: half, mask: 1<<half - 1}
	for i := range p.keys {
		p.keys[i] = mix(seed, uint64(i))
	}
	return p
}

// at is where a number below n goes.
func (p *permutation) at(x uint64) uint64 {
	for {
		left, right := x>>p.half, x&p.mask
		for _, key := range p.keys {
			left, right = right, left^scramble(right^key)&p.mask
		}
		if x = left<<p.half | right; x < p.n {
			return x
		}
	}
}
