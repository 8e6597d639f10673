package rowset

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// arenaSize is how much memory is taken at once. A record never moves and lies
// together, so that finding one costs about two misses of the cache.
const arenaSize = 1 << 20

// table interns keys, each with some bytes of its own: an open hash of places
// over an arena of records.
type table struct {
	slots []slot // as many as a power of 2, a fourth of them empty
	arena [][]byte
	used  int // bytes of the last arena
	n     int
	extra int // bytes of a record's own
	hash  *hasher
}

// slot is where a record is, as place + 1, under the upper bits of its hash; 0
// is empty. These bits spare most looks at a record that is another's, and tell
// where the slot belongs, however many there are: up to 2 to the power of 28.
type slot uint64

// placeBits is how many bits of a slot are for the place.
const placeBits = 36

func slotFor(hash uint32, place uint64) slot { return slot(tag(hash)<<placeBits | (place + 1)) }

// tag is what a slot keeps of a hash.
func tag(hash uint32) uint64 { return uint64(hash >> (placeBits - 32)) }

func (s slot) tag() uint64   { return uint64(s >> placeBits) }
func (s slot) place() uint64 { return uint64(s)&(1<<placeBits-1) - 1 }

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

// find returns the place of a key and whether it is there. There are slots.
func (t *table) find(k Key, hash uint32) (uint64, bool) {
	mask := uint64(len(t.slots) - 1)
	want := tag(hash)
	for i := want & mask; t.slots[i] != 0; i = (i + 1) & mask {
		s := t.slots[i]
		if s.tag() == want && bytes.Equal(t.at(s.place()).key(), k) {
			return s.place(), true
		}
	}
	return 0, false
}

// in returns the record of a slot where it is that of the key, else nil.
func (t *table) in(s slot, k Key, hash uint32) record {
	if s == 0 || s.tag() != tag(hash) {
		return nil
	}
	if rec := t.at(s.place()); bytes.Equal(rec.key(), k) {
		return rec
	}
	return nil
}

// intern returns the place of a key, which it adds where it is not there.
func (t *table) intern(k Key, hash uint32) (place uint64, fresh bool) {
	t.open()
	if place, found := t.find(k, hash); found {
		return place, false
	}
	if t.isFull() {
		t.widen()
	}
	return t.add(k, hash), true
}

// add adds a key that is not there. There is an empty slot.
func (t *table) add(k Key, hash uint32) uint64 {
	place := t.room(headSize + len(k) + t.extra)
	rec := t.at(place)
	binary.LittleEndian.PutUint32(rec[8:], uint32(len(k)))
	copy(rec[headSize:], k)
	t.n++
	t.enter(slotFor(hash, place))
	return place
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

// open makes slots where there are none: at first, and once they were given
// back.
func (t *table) open() {
	if len(t.slots) > 0 {
		return
	}
	t.slots = make([]slot, slotsFor(t.n))
	for place, rec := range t.placed() {
		t.enter(slotFor(upper(t.hash.key(rec.key())), place))
	}
}

// slotsFor is how many slots so many records take.
func slotsFor(records int) int {
	size := 64
	for size*3 <= records*4 {
		size *= 2
	}
	return size
}

func (t *table) isFull() bool { return t.n*4 >= len(t.slots)*3 }

// widen makes twice as many slots.
func (t *table) widen() {
	old := t.slots
	t.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s != 0 {
			t.enter(s)
		}
	}
}

func (t *table) enter(s slot) {
	mask := uint64(len(t.slots) - 1)
	i := s.tag() & mask
	for t.slots[i] != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = s
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

// sweep reads a byte of every line, in order, which is the quickest way to
// bring the whole table into a cache; and returns their sum, so that the reads
// are not taken away.
func (t *table) sweep() (sum uint64) {
	for i := 0; i < len(t.slots); i += lineSize / 8 {
		sum += uint64(t.slots[i])
	}
	for i, arena := range t.arena {
		if i == len(t.arena)-1 {
			arena = arena[:t.used]
		}
		for at := 0; at < len(arena); at += lineSize {
			sum += uint64(arena[at])
		}
	}
	return sum
}
