package rubric

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"rubrickit/rubric/internal/rowset"
)

// Sheet is a form as it is kept. Its texts are the set's own bytes, to be read
// only.
type Sheet struct {
	Rater, Group, Occasion []byte
	row                    rowset.Row
}

func sheetOf(row rowset.Row) Sheet {
	_, rest := row.Key.Cut()
	rater, rest := rest.Cut()
	group, rest := rest.Cut()
	occasion, _ := rest.Cut()
	return Sheet{rater, group, occasion, row}
}

// Mark is what stands in a column.
func (s *Sheet) Mark(column int) Mark { return s.row.At(column) }

// Marks appends what stands in all columns.
func (s *Sheet) Marks(to []Mark) []Mark { return s.row.Marks(to) }

// MarkBits is how many bits a mark takes in the words of a sheet: 8, 16 or 32.
// The highest of them is 0.
func (b *Book) MarkBits() int { return b.forms.Bits() }

// Words appends what stands in all columns side by side: as many marks to a word
// as there is room for, that of the first column in the lowest bits. What is
// left of the last word is 0. A cell that holds two different ratings has the
// greatest mark that fits; see [Book.Clashes].
func (s *Sheet) Words(to []uint64) []uint64 { return s.row.Words(to) }

// Sheets appends the forms about a ratee to a slice, by rater, group and
// occasion. It may be called from many goroutines.
func (b *Book) Sheets(of Ratee, to []Sheet) []Sheet {
	from := len(to)
	for row := range b.forms.Rows(of.group) {
		to = append(to, sheetOf(row))
	}
	sortSheets(to[from:])
	return to
}

// Warm makes [Book.Sheets] of some ratees quicker, where it is called for all of
// them soon after: their forms lie anywhere in memory, and waiting for all at
// once takes less time than for one after the other. What it returns means
// nothing.
func (b *Book) Warm(ratees []Ratee) uint64 {
	var room [64]rowset.Group
	groups := room[:0]
	for _, of := range ratees {
		groups = append(groups, of.group)
	}
	return b.forms.Warm(groups)
}

// sheetKey stands for a sheet while sheets are sorted. It is a fraction of the
// size, and nearly always tells the order without a look at the texts.
type sheetKey struct {
	start uint64 // of the rater, behind what all raters begin with
	at    int    // which sheet it is
}

func sortSheets(sheets []Sheet) {
	var room [64]sheetKey // as many as people mostly have
	keys, skip := room[:0], commonStart(sheets)
	for i := range sheets {
		keys = append(keys, sheetKey{startOf(sheets[i].Rater[skip:]), i})
	}
	if len(keys) <= len(room) {
		insertKeys(keys, sheets)
	} else {
		slices.SortFunc(keys, func(a, b sheetKey) int { return compareKeys(sheets, a, b) })
	}
	arrange(sheets, keys)
}

// insertKeys sorts a few keys, and does so in half the time of a sort for many.
func insertKeys(keys []sheetKey, sheets []Sheet) {
	for i, k := range keys {
		for ; i > 0 && compareKeys(sheets, keys[i-1], k) > 0; i-- {
			keys[i] = keys[i-1]
		}
		keys[i] = k
	}
}

func compareKeys(sheets []Sheet, a, b sheetKey) int {
	if a.start != b.start {
		return cmp.Compare(a.start, b.start)
	}
	return compareSheets(&sheets[a.at], &sheets[b.at])
}

func compareSheets(a, b *Sheet) int {
	return cmp.Or(bytes.Compare(a.Rater, b.Rater), bytes.Compare(a.Group, b.Group), bytes.Compare(a.Occasion, b.Occasion))
}

// commonStart is how many bytes the names of all raters begin with alike.
func commonStart(sheets []Sheet) int {
	if len(sheets) == 0 {
		return 0
	}
	first := sheets[0].Rater
	for i := range sheets {
		same := 0
		for rater := sheets[i].Rater; same < min(len(first), len(rater)) && first[same] == rater[same]; {
			same++
		}
		first = first[:same]
	}
	return len(first)
}

// startOf is the first eight bytes of a text, which stand in the order of the
// texts; those of a shorter one are followed by zeros.
func startOf(text []byte) uint64 {
	if len(text) >= 8 {
		return binary.BigEndian.Uint64(text)
	}
	var start uint64
	for i, c := range text {
		start |= uint64(c) << (56 - 8*i)
	}
	return start
}

// arrange puts the sheets into the order of their keys, which are used up.
func arrange(sheets []Sheet, keys []sheetKey) {
	for i := range keys {
		if keys[i].at == i {
			continue
		}
		first, to := sheets[i], i
		for keys[to].at != i { // around the ring of those that move for one another
			from := keys[to].at
			sheets[to], keys[to].at = sheets[from], to
			to = from
		}
		sheets[to], keys[to].at = first, to
	}
}
