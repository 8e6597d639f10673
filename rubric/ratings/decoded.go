package ratings

import (
	"io"
	"slices"
)

// decoded passes a text on in UTF-8, piece by piece.
type decoded struct {
	from io.Reader
	charset
	in  []byte // what was read and not decoded yet
	out string // what was decoded and not passed on yet
	err error  // what comes then
}

// pieceSize is how much is decoded at a time.
const pieceSize = 32 << 10

// Read passes text on; the error is errWhole where bytes are no characters of
// the charset, and reading the file whole will say where.
func (d *decoded) Read(p []byte) (int, error) {
	for d.out == "" && d.err == nil {
		d.fill()
	}
	if d.out == "" {
		return 0, d.err
	}
	n := copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// fill reads a piece and decodes the whole characters of it.
func (d *decoded) fill() {
	had := len(d.in)
	d.in = slices.Grow(d.in, pieceSize)
	n, err := d.from.Read(d.in[had : had+pieceSize])
	d.in, d.err = d.in[:had+n], err
	whole := len(d.in)
	if err == nil && d.open != nil {
		whole -= d.open(d.in)
	}
	text, err := d.decode(d.in[:whole])
	if err != nil {
		d.err = errWhole
		return
	}
	d.out, d.in = text, append(d.in[:0], d.in[whole:]...)
}
