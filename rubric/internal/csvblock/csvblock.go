// Package csvblock cuts a CSV text into blocks of whole records, each with the
// line and the number of the record at which it begins, so that blocks can be
// read apart. What a record is it takes from encoding/csv: RFC 4180, and a
// record whose quotes are broken ends with the line on which they break; but an
// empty line, which encoding/csv leaves out, counts as a record here.
package csvblock

import (
	"bytes"
	"errors"
	"io"
	"slices"
)

// Block is whole records of a text.
type Block struct {
	Text   []byte // ends in a line end
	Number int    // of the block, from 0
	Line   int    // physical line at which it begins, from 1
	Record int    // how many records stand before it
	Added  bool   // the line end of the text is not the file's, which ends without one
}

// Own is what of the block stands in the file.
func (b Block) Own() []byte {
	if b.Added {
		return b.Text[:len(b.Text)-1]
	}
	return b.Text
}

// Size is a good length of a block: long enough that handing it over costs
// nothing, short enough to stay in a cache. Longest is how long a single record
// may be.
const (
	Size    = 256 << 10
	Longest = 16 << 20
)

// ErrLong is the error for a record that is longer than [Longest], or for
// quotes that do not close, which make one of the rest of the text.
var ErrLong = errors.New("a record without an end")

// Cutter cuts a text. It reads ahead by at most a block.
type Cutter struct {
	from      io.Reader
	delimiter byte
	size      int    // of a read
	rest      []byte // of the last read, behind its last record
	number    int    // of the next block
	line      int
	record    int
	end       bool
}

// New cuts what a reader holds into blocks of about so many bytes; line is the
// physical line at which it begins.
func New(from io.Reader, delimiter byte, line, size int) *Cutter {
	return &Cutter{from: from, delimiter: delimiter, size: size, line: line}
}

// Next cuts the next block into a buffer, which it makes longer where it must.
// The error is io.EOF at the end, [ErrLong], or that of the reader.
func (c *Cutter) Next(buffer []byte) (Block, error) {
	text := append(buffer[:0], c.rest...)
	for size := len(text) + c.size; !c.end; size *= 2 {
		var err error
		if text, err = c.fill(text, size); err != nil {
			return Block{}, err
		}
		if n, records, lines := c.cut(text); n > 0 {
			c.rest = append(c.rest[:0], text[n:]...)
			return c.block(text[:n], records, lines), nil
		}
		if len(text) > Longest {
			return Block{}, ErrLong
		}
	}
	return c.last(text)
}

// readSize is how much is read at a time. A call to the system that takes longer
// than some 20 microseconds has Go give its processor to another thread, and the
// two then wait for each other.
const readSize = 32 << 10

// fill reads until the text is as long as that, or at its end.
func (c *Cutter) fill(text []byte, size int) ([]byte, error) {
	for len(text) < size {
		text = slices.Grow(text, size-len(text))
		n, err := c.from.Read(text[len(text):min(size, len(text)+readSize)])
		text = text[:len(text)+n]
		switch {
		case errors.Is(err, io.EOF):
			c.end = true
			return text, nil
		case err != nil:
			return nil, err
		}
	}
	return text, nil
}

// last is the block of what is left at the end of the text.
func (c *Cutter) last(text []byte) (Block, error) {
	c.rest = c.rest[:0]
	if len(text) == 0 {
		return Block{}, io.EOF
	}
	added := text[len(text)-1] != '\n'
	if added {
		text = append(text, '\n')
	}
	n, records, lines := c.cut(text)
	if n < len(text) {
		return Block{}, ErrLong
	}
	b := c.block(text, records, lines)
	b.Added = added
	return b, nil
}

// block numbers a block.
func (c *Cutter) block(text []byte, records, lines int) Block {
	b := Block{Text: text, Number: c.number, Line: c.line, Record: c.record}
	c.number++
	c.line += lines
	c.record += records
	return b
}

// cut is the length of the whole records at the beginning of a text, how many
// they are, and how many lines they take.
func (c *Cutter) cut(text []byte) (length, records, lines int) {
	if bytes.IndexByte(text, '"') < 0 {
		length = bytes.LastIndexByte(text, '\n') + 1
		lines = bytes.Count(text[:length], []byte{'\n'})
		return length, lines, lines
	}
	for length < len(text) {
		n, whole := Record(text[length:], c.delimiter)
		if !whole {
			break
		}
		records++
		length += n
	}
	return length, records, bytes.Count(text[:length], []byte{'\n'})
}

// Record is the length of the record at the beginning of a text, its line end
// included; whole is false where the text ends within it.
func Record(text []byte, delimiter byte) (length int, whole bool) {
	for i := 0; i < len(text); {
		var end byte
		if text[i] == '"' {
			i, end = quoted(text, i+1, delimiter)
		} else {
			i, end = plain(text, i, delimiter)
		}
		switch end {
		case '\n':
			return i, true
		case broken:
			return lineEnd(text, i)
		}
	}
	return len(text), false
}

// broken is what ends a cell whose quotes are not as they should be.
const broken = '"'

// quoted reads to the end of a quoted cell: the place after what ends it, and
// that: a delimiter, a line end, broken, or 0 where the text ends.
func quoted(text []byte, i int, delimiter byte) (int, byte) {
	for {
		n := bytes.IndexByte(text[i:], '"')
		if n < 0 || i+n+1 == len(text) {
			return len(text), 0
		}
		i += n + 1
		switch {
		case text[i] == '"':
			i++
		case text[i] == delimiter, text[i] == '\n':
			return i + 1, text[i]
		case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
			return i + 2, '\n'
		default:
			return i, broken
		}
	}
}

// plain reads to the end of a cell without quotes.
func plain(text []byte, i int, delimiter byte) (int, byte) {
	for ; i < len(text); i++ {
		switch text[i] {
		case delimiter, '\n':
			return i + 1, text[i]
		case '"':
			return i, broken
		}
	}
	return len(text), 0
}

// lineEnd is where the line of a broken record ends.
func lineEnd(text []byte, i int) (int, bool) {
	n := bytes.IndexByte(text[i:], '\n')
	if n < 0 {
		return len(text), false
	}
	return i + n + 1, true
}
