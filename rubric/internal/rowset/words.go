package rowset

import "encoding/binary"

// Bits is how many bits a mark takes in the words of a row: 8, 16 or 32. The
// highest of them is 0.
func (s *Set) Bits() int { return 8 * s.width }

// wordBytes is how many bytes a word has.
const wordBytes = 8

// Words appends the marks of all cells side by side: as many to a word as there
// is room for, the first in the lowest bits. What is left of the last word is 0.
// A cell that holds two different marks has the greatest that fits.
func (r Row) Words(to []uint64) []uint64 {
	keep := ^againIn(r.width)
	cells := r.cells
	for ; len(cells) >= wordBytes; cells = cells[wordBytes:] {
		to = append(to, binary.LittleEndian.Uint64(cells)&keep)
	}
	if len(cells) == 0 {
		return to
	}
	var last [wordBytes]byte
	copy(last[:], cells)
	return append(to, binary.LittleEndian.Uint64(last[:])&keep)
}

// againIn is the flag of [Row.Again] in all marks of a word.
func againIn(width int) uint64 {
	switch width {
	case 1:
		return 0x8080_8080_8080_8080
	case 2:
		return 0x8000_8000_8000_8000
	default:
		return 0x8000_0000_8000_0000
	}
}
