// Package pdfread reads PDF files (ISO 32000-1) as far as a form that was
// filled in needs it: objects, and the values of fields. It knows nothing about
// rubrics.
//
// A file may come from anybody. Whatever its bytes are, reading it ends soon,
// takes little more memory than the file, and gives an error that says what to
// do where it cannot be read.
package pdfread

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// What a file may grow to, and how much work it may make: a form stays below a tenth
// of that, and a hundred forms in one file can go beyond it. Work is counted in bytes that are read, copied or compared, and in
// values, each of which takes memory.
const (
	MostInflated = 16 << 20 // bytes, of all streams together
	workFactor   = 8        // times the bytes of the file and its streams
	leastWork    = 1 << 16
	valueWork    = 16 // of a value, however short
)

// File is a PDF file.
type File struct {
	places   map[Ref]place
	trailer  Dict
	parsed   map[Ref]Value
	work     int
	inflated int
}

// place is where an object is: in the file, or in a stream of objects.
type place struct {
	data []byte
	at   int
}

// Open reads where the objects of a file are: every one that stands in it, of
// which the last with a number counts, as changes are added at the end. The
// table at the end of the file is not needed, since that is what programs
// damage.
func Open(data []byte) (*File, error) {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, errors.New("this is no PDF file")
	}
	f := &File{places: map[Ref]place{}, parsed: map[Ref]Value{}, trailer: Dict{}, work: workFactor*len(data) + leastWork}
	s := scanner{file: f, data: data}
	err := s.scan()
	if _, locked := f.trailer["Encrypt"]; locked || err != nil && bytes.Contains(data, []byte("/Encrypt")) {
		// What is locked cannot be unpacked, and the entry stands behind it.
		return nil, errors.New("this PDF is protected by a password or by rights; save a copy without protection")
	}
	if err != nil {
		return nil, err
	}
	if len(f.places) == 0 {
		return nil, errors.New("this PDF has no objects: it is damaged, or cut off")
	}
	return f, nil
}

// Resolve follows references to the value that they lead to; nil where there
// is none.
func (f *File) Resolve(v Value) Value {
	for range deepest {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.object(r)
	}
	return nil
}

// spend counts work, and reports whether there is some left.
func (f *File) spend(work int) bool {
	f.work -= work
	return f.work >= 0
}

// object reads an object once.
func (f *File) object(r Ref) Value {
	if v, ok := f.parsed[r]; ok {
		return v
	}
	p, ok := f.places[r]
	if !ok || !f.spend(0) {
		return nil
	}
	l := &lexer{data: p.data, at: p.at, budget: &f.work}
	v, err := l.value()
	if err != nil {
		v = nil
	}
	if d, ok := v.(Dict); ok {
		if raw, ok := streamData(l, d); ok {
			v = &Stream{d, raw}
		}
	}
	f.parsed[r] = v
	return v
}

// Dict is a value as a dictionary, that of a stream too; nil for others.
func (f *File) Dict(v Value) Dict {
	switch v := f.Resolve(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	default:
		return nil
	}
}

// Array is a value as a list; nil for others.
func (f *File) Array(v Value) Array {
	a, _ := f.Resolve(v).(Array)
	return a
}

// Catalog is the root of the document: that of the file's last trailer, or, in
// a damaged file, the one with a form.
func (f *File) Catalog() Dict {
	if root := f.Dict(f.trailer["Root"]); root != nil {
		return root
	}
	var last Ref
	for r := range f.places {
		if d := f.Dict(r); r > last && d["Type"] == Name("Catalog") && d["AcroForm"] != nil {
			last = r
		}
	}
	return f.Dict(last)
}

// Info is a text of the information dictionary, "" where there is none.
func (f *File) Info(key string) string {
	s, _ := f.Resolve(f.Dict(f.trailer["Info"])[Name(key)]).(String)
	return Text(s)
}

// Data returns what is in a stream, unpacked.
func (f *File) Data(s *Stream) ([]byte, error) {
	filter := f.Resolve(s.Dict["Filter"])
	if list, ok := filter.(Array); ok && len(list) == 1 {
		filter = f.Resolve(list[0])
	}
	switch filter {
	case nil:
		return s.raw, nil
	case Name("FlateDecode"):
		return f.inflate(s.raw)
	default:
		return nil, fmt.Errorf("a stream is packed as %v, which is not supported", filter)
	}
}

// inflate unpacks data. What was read before a damaged place counts, as in
// viewers.
func (f *File) inflate(raw []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("a stream is damaged: %w", err)
	}
	room := MostInflated - f.inflated
	data, err := io.ReadAll(io.LimitReader(r, int64(room)+1))
	if len(data) > room {
		return nil, fmt.Errorf("the file unpacks to more than %d MiB, which no form does: if it holds the forms of many people, hand them in as files of their own", MostInflated>>20)
	}
	if err != nil && len(data) == 0 {
		return nil, fmt.Errorf("a stream is damaged: %w", err)
	}
	f.inflated += len(data)
	f.work += workFactor * len(data)
	return data, nil
}
