package ratings

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A file that is not read piece by piece is held in memory, with some ten times
// its size of cells. It may have so many bytes, and so many cells; a value of
// JSON with others in it so many of these.
const (
	mostHeld       = 64 << 20
	mostHeldCells  = 1 << 24
	mostHeldValues = 1 << 20
)

// tooBig refuses a file that is longer than what is held of its kind.
func (c container) tooBig() error {
	return fmt.Errorf("it is %s of more than %d MiB, the most that is held in memory: write it as NDJSON, one object of plain values a line, or as CSV, which are read piece by piece",
		c.inWords(), c.most>>20)
}

func (c container) inWords() string {
	if c.name == "markdown" {
		return "Markdown"
	}
	return strings.ToUpper(c.name)
}

// containerOf is the container that the first bytes of a file tell; nil where
// they tell none, as of a file that is packed.
func containerOf(name string, head []byte) *container {
	rows, text := containers(), string(head)
	i := slices.IndexFunc(rows, func(c container) bool {
		return c.isBinary(head) || c.is != nil && !isPacked(head) && c.is(strings.ToLower(name), text)
	})
	if i < 0 {
		return nil
	}
	return &rows[i]
}

// readHeld reads a file into memory, up to the bound of its kind.
func readHeld(name string, in io.Reader) ([]byte, error) {
	from := bufio.NewReaderSize(in, headSize)
	head, _ := from.Peek(headSize) // what keeps it from being read, the reading says
	c := containerOf(name, head)
	if c == nil || c.most == 0 {
		return io.ReadAll(from)
	}
	data, err := io.ReadAll(io.LimitReader(from, int64(c.most)+1))
	if err == nil && len(data) > c.most {
		return nil, c.tooBig()
	}
	return data, err
}
