package font

import (
	"encoding/binary"
	"maps"
	"slices"
)

// checksumTarget is what the words of a whole font file add up to (head).
const checksumTarget = 0xb1b0afba

// file writes a font file of tables.
func file(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	out := []byte(signTrueType)
	out = binary.BigEndian.AppendUint16(out, uint16(len(names)))
	for _, field := range searchFields(len(names), 16) {
		out = binary.BigEndian.AppendUint16(out, uint16(field))
	}
	head, at := 0, 12+16*len(names)
	if t := tables["head"]; len(t) >= 12 {
		binary.BigEndian.PutUint32(t[8:], 0)
	}
	for _, name := range names {
		if name == "head" {
			head = at
		}
		out = append(out, name...)
		for _, field := range []int{int(checksum(tables[name])), at, len(tables[name])} {
			out = binary.BigEndian.AppendUint32(out, uint32(field))
		}
		at += len(padded(slices.Clip(tables[name])))
	}
	for _, name := range names {
		out = padded(append(out, tables[name]...))
	}
	binary.BigEndian.PutUint32(out[head+8:], checksumTarget-checksum(out))
	return out
}

// checksum adds up the words of four bytes.
func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) > 0 {
		var word [4]byte
		b = b[copy(word[:], b):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}

// letterTable writes a table of letters (cmap, format 4), one segment a letter.
// Letters beyond the first 65,536 have no place in it.
func letterTable(letters map[rune]uint16) []byte {
	keys := slices.DeleteFunc(slices.Sorted(maps.Keys(letters)), func(r rune) bool { return r >= 0xffff })
	n := len(keys) + 1 // and the segment that ends the table
	var ends, shifts []int
	for _, r := range keys {
		ends = append(ends, int(r))
		shifts = append(shifts, int(letters[r])-int(r))
	}
	ends, shifts = append(ends, 0xffff), append(shifts, 1)
	search := searchFields(n, 2)
	words := []int{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, search[0], search[1], search[2]}
	words = append(append(words, ends...), 0)
	words = append(append(words, ends...), shifts...) // a segment begins where it ends
	words = append(words, make([]int, n)...)          // and has no list
	var out []byte
	for _, w := range words {
		out = binary.BigEndian.AppendUint16(out, uint16(w))
	}
	return out
}
