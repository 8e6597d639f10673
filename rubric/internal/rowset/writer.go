package rowset

import "math/bits"

// Writer puts cells into a set. Each goroutine has its own. What the writers were
// given is in the set once all of them are flushed.
type Writer struct {
	set     *Set
	hash    hasher   // the set's
	width   int      // the set's
	to      int      // the shard of the current row, or noRow
	rowHash uint32   // of the current row; its key is in the batch already
	keySize uint32   // bytes of that key
	row     []byte   // its marks, as the set keeps rows
	cells   []uint32 // of it, that something was put into: the first of them
	filled  int      // their number; of more than there is room for, an upper bound of it
	pending [shardCount]batch
	spare   batch // an empty one
	first   int   // the shard that is flushed first
}

// nextFirst is the shard that another writer flushes first: half of them lie
// between the first two writers, a fourth between these and the next two.
func (s *Set) nextFirst() int {
	return int(bits.Reverse32(s.writers.Add(1)-1) / (1 << 32 / shardCount))
}

// noRow stands for a shard while there is no current row.
const noRow = -1

// Writer returns a new writer.
func (s *Set) Writer() *Writer {
	return &Writer{
		first: s.nextFirst(), set: s, hash: s.hash, width: s.width, to: noRow, row: make([]byte, s.cells*s.width), cells: make([]uint32, 1+s.cells*s.width/cellSize),
	}
}

// Begin makes the row with this key the current one. There must be a part, and
// it may be empty. The parts are copied. What lies behind them in their memory is
// read too, and means nothing: nobody may write there meanwhile.
func (w *Writer) Begin(parts ...[]byte) {
	w.end()
	w.to = shardOf(w.hash.group(parts[0]))
	b := &w.pending[w.to]
	from := len(b.bytes)
	k, hash := Key(b.bytes), w.hash.first
	for _, part := range parts {
		k, hash = k.appendHashed(&w.hash, hash, part)
	}
	b.bytes = k
	w.rowHash, w.keySize = upper(hash), uint32(len(k)-from)
}

// Put puts a mark into a cell of the current row.
func (w *Writer) Put(cell int, m Mark) {
	if w.width == 1 && w.row[cell] == 0 { // as mostly
		w.row[cell] = byte(m)
		w.fill(cell)
		return
	}
	w.merge(cell, m)
}

// PutAll puts a mark into each of several cells of the current row. It does
// what as many calls of Put do, more quickly where there are many.
func (w *Writer) PutAll(cells []int, marks []Mark) {
	cells = cells[:len(marks)]
	if w.width > 1 || w.filled+len(marks) <= len(w.cells) {
		for i, m := range marks {
			w.Put(cells[i], m)
		}
		return
	}
	// The row is handed over whole, so nobody asks which cells were filled.
	w.filled += len(marks)
	for i, m := range marks {
		if at := &w.row[cells[i]]; *at == 0 {
			*at = byte(m)
		} else {
			*at = byte(w.set.merge(Mark(*at), m))
		}
	}
}

// merge puts a mark into a cell that may hold one, or is wide.
func (w *Writer) merge(cell int, m Mark) {
	b := w.row[cell*w.width:]
	old := get(b, w.width)
	if old == 0 {
		w.fill(cell)
	} else {
		m = w.set.merge(old, m)
	}
	put(b, w.width, m)
}

// fill notes that something is put into an empty cell.
func (w *Writer) fill(cell int) {
	if w.filled < len(w.cells) {
		w.cells[w.filled] = uint32(cell)
	}
	w.filled++
}

// Flush hands everything over. Writers, who are mostly flushed at about the same
// time, begin far from each other, so that each applies its part of what waits.
func (w *Writer) Flush() {
	w.end()
	for i := range w.pending {
		w.handOver((w.first+i)%shardCount, 0)
	}
}

// end hands the current row to the batch of its shard.
func (w *Writer) end() {
	if w.to == noRow {
		return
	}
	b := &w.pending[w.to]
	b.heads = append(b.heads, head{})
	h := &b.heads[len(b.heads)-1]
	h.hash, h.key = w.rowHash, w.keySize
	switch {
	case w.filled == 1:
		h.cell, h.mark = w.cells[0], uint32(w.take(w.cells[0]))
	case w.filled > len(w.cells):
		h.cell = allCells
		b.bytes = append(b.bytes, w.row...)
		clear(w.row)
	default:
		h.cell, h.mark = someCells, uint32(w.filled)
		for _, cell := range w.cells[:w.filled] {
			b.bytes = appendCell(b.bytes, cell, w.take(cell))
		}
	}
	if b.size() > pendingBytes {
		w.handOver(w.to, shardBytes)
	}
	w.to, w.filled = noRow, 0
}

// take empties a cell of the current row, and returns what was in it.
func (w *Writer) take(cell uint32) Mark {
	b := w.row[int(cell)*w.width:]
	m := get(b, w.width)
	put(b, w.width, 0)
	return m
}

// handOver lets what is pending for a shard wait there, and applies what waits
// where it is more than so many bytes. Others may hand over meanwhile.
func (w *Writer) handOver(i, most int) {
	part := &w.set.shard[i]
	part.door.Lock()
	part.waiting.take(&w.pending[i])
	full := part.waiting.size() > most
	if full {
		part.waiting, w.spare = w.spare, part.waiting
	}
	part.door.Unlock()
	if full {
		w.set.apply(part, &w.spare)
		w.spare.clear()
	}
}
