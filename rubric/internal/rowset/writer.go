package rowset

import (
	"encoding/binary"
	"runtime"
	"slices"
)

// Writer puts cells into a set. Each goroutine has its own. What it was given
// is in the set once it is flushed.
type Writer struct {
	set     *Set
	key     Key
	row     []byte  // of the current key, as the set keeps rows
	cells   []int32 // of it that something was put into
	pending [shardCount]batch
	most    int // bytes of a batch
}

// batch is rows that wait for their shard. The bytes are, row by row, the key
// and the cells: each a number (4 bytes) and a mark (4), or, of a row of which
// most was put, all its marks as the set keeps them.
type batch struct {
	heads []head
	bytes []byte
}

// head is what is known of a row in a batch.
type head struct {
	hash  uint64
	key   uint32 // its length
	cells uint32 // their number, or allCells
}

const (
	cellSize = 8
	allCells = 1<<32 - 1
	// batchBytes is how many bytes wait with all writers together. The more
	// rows come to a shard at once, the more of them find its memory in a cache
	// of the processor.
	batchBytes = 16 << 20
	leastBatch = 2 << 10
)

// Writer returns a new writer.
func (s *Set) Writer() *Writer {
	most := batchBytes / shardCount / runtime.GOMAXPROCS(0)
	return &Writer{set: s, row: make([]byte, s.cells*s.width), most: max(leastBatch, most)}
}

// Begin makes the row with this key the current one. There must be a part, and
// it may be empty. The parts are copied.
func (w *Writer) Begin(parts ...[]byte) {
	w.end()
	for _, part := range parts {
		w.key = w.key.AppendPart(part)
	}
}

// Put puts a mark into a cell of the current row.
func (w *Writer) Put(cell int, m Mark) {
	if w.set.width == 1 && w.row[cell] == 0 { // as mostly
		w.cells = append(w.cells, int32(cell))
		w.row[cell] = byte(m)
		return
	}
	b := w.row[cell*w.set.width:]
	old := get(b, w.set.width)
	if old == 0 {
		w.cells = append(w.cells, int32(cell))
	} else {
		m = w.set.merge(old, m)
	}
	put(b, w.set.width, m)
}

// Flush hands everything over.
func (w *Writer) Flush() {
	w.end()
	for i := range w.pending {
		w.apply(i)
	}
}

// end hands the current row to the batch of its shard.
func (w *Writer) end() {
	if len(w.key) == 0 {
		return
	}
	i := w.set.shardOf(w.key)
	b := &w.pending[i]
	h := head{w.set.hash(w.key), uint32(len(w.key)), uint32(len(w.cells))}
	b.bytes = append(b.bytes, w.key...)
	if len(w.cells)*cellSize > len(w.row) {
		h.cells = allCells
		b.bytes = append(b.bytes, w.row...)
		clear(w.row)
	} else {
		w.takeCells(b)
	}
	b.heads = append(b.heads, h)
	w.cells, w.key = w.cells[:0], w.key[:0]
	if len(b.bytes) > w.most {
		w.apply(i)
	}
}

// takeCells appends the cells that something was put into, and blanks them.
func (w *Writer) takeCells(b *batch) {
	for _, cell := range w.cells {
		at := w.row[int(cell)*w.set.width:]
		b.bytes = binary.LittleEndian.AppendUint32(b.bytes, uint32(cell))
		b.bytes = binary.LittleEndian.AppendUint32(b.bytes, uint32(get(at, w.set.width)))
		put(at, w.set.width, 0)
	}
}

// warmRows is how many rows are warmed up at once: few enough that they stay
// in the cache until they are written.
const warmRows = 64

// apply puts a batch into its shard.
func (w *Writer) apply(i int) {
	b := &w.pending[i]
	if len(b.heads) == 0 {
		return
	}
	part := &w.set.shard[i]
	part.mu.Lock()
	defer part.mu.Unlock()
	bytes := b.bytes
	for heads := range slices.Chunk(b.heads, warmRows) {
		part.warm(heads)
		for _, h := range heads {
			bytes = w.set.enterRow(part, h, bytes)
		}
	}
	b.heads, b.bytes = b.heads[:0], b.bytes[:0]
}

// enterRow puts the first row of a batch into its shard, and returns the bytes
// of the others.
func (s *Set) enterRow(part *shard, h head, bytes []byte) []byte {
	key, bytes := Key(bytes[:h.key]), bytes[h.key:]
	row, fresh := s.enter(part, key, h.hash)
	size := int(h.cells) * cellSize
	switch {
	case h.cells != allCells:
		row.mergeSome(s, bytes[:size])
	case fresh:
		size = copy(row.cells, bytes)
	default:
		size = len(row.cells)
		row.mergeAll(s, bytes[:size])
	}
	return bytes[size:]
}

// mergeAll puts the marks of all cells into the row.
func (r Row) mergeAll(s *Set, cells []byte) {
	for i := 0; i < len(cells); i += r.width {
		if m := get(cells[i:], r.width); m != 0 {
			put(r.cells[i:], r.width, s.merge(get(r.cells[i:], r.width), m))
		}
	}
}

// mergeSome puts numbered cells into the row.
func (r Row) mergeSome(s *Set, cells []byte) {
	for ; len(cells) > 0; cells = cells[cellSize:] {
		b := r.cells[int(binary.LittleEndian.Uint32(cells))*r.width:]
		put(b, r.width, s.merge(get(b, r.width), Mark(binary.LittleEndian.Uint32(cells[4:]))))
	}
}

// warm touches the records of rows. Where every row is another the misses of
// the cache rule, so all are asked for before the first is waited for.
func (p *shard) warm(heads []head) {
	if len(p.rows.slots) == 0 {
		return
	}
	mask := uint64(len(p.rows.slots) - 1)
	var slots [warmRows]uint64
	for i := range heads {
		slots[i%warmRows] = p.rows.slots[heads[i].hash&mask]
	}
	for i := range heads {
		if slot := slots[i%warmRows]; slot != 0 {
			rec := p.rows.at(slot&(1<<placeBits-1) - 1)
			p.touched += uint64(rec[8]) + uint64(rec[min(len(rec)-1, lineSize)]) // used, so that the reads are not taken away
		}
	}
}

// lineSize is how many bytes a processor fetches at once; most records take two
// such lines.
const lineSize = 64

// enter finds the row of a key, or makes it and links it into its group.
func (s *Set) enter(part *shard, k Key, hash uint64) (row Row, fresh bool) {
	place, fresh := part.rows.intern(k, hash)
	rec := part.rows.at(place)
	if fresh {
		at, _ := part.groups.intern(k.head(), s.hash(k.head()))
		group := part.groups.at(at)
		rec.setLink(group.link())
		group.setLink(place + 1)
	}
	return s.row(rec), fresh
}
