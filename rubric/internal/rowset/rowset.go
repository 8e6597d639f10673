// Package rowset keeps rows of small numbers under byte strings, in little
// memory and for many writers: a row costs its bytes, its key's bytes and some
// twenty more, however many writers there are and in whatever order its cells
// come.
//
// A key has parts. The rows whose keys share the first part are a group; they
// can be visited group by group, so that the groups can be worked on apart.
package rowset

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
)

// Mark is what stands in a cell. 0 is a cell that nothing was put into.
type Mark uint32

// shardCount is how many parts the set has. Writers seldom meet in one.
const shardCount = 64

// Set is a set of rows. Writers may put cells into it at the same time; it may
// be read once they are flushed.
type Set struct {
	cells int
	width int // bytes of a mark
	soft  Mark
	again Mark // a flag: more than one mark above soft was put into the cell
	clash Mark
	hash  hasher
	shard [shardCount]shard
	// repeated says that marks that do not give way met in a cell.
	repeated atomic.Bool
	writers  atomic.Uint32 // how many there were
}

// shard is the part of a set that holds the groups of some hashes.
type shard struct {
	door    sync.Mutex // of what waits
	waiting batch
	mu      sync.Mutex // of the tables
	rows    table
	groups  table  // the link of a group leads to its last row
	touched uint64 // by reads ahead; it means nothing
}

// Options are the properties of a set.
type Options struct {
	Cells int  // of a row, at least 1
	Most  Mark // the greatest mark that may be put
	// Soft is the greatest of the marks that give way: any greater one takes
	// their place.
	Soft Mark
}

// New returns an empty set.
func New(o Options) *Set {
	s := &Set{cells: o.Cells, width: widthOf(o.Most), soft: o.Soft, hash: newHasher()}
	s.again = againFor(s.width)
	s.clash = s.again - 1
	for i := range s.shard {
		s.shard[i].rows = table{extra: s.cells * s.width, hash: &s.hash}
		s.shard[i].groups = table{hash: &s.hash}
	}
	return s
}

// widthOf is how many bytes hold the marks up to most, one for a clash, and a
// flag.
func widthOf(most Mark) int {
	for _, width := range []int{1, 2, 4} {
		if most < againFor(width)-1 {
			return width
		}
	}
	panic(fmt.Sprintf("rowset: marks up to %d do not fit", most))
}

// againFor is the flag in marks of so many bytes: their highest bit.
func againFor(width int) Mark { return 1 << (8*width - 1) }

// Row is a row of the set. Its bytes are the set's own.
type Row struct {
	Key   Key
	cells []byte
	width int
}

// At is the mark in a cell.
func (r Row) At(cell int) Mark { return get(r.cells[cell*r.width:], r.width) &^ againFor(r.width) }

// Marks appends the marks of all cells.
func (r Row) Marks(to []Mark) []Mark {
	if r.width == 1 {
		for _, b := range r.cells {
			to = append(to, Mark(b&^byte(againFor(1))))
		}
		return to
	}
	for cell := range len(r.cells) / r.width {
		to = append(to, r.At(cell))
	}
	return to
}

// Set puts a mark over whatever stands in a cell.
func (r Row) Set(cell int, m Mark) { put(r.cells[cell*r.width:], r.width, m) }

// Clashes reports whether two different marks were put into a cell.
func (r Row) Clashes(cell int) bool { return r.At(cell) == againFor(r.width)-1 }

// Again reports whether marks that do not give way were put into a cell more
// than once, equal or not.
func (r Row) Again(cell int) bool {
	return get(r.cells[cell*r.width:], r.width)&againFor(r.width) != 0
}

func get(b []byte, width int) Mark {
	switch width {
	case 1:
		return Mark(b[0])
	case 2:
		return Mark(binary.LittleEndian.Uint16(b))
	default:
		return Mark(binary.LittleEndian.Uint32(b))
	}
}

func put(b []byte, width int, m Mark) {
	switch width {
	case 1:
		b[0] = byte(m)
	case 2:
		binary.LittleEndian.PutUint16(b, uint16(m))
	default:
		binary.LittleEndian.PutUint32(b, uint32(m))
	}
}

// merge is what a cell holds once another mark, or what another cell holds, is
// put into it.
func (s *Set) merge(old, m Mark) Mark {
	have, comes := old&^s.again, m&^s.again
	switch {
	case old == 0 || have <= s.soft && comes > have:
		return m
	case comes <= s.soft:
		return old
	}
	if !s.repeated.Load() {
		s.repeated.Store(true)
	}
	if have == comes {
		return old | s.again
	}
	return s.clash | s.again
}

// Repeated reports whether [Row.Again] holds of any cell.
func (s *Set) Repeated() bool { return s.repeated.Load() }

// Group is the rows whose keys have the same first part.
type Group struct {
	Name  []byte // the part
	shard *shard
	last  uint64
}

// Groups lists the groups by name.
func (s *Set) Groups() []Group {
	var out []Group
	for i := range s.shard {
		part := &s.shard[i]
		for rec := range part.groups.all() {
			out = append(out, Group{Name: Key(rec.key()).Part(0), shard: part, last: rec.link()})
		}
	}
	slices.SortFunc(out, func(a, b Group) int { return bytes.Compare(a.Name, b.Name) })
	return out
}

// Rows visits the rows of a group, in no particular order. It may be called
// from many goroutines.
func (s *Set) Rows(g Group) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for at := g.last; at != 0; {
			rec := g.shard.rows.at(at - 1)
			if !yield(s.row(rec)) {
				return
			}
			at = rec.link()
		}
	}
}

// Find returns the row with this key and whether there is one. Until the set is
// settled it may be called from many goroutines.
func (s *Set) Find(k Key) (Row, bool) {
	part := &s.shard[shardOf(s.hash.group(k.Part(0)))]
	if part.rows.n == 0 {
		return Row{}, false
	}
	part.rows.open()
	place, found := part.rows.find(k, upper(s.hash.key(k)))
	if !found {
		return Row{}, false
	}
	return s.row(part.rows.at(place)), true
}

// Len is the number of rows.
func (s *Set) Len() int {
	n := 0
	for i := range s.shard {
		n += s.shard[i].rows.n
	}
	return n
}

// All visits every row, in no particular order.
func (s *Set) All() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range s.Parts() {
			for row := range s.Part(i) {
				if !yield(row) {
					return
				}
			}
		}
	}
}

// Settle gives back the memory that only writing and finding need; it is
// built anew where they go on.
func (s *Set) Settle() {
	for i := range s.shard {
		s.shard[i].rows.slots = nil
		s.shard[i].groups.slots = nil
		if s.shard[i].waiting.size() == 0 {
			s.shard[i].waiting = batch{}
		}
	}
}

func (s *Set) row(rec record) Row {
	return Row{Key: rec.key(), cells: rec.own()[:s.cells*s.width], width: s.width}
}

// shardOf tells where the rows of a group of that hash are.
func shardOf(group uint64) int { return int(group % shardCount) }
