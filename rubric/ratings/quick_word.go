package ratings

import (
	"encoding/binary"
	"math/bits"
)

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

// eight are the eight bytes at i, the first in the lowest place.
func eight(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8]) }

// ends marks the delimiters and line ends among eight bytes by the highest bit
// of each, the first of them surely: x - 1 borrows into the highest bit of a
// byte that is 0.
func ends(word, delimiter uint64) uint64 {
	x, y := word^delimiter, word^('\n'*ones)
	return ((x-ones)&^x | (y-ones)&^y) & highs
}

// find is the index of the first delimiter or line end at or after i; the
// delimiter is given eight times.
func find(b []byte, i int, delimiter uint64) int {
	for ; ; i += 8 {
		if m := ends(eight(b, i), delimiter); m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
}

// word is a text that stands in a file, with the delimiter or line end behind
// it, and what it stands for.
type word struct {
	head, tail uint64 // its first eight bytes, and its last; of a shorter one the bytes behind it are 0
	mask       uint64 // of the bytes of the head that are its own
	size       int32  // in bytes; 0 is no word
	id         int32
	text       string
}

// noWord is nowhere: no text begins with eight NULs.
var noWord = word{mask: 1<<64 - 1}

// wordTable knows what the few words of a scale, or of a framework's items,
// stand for in a file, as they are written there.
type wordTable struct {
	slots []word // as many as a power of 2
	shift int    // of a hash, to a slot
	n     int
}

const (
	fewestSlots = 64
	mostWords   = 4096
)

func newWordTable() *wordTable {
	t := &wordTable{}
	t.resize(fewestSlots)
	return t
}

// resize moves the words into so many slots.
func (t *wordTable) resize(slots int) {
	words := t.slots
	t.slots, t.shift = make([]word, slots), 64-bits.TrailingZeros(uint(slots))
	for _, w := range words {
		if w.size > 0 {
			*t.free(w.head) = w
		}
	}
}

// slot is where a word begins to be looked for.
func (t *wordTable) slot(head uint64) int { return int(head * 0x9e3779b97f4a7c15 >> t.shift) }

// free is the slot for a word that is not there yet.
func (t *wordTable) free(head uint64) *word {
	for h := t.slot(head); ; h = (h + 1) & (len(t.slots) - 1) {
		if t.slots[h].size == 0 {
			return &t.slots[h]
		}
	}
}

// headAt is the beginning of the cell at i: eight bytes, those behind what ends
// the cell 0.
func headAt(b []byte, i int, delimiter uint64) uint64 {
	head := eight(b, i)
	m := ends(head, delimiter)
	return head & (m ^ (m - 1)) // up to the first end; without one m - 1 is all ones
}

// first is what stands in the first slot that a word with this head may be in:
// mostly that word.
func (t *wordTable) first(head uint64) *word { return &t.slots[t.slot(head)] }

// at is the word at i, which begins with a head; nil where it is not known.
func (t *wordTable) at(b []byte, i int, head uint64) *word {
	if w := t.first(head); w.is(head, b, i) {
		return w
	}
	return t.search(b, i, head)
}

// is reports whether a word stands at i, where a cell with this head begins.
func (w *word) is(head uint64, b []byte, i int) bool {
	return w.head == head && (w.size <= 8 || w.isAt(b, i))
}

// search is at, slot by slot.
func (t *wordTable) search(b []byte, i int, head uint64) *word {
	for h := t.slot(head); ; h = (h + 1) & (len(t.slots) - 1) {
		switch w := &t.slots[h]; {
		case w.size == 0:
			return nil
		case w.is(head, b, i):
			return w
		}
	}
}

// isAt reports whether a longer word stands at i, where its head does.
func (w *word) isAt(b []byte, i int) bool {
	end := i + int(w.size)
	return end <= len(b) && eight(b, end-8) == w.tail && (w.size <= 16 || string(b[i:end]) == w.text)
}

// add remembers what a word stands for, while there is room, and reports
// whether there was. Its end is in it, and nothing else that ends a cell.
func (t *wordTable) add(text []byte, id int) bool {
	if t.n == mostWords {
		return false
	}
	if t.n++; 2*t.n > len(t.slots) {
		t.resize(2 * len(t.slots))
	}
	w := word{size: int32(len(text)), id: int32(id), text: string(text), mask: noWord.mask >> (8 * max(0, 8-len(text)))}
	var padded [8]byte
	copy(padded[:], text)
	w.head = eight(padded[:], 0)
	if len(text) > 8 {
		w.tail = eight(text, len(text)-8)
	}
	*t.free(w.head) = w
	return true
}
