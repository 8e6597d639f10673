package rowset

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"iter"
)

// arenaSize is how much memory is taken at once. A record never moves and lies
// together, so that finding one costs about two misses of the cache.
const arenaSize = 1 << 20

// table interns keys, each with some bytes of its own: an open hash of places
// over an arena of records.
type table struct {
	slots []uint64 // tag << placeBits | place + 1
	arena [][]byte
	used  int // bytes of the last arena
	n     int
	extra int // bytes of a record's own
	seed  maphash.Seed
}

// placeBits is how many bits of a slot are for the place; the rest are a tag,
// which spares most looks at a record that is another's.
const placeBits = 44

// record is a link (8 bytes), the length of the key (4), the key, and its own
// bytes. The link is 0 or a place + 1.
type record []byte

const headSize = 12

func (r record) link() uint64     { return binary.LittleEndian.Uint64(r) }
func (r record) setLink(l uint64) { binary.LittleEndian.PutUint64(r, l) }
func (r record) keyLen() int      { return int(binary.LittleEndian.Uint32(r[8:])) }
func (r record) key() []byte      { return r[headSize:][:r.keyLen():r.keyLen()] }
func (r record) own() []byte      { return r[headSize+r.keyLen():] }

// at is the record at a place: the number of its arena, then the offset in it.
func (t *table) at(place uint64) record {
	return t.arena[place>>20][place&(arenaSize-1):]
}

// find returns the place of a key and whether it is there.
func (t *table) find(k []byte, hash uint64) (uint64, bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; t.slots[i] != 0; i = (i + 1) & mask {
		place := t.slots[i]&(1<<placeBits-1) - 1
		if t.slots[i]>>placeBits == hash>>placeBits && bytes.Equal(t.at(place).key(), k) {
			return place, true
		}
	}
	return 0, false
}

// intern returns the place of a key, which it adds where it is not there.
func (t *table) intern(k []byte, hash uint64) (place uint64, fresh bool) {
	t.grow()
	if place, found := t.find(k, hash); found {
		return place, false
	}
	place = t.room(headSize + len(k) + t.extra)
	rec := t.at(place)
	binary.LittleEndian.PutUint32(rec[8:], uint32(len(k)))
	copy(rec[headSize:], k)
	t.n++
	t.enter(hash, place)
	return place, true
}

// room takes so many bytes of the arena. A record that is longer than an arena
// gets one of its own.
func (t *table) room(size int) uint64 {
	if len(t.arena) == 0 || t.used+size > len(t.arena[len(t.arena)-1]) {
		t.arena, t.used = append(t.arena, make([]byte, t.arenaFor(size))), 0
	}
	place := uint64(len(t.arena)-1)<<20 | uint64(t.used)
	t.used += size
	return place
}

// arenaFor is the size of the next arena: small ones first, so that a small
// set stays small.
func (t *table) arenaFor(size int) int {
	const first = 4 << 10
	return max(size, min(arenaSize, first<<(2*min(len(t.arena), 4))))
}

// grow makes room in the slots for one more.
func (t *table) grow() {
	if t.n*4 < len(t.slots)*3 {
		return
	}
	size := max(64, len(t.slots))
	for size*3 <= t.n*4 {
		size *= 2
	}
	t.slots = make([]uint64, size)
	for place, rec := range t.placed() {
		t.enter(maphash.Bytes(t.seed, rec.key()), place)
	}
}

func (t *table) enter(hash, place uint64) {
	mask := uint64(len(t.slots) - 1)
	i := hash & mask
	for t.slots[i] != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = hash>>placeBits<<placeBits | (place + 1)
}

// all visits the records in the order in which they came.
func (t *table) all() iter.Seq[record] {
	return func(yield func(record) bool) {
		for _, rec := range t.placed() {
			if !yield(rec) {
				return
			}
		}
	}
}

// placed visits the records with their places.
func (t *table) placed() iter.Seq2[uint64, record] {
	return func(yield func(uint64, record) bool) {
		left := t.n
		for i, arena := range t.arena {
			for at := 0; left > 0 && at+headSize < len(arena); left-- {
				rec := record(arena[at:])
				if rec.keyLen() == 0 {
					break // the rest of this arena is empty
				}
				if !yield(uint64(i)<<20|uint64(at), rec) {
					return
				}
				at += headSize + rec.keyLen() + t.extra
			}
		}
	}
}
