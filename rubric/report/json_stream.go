package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
)

// jsonStream writes one JSON object, part by part, laid out as writeJSON does
// it, so that long lists of records are never held as a whole.
type jsonStream struct {
	out   *bufio.Writer
	parts int // of the object so far
	line  []byte
}

func newJSONStream(w io.Writer) *jsonStream { return &jsonStream{out: bufio.NewWriterSize(w, 1<<16)} }

// key begins the next part of the object.
func (s *jsonStream) key(name string) {
	start := ",\n  "
	if s.parts == 0 {
		start = "{\n  "
	}
	s.parts++
	s.out.WriteString(start + `"` + name + `": `)
}

// value writes a part that is small enough to be held.
func (s *jsonStream) value(name string, v any) error {
	s.key(name)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("  ", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := s.out.Write(bytes.TrimRight(b.Bytes(), "\n"))
	return err
}

// close ends the object.
func (s *jsonStream) close() error {
	s.out.WriteString("\n}\n")
	return s.out.Flush()
}

// streamList writes a list of records as a part of the object.
func streamList[R any](s *jsonStream, name string, records iter.Seq[R], appendRecord func(line []byte, r *R) []byte) error {
	s.key(name)
	layout := indented(4)
	start, end := layout.first, "[]"
	var r R // one place for all records
	for r = range records {
		s.line = appendRecord(append(s.line[:0], start...), &r)
		if _, err := s.out.Write(s.line); err != nil {
			return err
		}
		start, end = layout.between, layout.last
	}
	_, err := s.out.WriteString(end)
	return err
}

// streamRecords writes records of plain columns as a part of the object.
func streamRecords[R any](s *jsonStream, name string, columns []column[R], records iter.Seq[R]) error {
	return streamList(s, name, records, objectOf(indented(4), columns).append)
}

// streamLines writes each record as an object on a line of its own (NDJSON).
func streamLines[R any](w io.Writer, records iter.Seq[R], appendRecord func(line []byte, r *R) []byte) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var line []byte
	var r R // one place for all records
	for r = range records {
		line = append(appendRecord(line[:0], &r), '\n')
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}
