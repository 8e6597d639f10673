package ratings

import (
	"encoding/binary"
	"math/bits"
)

// span is a part of a text.
type span struct{ from, to int }

// guardSize is how many bytes behind a text may be looked at.
const guardSize = 8

// guarded is a text with a few bytes behind it, whatever they are: a text ends
// in a line end, so that no search goes beyond.
func guarded(text []byte) []byte {
	if cap(text) < len(text)+guardSize {
		text = append(make([]byte, 0, len(text)+guardSize), text...)
	}
	return text[:len(text)+guardSize]
}

const (
	ones  = 0x0101010101010101 // a byte, eight times
	highs = 0x8080808080808080
)

// find is the index of the first delimiter or line end at or after i, found in
// eight bytes at a time: x - 1 borrows into the highest bit of a byte that is 0.
func find(b []byte, i int, delimiter byte) int {
	d := uint64(delimiter) * ones
	for ; ; i += 8 {
		word := binary.LittleEndian.Uint64(b[i : i+8])
		x, y := word^d, word^('\n'*ones)
		if m := ((x-ones)&^x | (y-ones)&^y) & highs; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
}

// wordTable knows what the few texts of a scale, or of a framework's items,
// stand for in a file, as they are written there.
type wordTable struct {
	slots [wordSlots]struct {
		text string
		id   int
	}
	n int
}

// wordSlots is a power of 2; mostWords keeps enough slots free.
const (
	wordBits  = 10
	wordSlots = 1 << wordBits
	mostWords = wordSlots / 2
)

// slot is where a text begins to be looked for. The text is followed by a
// guard.
func slot(b []byte, s span) uint64 {
	x := binary.LittleEndian.Uint64(b[s.from : s.from+8])
	if n := s.to - s.from; n < 8 {
		x &= 1<<(8*n) - 1
	} else {
		x ^= binary.LittleEndian.Uint64(b[s.to-8:s.to]) * 7
	}
	return x * 0x9e3779b97f4a7c15 >> (64 - wordBits)
}

// get is what a text stands for; 0 where it is not known.
func (t *wordTable) get(b []byte, s span) int {
	for h := slot(b, s); ; h = (h + 1) % wordSlots {
		if e := &t.slots[h]; e.id == 0 || e.text == string(b[s.from:s.to]) {
			return e.id
		}
	}
}

// add remembers what a text stands for, while there is room.
func (t *wordTable) add(b []byte, s span, id int) {
	if t.n == mostWords {
		return
	}
	h := slot(b, s)
	for t.slots[h].id != 0 {
		h = (h + 1) % wordSlots
	}
	t.slots[h].text, t.slots[h].id = string(b[s.from:s.to]), id
	t.n++
}
