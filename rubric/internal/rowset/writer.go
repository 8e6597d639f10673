package rowset

import "encoding/binary"

// Writer puts cells into a set. Each goroutine has its own. What it was given
// is in the set once it is flushed.
type Writer struct {
	set     *Set
	key     Key
	row     []byte  // of the current key, as the set keeps rows
	cells   []int32 // of it that something was put into
	pending [shardCount]batch
}

// batch is rows that wait for their shard: for each its hash (8 bytes), the
// length of its key (4), the number of its cells (4), the key, and the cells:
// each a number (4) and a mark (4), or, of a row of which most was put, all its
// marks as the set keeps them.
type batch []byte

const (
	batchSize = 2 << 10 // bytes: those of all shards stay in a cache of the processor
	entrySize = 16
	cellSize  = 8
	allCells  = 1<<32 - 1 // as the number of cells
)

// Writer returns a new writer.
func (s *Set) Writer() *Writer { return &Writer{set: s, row: make([]byte, s.cells*s.width)} }

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
	b := binary.LittleEndian.AppendUint64(w.pending[i], w.set.hash(w.key))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(w.key)))
	if len(w.cells)*cellSize > len(w.row) {
		b = append(append(binary.LittleEndian.AppendUint32(b, allCells), w.key...), w.row...)
		clear(w.row)
	} else {
		b = w.appendCells(append(binary.LittleEndian.AppendUint32(b, uint32(len(w.cells))), w.key...))
	}
	w.pending[i], w.cells, w.key = b, w.cells[:0], w.key[:0]
	if len(b) > batchSize {
		w.apply(i)
	}
}

// appendCells appends the cells that something was put into, and blanks them.
func (w *Writer) appendCells(b batch) batch {
	for _, cell := range w.cells {
		at := w.row[int(cell)*w.set.width:]
		b = binary.LittleEndian.AppendUint32(b, uint32(cell))
		b = binary.LittleEndian.AppendUint32(b, uint32(get(at, w.set.width)))
		put(at, w.set.width, 0)
	}
	return b
}

// apply puts a batch into its shard.
func (w *Writer) apply(i int) {
	b := w.pending[i]
	if len(b) == 0 {
		return
	}
	part := &w.set.shard[i]
	part.mu.Lock()
	defer part.mu.Unlock()
	w.set.warm(part, b)
	for len(b) > 0 {
		e, rest := w.set.next(b)
		row, fresh := w.set.enter(part, e.key, e.hash)
		switch {
		case e.all && fresh:
			copy(row.cells, e.cells)
		case e.all:
			row.mergeAll(w.set, e.cells)
		default:
			row.mergeSome(w.set, e.cells)
		}
		b = rest
	}
	w.pending[i] = w.pending[i][:0]
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

// entry is a row in a batch.
type entry struct {
	hash  uint64
	key   Key
	cells []byte
	all   bool
}

// next cuts the first row off a batch.
func (s *Set) next(b batch) (e entry, rest batch) {
	n, count := int(binary.LittleEndian.Uint32(b[8:])), binary.LittleEndian.Uint32(b[12:])
	size := int(count) * cellSize
	if count == allCells {
		e.all, size = true, s.cells*s.width
	}
	e.hash, e.key, e.cells = binary.LittleEndian.Uint64(b), Key(b[entrySize:][:n]), b[entrySize+n:][:size]
	return e, b[entrySize+n+size:]
}

// warm touches the records of a batch. Where every row is another the misses
// of the cache rule, so all are asked for before the first is waited for.
func (s *Set) warm(p *shard, b batch) {
	if len(p.rows.slots) == 0 {
		return
	}
	mask := uint64(len(p.rows.slots) - 1)
	p.warmed = p.warmed[:0]
	for len(b) > 0 {
		e, rest := s.next(b)
		if slot := p.rows.slots[e.hash&mask]; slot != 0 {
			p.warmed = append(p.warmed, slot)
		}
		b = rest
	}
	for _, slot := range p.warmed {
		p.touched += uint64(p.rows.at(slot&(1<<placeBits-1) - 1)[8]) // used, so that the read is not taken away
	}
}

// enter finds the row of a key, or makes it and links it into its group.
func (s *Set) enter(part *shard, k Key, hash uint64) (row Row, fresh bool) {
	place, fresh := part.rows.intern(k, hash, s.hash)
	rec := part.rows.at(place)
	if fresh {
		at, _ := part.groups.intern(k.head(), s.hash(k.head()), s.hash)
		group := part.groups.at(at)
		rec.setLink(group.link())
		group.setLink(place + 1)
	}
	return s.row(rec), fresh
}
