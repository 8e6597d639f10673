package ratings

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// longestQuickLine is how long a line may be that is not left to the reader of
// JSON.
const longestQuickLine = 64 << 10

// readObjectLines reads the values of a text as readJSON does, sooner where
// each is a plain object on a line of its own.
func readObjectLines(from io.Reader, value func(node) error) error {
	lines := bufio.NewReaderSize(from, longestQuickLine)
	quick := quickObjects{keys: map[string]string{}}
	for number := 1; ; number++ {
		line, err := lines.ReadSlice('\n')
		long := errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !long && !errors.Is(err, io.EOF) {
			return err // which the reader says only once
		}
		found := quick.values(line, number)
		if long || found == nil && len(bytes.TrimSpace(line)) > 0 {
			return readJSONAt(number, io.MultiReader(bytes.NewReader(bytes.Clone(line)), lines), value)
		}
		for _, n := range found {
			if err := value(n); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}

// values are the values on a line; none where it is blank, or does not end with
// a value: then the reader of JSON goes on from there.
func (q *quickObjects) values(line []byte, number int) []node {
	if n, ok := q.object(line, number); ok {
		return append(q.one[:0], n)
	}
	var out []node
	err := readJSONAt(number, bytes.NewReader(line), func(n node) error { out = append(out, n); return nil })
	if err != nil {
		return nil
	}
	return out
}
