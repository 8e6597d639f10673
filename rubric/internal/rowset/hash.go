package rowset

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"math/rand/v2"
)

// hasher hashes keys, part by part. It is drawn at random, so that nobody can
// choose keys that meet in one place.
type hasher struct {
	first, other, size uint64
	long               maphash.Seed
}

func newHasher() hasher {
	return hasher{rand.Uint64(), rand.Uint64(), rand.Uint64(), maphash.MakeSeed()}
}

// shortSize is how many bytes a part has that is taken as two numbers.
const shortSize = 16

// isHandy reports whether a part is short and has memory behind it, as texts in
// a file have. Such a part is taken and copied without a look at how long it
// is: a wrong guess of a branch costs more than all the rest.
func isHandy(part []byte) bool { return len(part) <= shortSize && cap(part) >= shortSize }

// numbers are a handy part as two numbers, with zeros behind it.
func numbers(part []byte) (low, high uint64) {
	n := uint(len(part))
	b := part[:shortSize]
	return binary.LittleEndian.Uint64(b) & (1<<(8*n) - 1), binary.LittleEndian.Uint64(b[8:]) & (1<<(8*max(n, 8)-64) - 1)
}

// add is the hash of the parts that a hash stands for, and one more.
func (h *hasher) add(hash uint64, part []byte) uint64 {
	switch {
	case isHandy(part):
		low, high := numbers(part)
		return h.mix(hash, low, high, len(part))
	case len(part) <= shortSize:
		low, high := numbers(append(make([]byte, 0, shortSize), part...))
		return h.mix(hash, low, high, len(part))
	default:
		return h.mix(hash, maphash.Bytes(h.long, part), 0, len(part))
	}
}

func (h *hasher) mix(hash, low, high uint64, size int) uint64 {
	return fold(low^hash, high^h.other) + h.size*uint64(size)
}

// fold mixes two numbers, of which at least one is secret, by a product of
// twice their size.
func fold(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return high ^ low
}

// group is the hash of a first part.
func (h *hasher) group(part []byte) uint64 { return h.add(h.first, part) }

// key is the hash of a whole key.
func (h *hasher) key(k Key) uint64 {
	hash := h.first
	for len(k) > 0 {
		var part []byte
		part, k = k.Cut()
		hash = h.add(hash, part)
	}
	return hash
}

// upper is the half of a hash that tells rows and groups of a shard apart; the
// lower tells the shard.
func upper(hash uint64) uint32 { return uint32(hash >> 32) }
