package rowset

import (
	"encoding/binary"
	"slices"
)

// batch is rows that wait for their shard. The bytes are, row by row, the key
// and the marks that are not in the head.
type batch struct {
	heads []head
	bytes []byte
}

// head is what is known of a row in a batch.
type head struct {
	hash uint32
	key  uint32 // its length
	cell uint32 // the only one that was put; or someCells or allCells
	mark uint32 // what was put there; of someCells, their number
}

const (
	// allCells says that all marks follow the key, as the set keeps them.
	allCells = 1<<32 - 1
	// someCells says that numbered cells follow the key.
	someCells = allCells - 1
	// cellSize is the bytes of a numbered cell: its number (4) and its mark (4).
	cellSize = 8
)

const (
	// pendingBytes is how many bytes are pending with a writer for a shard: few,
	// so that what is pending for all shards stays in a cache of the processor.
	pendingBytes = 2 << 10
	// waitingBytes is how many bytes wait in all shards together. The more rows
	// are applied to a shard at once, the more of them meet its memory in a
	// cache.
	waitingBytes = 16 << 20
	shardBytes   = waitingBytes / shardCount
	rowHead      = 16 // bytes of a head
)

// size is how many bytes the rows take.
func (b *batch) size() int { return len(b.bytes) + len(b.heads)*rowHead }

// take moves the rows of another batch behind those that are there. Heads are
// about a fourth of the bytes where each row has one cell.
func (b *batch) take(other *batch) {
	b.heads = append(roomy(b.heads, len(other.heads), shardBytes/4/rowHead), other.heads...)
	b.bytes = append(roomy(b.bytes, len(other.bytes), shardBytes/4*3), other.bytes...)
	other.clear()
}

// roomy is a list with room for so many more. It grows in few and large steps
// up to its usual size, which it keeps.
func roomy[T any](list []T, more, usual int) []T {
	if cap(list)-len(list) >= more {
		return list
	}
	return slices.Grow(list, more+min(3*len(list), max(0, usual-len(list))))
}

func (b *batch) clear() { b.heads, b.bytes = b.heads[:0], b.bytes[:0] }

func appendCell(b []byte, cell uint32, m Mark) []byte {
	return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(b, cell), uint32(m))
}

// warmRows is how many rows are warmed up at once: few enough that they stay
// in the cache until they are written.
const warmRows = 64

// apply puts a batch into a shard.
func (s *Set) apply(part *shard, b *batch) {
	part.mu.Lock()
	defer part.mu.Unlock()
	part.rows.open()
	if len(b.heads) > part.rows.n { // most of them come up
		part.touched += part.rows.sweep()
	}
	bytes := b.bytes
	var first [warmRows]slot
	for heads := range slices.Chunk(b.heads, warmRows) {
		part.warm(heads, &first)
		for i := range heads {
			h := &heads[i]
			k := Key(bytes[:h.key])
			rec, fresh := part.rows.in(first[i%warmRows], k, h.hash), false
			if rec == nil {
				rec, fresh = s.enter(part, k, h.hash)
			}
			bytes = bytes[h.key:]
			if own := rec.own(); h.cell < someCells {
				s.mergeOne(own, int(h.cell), Mark(h.mark))
			} else {
				bytes = bytes[s.mergeMany(own[:s.cells*s.width], h, bytes, fresh):]
			}
		}
	}
}

// enter finds the row of a key, or makes it and links it into its group.
func (s *Set) enter(part *shard, k Key, hash uint32) (rec record, fresh bool) {
	place, fresh := part.rows.intern(k, hash)
	rec = part.rows.at(place)
	if fresh {
		at, _ := part.groups.intern(k.head(), upper(s.hash.group(k.Part(0))))
		group := part.groups.at(at)
		rec.setLink(group.link())
		group.setLink(place + 1)
	}
	return rec, fresh
}

// mergeMany puts several marks into the cells of a row, and returns how many
// bytes they take in the batch.
func (s *Set) mergeMany(row []byte, h *head, bytes []byte, fresh bool) int {
	switch {
	case h.cell == someCells:
		size := int(h.mark) * cellSize
		s.mergeSome(row, bytes[:size])
		return size
	case fresh:
		return copy(row, bytes)
	default:
		s.mergeAll(row, bytes[:len(row)])
		return len(row)
	}
}

// mergeOne puts a mark into a cell of a row.
func (s *Set) mergeOne(row []byte, cell int, m Mark) {
	if s.width == 1 && row[cell] == 0 { // as mostly
		row[cell] = byte(m)
		return
	}
	b := row[cell*s.width:]
	put(b, s.width, s.merge(get(b, s.width), m))
}

// mergeAll puts the marks of all cells into a row.
func (s *Set) mergeAll(row, cells []byte) {
	for i := 0; i < len(cells); i += s.width {
		if m := get(cells[i:], s.width); m != 0 {
			put(row[i:], s.width, s.merge(get(row[i:], s.width), m))
		}
	}
}

// mergeSome puts numbered cells into a row.
func (s *Set) mergeSome(row, cells []byte) {
	for ; len(cells) > 0; cells = cells[cellSize:] {
		s.mergeOne(row, int(binary.LittleEndian.Uint32(cells)), Mark(binary.LittleEndian.Uint32(cells[4:])))
	}
}

// warm finds the first slots of rows and touches the records in them. Where
// every row is another the misses of the cache rule, so all are asked for before
// the first is waited for.
func (p *shard) warm(heads []head, first *[warmRows]slot) {
	slots := p.rows.slots
	mask := uint64(len(slots) - 1)
	for i := range heads {
		first[i%warmRows] = slots[tag(heads[i].hash)&mask]
	}
	touched := uint64(0)
	for i := range heads {
		if s := first[i%warmRows]; s != 0 {
			rec := p.rows.at(s.place())
			touched += uint64(rec[8]) + uint64(rec[min(len(rec)-1, lineSize)])
		}
	}
	p.touched += touched // used, so that the reads are not taken away
}

// lineSize is how many bytes a processor fetches at once; most records take two
// such lines.
const lineSize = 64
