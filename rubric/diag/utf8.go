package diag

import (
	"bytes"
	"unicode/utf8"
)

// InvalidUTF8 finds the first byte that is not UTF-8: its place, the byte,
// and whether there is one. A byte order mark at the start is not counted;
// lines end with LF, CRLF or CR.
func InvalidUTF8(data []byte) (Pos, byte, bool) {
	if utf8.Valid(data) {
		return Pos{}, 0, false // found out much quicker than a place
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	p := Pos{Line: 1, Column: 1}
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			return p, data[at], true
		case r == '\n', r == '\r' && !bytes.HasPrefix(data[at+1:], []byte("\n")):
			p = Pos{Line: p.Line + 1, Column: 1}
		default:
			p.Column++
		}
		at += size
	}
	return Pos{}, 0, false
}
