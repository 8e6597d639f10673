package ratings

import (
	"encoding/binary"
	"math/bits"
)

// guardSize is how many bytes behind a text may be looked at.
const guardSize = 16

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

// hasAt reports whether a text stands at i.
func hasAt[T string | []byte](b []byte, i int, text T) bool {
	return i+len(text) <= len(b) && string(b[i:i+len(text)]) == string(text)
}

// plain is the end of the cell at i, as [find] finds it, if the cell has nothing
// but visible ASCII: no space, quote or apostrophe, so that it is its text; else
// it is -1.
func plain(b []byte, i int, delimiter uint64) int {
	for ; ; i += 8 {
		word := eight(b, i)
		end := ends(word, delimiter)
		quote, apostrophe := word^('"'*ones), word^('\''*ones)
		odd := (word-0x21*ones)&^word | word | (word + ones) | (quote-ones)&^quote | (apostrophe-ones)&^apostrophe
		switch before := end&-end - 1; { // all below the first end; all where there is none
		case odd&highs&before != 0:
			return -1
		case end != 0:
			return i + bits.TrailingZeros64(end)>>3
		}
	}
}

// word is a text that stands in a file, with the delimiter or line end behind
// it, and what it stands for.
type word struct {
	head, tail uint64 // its first eight bytes, and the next; those that are not its own are 0
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
			*t.free(w.head, w.tail) = w
		}
	}
}

// slot is where a word begins to be looked for.
func (t *wordTable) slot(head, tail uint64) int {
	return int((head*0x9e3779b97f4a7c15 + tail*0xd6e8feb86659fd93) >> t.shift)
}

// free is the slot for a word that is not there yet.
func (t *wordTable) free(head, tail uint64) *word {
	for h := t.slot(head, tail); ; h = (h + 1) & (len(t.slots) - 1) {
		if t.slots[h].size == 0 {
			return &t.slots[h]
		}
	}
}

// at is the word at i, and where it ends; nil where it is not known. The end of
// most words is told by their bytes, so that a processor which looks ahead can go
// on with the next cell while the table is still asked about this one.
func (t *wordTable) at(b []byte, i int, delimiter uint64) (w *word, end int) {
	head, tail := eight(b, i), uint64(0)
	m := ends(head, delimiter)
	if m != 0 {
		end = i + 1 + bits.TrailingZeros64(m)>>3
		head &= m ^ (m - 1) // up to the first end
	} else {
		tail = eight(b, i+8)
		m = ends(tail, delimiter)
		end = i + 9 + bits.TrailingZeros64(m)>>3
		tail &= m ^ (m - 1) // without one m - 1 is all ones
	}
	for h := t.slot(head, tail); ; h = (h + 1) & (len(t.slots) - 1) {
		switch w := &t.slots[h]; {
		case w.head == head && w.tail == tail && m != 0:
			return w, end
		case w.size == 0:
			return nil, 0
		case w.head == head && w.tail == tail && hasAt(b, i, w.text):
			return w, i + int(w.size)
		}
	}
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
	var padded [16]byte
	copy(padded[:], text)
	w.head, w.tail = eight(padded[:], 0), eight(padded[:], 8)
	*t.free(w.head, w.tail) = w
	return true
}
