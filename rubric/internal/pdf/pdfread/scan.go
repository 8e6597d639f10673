package pdfread

import (
	"bytes"
	"maps"
)

// scanner finds the objects and trailers of a file, from its begin to its end.
type scanner struct {
	file *File
	data []byte
	at   int
}

// scan notes every object. It passes over the data of streams, in which anything
// may look like one.
func (s *scanner) scan() error {
	object, trailer := -1, -1
	for {
		object, trailer = s.next(object, "obj"), s.next(trailer, "trailer")
		switch {
		case object == len(s.data) && trailer == len(s.data):
			return nil
		case trailer < object:
			s.at = trailer + len("trailer")
			s.trailer()
		default:
			s.at = object + len("obj")
			if r, ok := s.number(object); ok {
				if err := s.object(r); err != nil {
					return err
				}
			}
		}
		if s.file.work < 0 {
			return errWork
		}
	}
}

// next is the place of a word from here on, given where it was found before;
// the end of the file where there is none.
func (s *scanner) next(before int, word string) int {
	if before >= s.at {
		return before
	}
	if i := bytes.Index(s.data[s.at:], []byte(word)); i >= 0 {
		return s.at + i
	}
	return len(s.data)
}

// number reads backwards the number of the object whose "obj" is at a place:
// "12 0 obj".
func (s *scanner) number(at int) (Ref, bool) {
	at, _, ok := s.digits(at)
	if !ok {
		return 0, false
	}
	_, n, ok := s.digits(at)
	return Ref(n), ok
}

// digits reads a number backwards, over the spaces behind it.
func (s *scanner) digits(at int) (from, n int, ok bool) {
	end := at
	for end > 0 && at-end < 8 && isSpace(s.data[end-1]) {
		end--
	}
	from = end
	for unit := 1; from > 0 && end-from < 9 && s.data[from-1] >= '0' && s.data[from-1] <= '9'; unit *= 10 {
		from--
		n += unit * int(s.data[from]-'0')
	}
	return from, n, from < end && end < at
}

// object notes an object, and those in it where it is a stream of objects.
func (s *scanner) object(r Ref) error {
	l := &lexer{data: s.data, at: s.at, budget: &s.file.work}
	v, err := l.value()
	if err != nil {
		return nil // what follows may be whole
	}
	s.file.places[r] = place{s.data, s.at}
	s.at = l.at
	d, ok := v.(Dict)
	if !ok {
		return nil
	}
	raw, ok := streamData(l, d)
	if !ok {
		return nil
	}
	s.at = l.at
	switch d["Type"] {
	case Name("ObjStm"):
		return s.unpack(&Stream{d, raw})
	case Name("XRef"):
		maps.Copy(s.file.trailer, d)
	}
	return nil
}

// trailer notes the entries of a trailer; those of a later one outrank them.
func (s *scanner) trailer() {
	l := &lexer{data: s.data, at: s.at, budget: &s.file.work}
	v, err := l.value()
	if d, ok := v.(Dict); ok && err == nil {
		maps.Copy(s.file.trailer, d)
		s.at = l.at
	}
}

// unpack notes the objects of a stream of objects (7.5.7). One that cannot be
// unpacked is an error: its objects would be missing without a word.
func (s *scanner) unpack(stream *Stream) error {
	data, err := s.file.Data(stream)
	if err != nil {
		return err
	}
	n, _ := stream.Dict["N"].(int)
	first, _ := stream.Dict["First"].(int)
	l := &lexer{data: data, budget: &s.file.work}
	for range n {
		number, err := l.value()
		if err != nil {
			return nil
		}
		offset, err := l.value()
		if err != nil {
			return nil
		}
		r, isNumber := number.(int)
		o, isOffset := offset.(int)
		if isNumber && isOffset && o >= 0 && first >= 0 && o < len(data)-first {
			s.file.places[Ref(r)] = place{data, first + o}
		}
	}
	return nil
}

const (
	streamWord    = "stream"
	endStreamWord = "endstream"
)

// streamData passes over the data behind a dictionary, if there is any: as long
// as the dictionary says, if the data ends there, else up to where it ends.
func streamData(l *lexer, d Dict) ([]byte, bool) {
	l.skip()
	if !l.follows(streamWord) {
		return nil, false
	}
	l.follows("\r")
	l.follows("\n")
	from := l.at
	if n, ok := d["Length"].(int); ok && n >= 0 && n <= len(l.data)-from {
		end := lexer{data: l.data, at: from + n}
		end.skip()
		if end.follows(endStreamWord) {
			l.at = end.at
			return l.data[from : from+n], true
		}
	}
	n := bytes.Index(l.data[from:], []byte(endStreamWord))
	if n < 0 {
		return nil, false
	}
	l.at = from + n
	if l.take(from) != nil {
		return nil, false
	}
	l.at += len(endStreamWord)
	return l.data[from : from+n], true
}
