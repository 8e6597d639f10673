package meaning

import (
	_ "embed" // the table
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"
	"sync"
)

// Dim is how many components a vector has.
const Dim = 256

// Vector is a direction of meaning; its length depends on what was added.
type Vector [Dim]float64

// Piece is a word or a part of one that the table has a vector for: its row.
type Piece int32

// Table holds the vectors of the pieces of words.
type Table struct {
	n         int
	offsets   string
	scales    string
	vectors   string
	spellings string
}

//go:embed english.table
var english string

// English returns the table of the English language. It is opened once, by
// the first call.
var English = sync.OnceValue(func() *Table {
	t, err := open(english)
	if err != nil {
		panic("the embedded table of meaning is damaged: " + err.Error()) // a fault of the build
	}
	return t
})

const (
	magic      = "meaning1"
	headBytes  = len(magic) + 4 + 4
	rowBytes   = Dim / 2
	floatBytes = 4
)

// open reads the head of a table and finds where its parts are.
func open(data string) (*Table, error) {
	if len(data) < headBytes || data[:len(magic)] != magic {
		return nil, errors.New("it does not begin with " + magic)
	}
	n, dim := int(number(data, 2)), number(data, 3)
	if dim != Dim {
		return nil, fmt.Errorf("its vectors have %d components, and %d are read", dim, Dim)
	}
	t := &Table{n: n}
	rest := data[headBytes:]
	for _, part := range []struct {
		to   *string
		size int
	}{{&t.offsets, (n + 1) * floatBytes}, {&t.scales, n * floatBytes}, {&t.vectors, n * rowBytes}} {
		if len(rest) < part.size {
			return nil, fmt.Errorf("it ends early: %d pieces need more bytes", n)
		}
		*part.to, rest = rest[:part.size], rest[part.size:]
	}
	t.spellings = rest
	if end := int(number(t.offsets, n)); end != len(rest) {
		return nil, fmt.Errorf("its spellings have %d bytes in place of %d", len(rest), end)
	}
	return t, nil
}

// number is the i-th of a list of 32-bit integers.
func number(list string, i int) uint32 {
	return binary.LittleEndian.Uint32([]byte(list[4*i : 4*i+4]))
}

// Len is how many pieces the table has.
func (t *Table) Len() int { return t.n }

// Spelling is how a piece is written, with ## before one that continues a word.
func (t *Table) Spelling(p Piece) string {
	return t.spellings[number(t.offsets, int(p)):number(t.offsets, int(p)+1)]
}

// atOrBefore returns the last piece whose spelling is not after a key.
func (t *Table) atOrBefore(key string) (Piece, bool) {
	after := sort.Search(t.n, func(i int) bool { return t.Spelling(Piece(i)) > key })
	return Piece(after - 1), after > 0
}

// Add adds a piece's vector times a weight. Each product is rounded before it
// is added, so that all processors agree on every bit.
func (t *Table) Add(v *Vector, p Piece, weight float64) {
	scale := float64(weight * float64(math.Float32frombits(number(t.scales, int(p)))))
	row := t.vectors[int(p)*rowBytes : (int(p)+1)*rowBytes]
	for i := range rowBytes {
		pair := row[i]
		v[2*i] += float64(scale * float64(int(pair&15)-8))
		v[2*i+1] += float64(scale * float64(int(pair>>4)-8))
	}
}
