package exact

import (
	"encoding/binary"
	"math/big"
)

// Pack appends the number in few bytes, which Unpack reads: its denominator,
// then its numerator, as varints. A denominator of 0 stands before the text of
// a number that words do not hold, after the length of it; no text is no
// number.
func (a Number) Pack(to []byte) []byte {
	if a.den == 1 && 0 <= a.num && a.num < 1<<6 { // as coverage mostly is
		return append(to, 1, byte(a.num)<<1)
	}
	if a.den != 0 {
		return binary.AppendVarint(binary.AppendUvarint(to, uint64(a.den)), a.num)
	}
	text := a.Append(nil)
	return append(binary.AppendUvarint(append(to, 0), uint64(len(text))), text...)
}

// Unpack reads a number that Pack wrote, and returns what stands behind it.
func Unpack(from []byte) (Number, []byte) {
	if from[0] == 1 && from[1] < 1<<7 && from[1]&1 == 0 { // the most frequent
		return Number{num: int64(from[1] >> 1), den: 1}, from[2:]
	}
	den, n := binary.Uvarint(from)
	from = from[n:]
	if den != 0 {
		num, n := binary.Varint(from)
		return Number{num: num, den: int64(den)}, from[n:]
	}
	length, n := binary.Uvarint(from)
	text, rest := from[n:n+int(length)], from[n+int(length):]
	wide, ok := new(big.Rat).SetString(string(text))
	if !ok {
		return Number{}, rest
	}
	return Number{wide: wide}, rest
}
