package ratings

import (
	"io"
	"unicode/utf8"
)

// plainText passes a text on as long as it may be read piece by piece: what is
// broken, or has other line ends than most, concerns the whole file. Nothing of
// that is passed on.
type plainText struct {
	from io.Reader
	open []byte // the end of what was read, of which more must be seen
}

// Read passes bytes on; the error is errWhole where the text is not plain. There
// must be room for a whole character.
func (t *plainText) Read(p []byte) (int, error) {
	if len(p) < utf8.UTFMax {
		return 0, io.ErrShortBuffer
	}
	for {
		had := copy(p, t.open)
		n, err := t.from.Read(p[had:])
		text := p[:had+n]
		whole := len(text)
		if err == nil {
			whole -= openEnd(text)
		}
		if !isClean(text[:whole]) {
			return 0, errWhole
		}
		t.open = append(t.open[:0], text[whole:]...)
		if whole > 0 || err != nil {
			return whole, err
		}
	}
}

// openEnd is how many bytes at the end of a text belong to a character, or to
// a line end, that may go on.
func openEnd(text []byte) int {
	last := len(text) - 1
	if last >= 0 && text[last] == '\r' {
		return 1
	}
	for i := last; i >= 0 && i > last-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			if utf8.FullRune(text[i:]) {
				return 0
			}
			return len(text) - i
		}
	}
	return 0
}
