package ratings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// placedText is a text that a parser reads ahead, with the place up to which it
// has taken it up. It keeps no more than what lies between.
type placedText struct {
	from         io.Reader
	ahead        []byte // read, and not passed yet
	at           int64  // how many bytes were passed
	line, column int    // of the next one, from 1; columns count characters
	err          error  // for which reading ended before the text did
}

func newPlacedText(from io.Reader) *placedText { return &placedText{from: from, line: 1, column: 1} }

// Read reads on, as far as a single value may reach.
func (t *placedText) Read(p []byte) (int, error) {
	if len(t.ahead) > mostLineBytes {
		t.err = fmt.Errorf("line %d: a single text is more than %d MiB long: are these ratings?", t.line, mostLineBytes>>20)
		return 0, t.err
	}
	n, err := t.from.Read(p)
	t.ahead = append(t.ahead, p[:n]...)
	if err != nil && !errors.Is(err, io.EOF) {
		t.err = err
	}
	return n, err
}

// pass moves on to a byte, counted from the beginning of the text.
func (t *placedText) pass(offset int64) {
	passed := t.ahead[:offset-t.at]
	t.at, t.ahead = offset, t.ahead[len(passed):]
	if n := bytes.Count(passed, []byte{'\n'}); n > 0 {
		t.line, t.column = t.line+n, 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	t.column += utf8.RuneCount(passed)
}

// passAll moves on to the end of what was read.
func (t *placedText) passAll() { t.pass(t.at + int64(len(t.ahead))) }

// passSpace moves on to what is no white space.
func (t *placedText) passSpace() {
	t.pass(t.at + int64(len(t.ahead)-len(bytes.TrimLeft(t.ahead, " \t\r\n"))))
}

// String is the place, in words.
func (t *placedText) String() string { return fmt.Sprintf("line %d, column %d", t.line, t.column) }
