package font

import "math/bits"

// Kern is how much farther apart than their widths say two glyphs stand that
// follow each other, in thousandths of the font's size; usually negative.
func (f *Font) Kern(left, right GlyphID) float64 {
	for _, k := range f.kerns {
		if units, ok := k.between(left, right); ok {
			return f.thousandths(units)
		}
	}
	return 0
}

// kerning is a subtable of pair adjustments (GPOS, lookup type 2).
type kerning struct {
	table     table
	covered   map[GlyphID]int // place of a left glyph in the subtable's list
	left      map[GlyphID]int // classes of format 2; glyphs not in it have class 0
	right     map[GlyphID]int
	size      int // of the values of a pair, in bytes
	advanceAt int // where the change of the left glyph's width is among them
}

// What a font may make its reader do: real ones have a tenth of it.
const (
	mostSubtables = 256
	mostEntries   = 1 << 17 // of one list of glyphs
)

// The kinds of lookups that are read (GPOS).
const (
	pairLookup      = 2
	extensionLookup = 9
)

// The bits of a value record before and of the change of width.
const (
	placementBits = 0x0003
	advanceBit    = 0x0004
)

// readKerning collects the pair adjustments of the feature "kern", whatever
// script they are for: no pair of letters is of two scripts.
func readKerning(gpos table) []kerning {
	var out []kerning
	lookups := gpos.from(gpos.u16(8))
	for _, index := range kernLookups(gpos.from(gpos.u16(6))) {
		lookup := lookups.from(lookups.u16(2 + 2*index))
		for i := range lookup.u16(4) {
			if len(out) == mostSubtables {
				return out
			}
			if k, ok := readPairs(lookup.u16(0), lookup.from(lookup.u16(6+2*i))); ok {
				out = append(out, k)
			}
		}
	}
	return out
}

// kernLookups lists the lookups of all features "kern", each once.
func kernLookups(features table) []int {
	var out []int
	seen := map[int]bool{}
	for i := range features.u16(0) {
		record := features.from(2 + 6*i)
		if len(record) < 6 || string(record[:4]) != "kern" {
			continue
		}
		feature := features.from(record.u16(4))
		for j := range feature.u16(2) {
			if index := feature.u16(4 + 2*j); !seen[index] && len(out) < mostSubtables {
				seen[index] = true
				out = append(out, index)
			}
		}
	}
	return out
}

func readPairs(kind int, t table) (kerning, bool) {
	if kind == extensionLookup {
		kind, t = t.u16(2), t.from(t.u32(4))
	}
	values := t.u16(4)
	if kind != pairLookup || values&advanceBit == 0 {
		return kerning{}, false
	}
	k := kerning{
		table:     t,
		covered:   coverage(t.from(t.u16(2))),
		size:      2 * (bits.OnesCount16(uint16(values)) + bits.OnesCount16(uint16(t.u16(6)))),
		advanceAt: 2 * bits.OnesCount16(uint16(values&placementBits)),
	}
	switch t.u16(0) {
	case 1:
		return k, true
	case 2:
		k.left, k.right = classes(t.from(t.u16(8))), classes(t.from(t.u16(10)))
		return k, true
	default:
		return kerning{}, false
	}
}

// between returns the units between two glyphs, and whether the subtable
// decides about them.
func (k *kerning) between(left, right GlyphID) (int, bool) {
	place, ok := k.covered[left]
	if !ok {
		return 0, false
	}
	if k.left == nil {
		return k.pair(k.table.from(k.table.u16(10+2*place)), right)
	}
	rights := k.table.u16(14)
	record := (k.left[left]*rights + k.right[right]) * k.size
	return k.table.i16(16 + record + k.advanceAt), true
}

// pair finds the right glyph in a left one's list, which is sorted.
func (k *kerning) pair(list table, right GlyphID) (int, bool) {
	size := 2 + k.size
	low, high := 0, list.u16(0)
	for low < high {
		middle := (low + high) / 2
		record := 2 + size*middle
		switch g := list.u16(record); {
		case g == int(right):
			return list.i16(record + 2 + k.advanceAt), true
		case g < int(right):
			low = middle + 1
		default:
			high = middle
		}
	}
	return 0, false
}

// coverage reads a list of glyphs and their places in it.
func coverage(t table) map[GlyphID]int {
	out := map[GlyphID]int{}
	if t.u16(0) == 1 {
		for i := range t.u16(2) {
			out[GlyphID(t.u16(4+2*i))] = i
		}
		return out
	}
	eachRange(t, func(g, first, start int) { out[GlyphID(g)] = start + g - first })
	return out
}

// classes reads which class each glyph is of.
func classes(t table) map[GlyphID]int {
	out := map[GlyphID]int{}
	if t.u16(0) == 1 {
		for i := range t.u16(4) {
			out[GlyphID(t.u16(2)+i)] = t.u16(6 + 2*i)
		}
		return out
	}
	eachRange(t, func(g, _, class int) { out[GlyphID(g)] = class })
	return out
}

// eachRange calls do for every glyph of a list of ranges (format 2 of both
// tables), with the range's first glyph and its number.
func eachRange(t table, do func(g, first, number int)) {
	steps := 0
	for i := range t.u16(2) {
		first, last, number := t.u16(4+6*i), t.u16(6+6*i), t.u16(8+6*i)
		for g := first; g <= last; g++ {
			if steps++; steps > mostEntries {
				return
			}
			do(g, first, number)
		}
	}
}
