package fix

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Reencode writes as UTF-8 a file that is UTF-16, told by its byte order mark,
// or that holds bytes of Windows-1252, and names what it was. It reports false
// where the file is UTF-8 already, where bytes mean nothing in that encoding,
// and where control characters show that the file is no text at all. The byte
// order mark of UTF-16 is left out, since UTF-8 needs none.
func Reencode(data []byte) (out []byte, was string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		out, ok = fromUTF16(data[2:], binary.LittleEndian)
		was = "UTF-16"
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		out, ok = fromUTF16(data[2:], binary.BigEndian)
		was = "UTF-16"
	case !utf8.Valid(data):
		out, ok = fromWindows1252(data)
		was = "Windows-1252"
	}
	if !ok || bytes.ContainsFunc(out, isNoText) {
		return nil, "", false
	}
	return out, was, true
}

// isNoText reports whether a character stands in no file that people write.
func isNoText(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' || r == utf8.RuneError
}

func fromUTF16(data []byte, order binary.ByteOrder) ([]byte, bool) {
	if len(data)%2 != 0 {
		return nil, false
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units))), true
}

// windows1252 are the characters of the bytes 0x80 to 0x9F; a space stands for
// the five that mean nothing. All other bytes have the number of their
// character.
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"

// fromWindows1252 replaces the bytes that are not UTF-8, and only those, so
// that a file into which older text was pasted is mended too.
func fromWindows1252(data []byte) ([]byte, bool) {
	high := []rune(windows1252)
	out := make([]byte, 0, len(data)+len(data)/8)
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			r = rune(data[at])
			if i := int(r) - 0x80; i < len(high) {
				r = high[i]
			}
			if r == ' ' {
				return nil, false
			}
		}
		out = utf8.AppendRune(out, r)
		at += size
	}
	return out, true
}
