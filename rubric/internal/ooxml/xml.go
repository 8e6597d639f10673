package ooxml

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Handler takes what stands in a part. Nil functions take nothing. What they
// are given is valid during the call.
type Handler struct {
	Open  func(Element) error
	Text  func([]byte) // character data, in one piece or several
	Close func(name string) error
}

// scanner reads a document tag by tag. It knows of XML what parts of Office
// files use: elements, texts, comments; a document type is refused, and with it every
// entity of one's own. It keeps no more than one tag in memory.
type scanner struct {
	from    *bufio.Reader
	h       Handler
	tag     []byte
	piece   []byte // of a text, decoded
	element Element
	depth   int
}

const (
	mostTag = 1 << 20 // bytes of one tag
	deepest = 256     // how deep elements may stand in each other
)

// scanXML hands the tags and texts of a document in UTF-8 to a handler.
func scanXML(from io.Reader, h Handler) error {
	s := &scanner{from: bufio.NewReaderSize(from, 64<<10), h: h}
	if err := s.begin(); err != nil {
		return err
	}
	for {
		err := s.text()
		if errors.Is(err, io.EOF) && s.depth == 0 {
			return nil
		}
		if err == nil {
			err = s.markup()
		}
		if errors.Is(err, io.EOF) {
			return errors.New("it ends in the middle: is the file complete?")
		}
		if err != nil {
			return err
		}
	}
}

// begin passes over a byte order mark, and refuses what is not UTF-8.
func (s *scanner) begin() error {
	first, err := s.from.Peek(3)
	switch {
	case bytes.HasPrefix(first, []byte("\xEF\xBB\xBF")):
		_, err = s.from.Discard(3)
	case bytes.HasPrefix(first, []byte("\xFF\xFE")), bytes.HasPrefix(first, []byte("\xFE\xFF")):
		return errors.New("it is in UTF-16; only UTF-8 is read")
	case errors.Is(err, io.EOF):
		err = nil
	}
	return err
}

// text hands on what stands before the next tag, in pieces where it is long.
func (s *scanner) text() error {
	s.piece = s.piece[:0]
	for {
		part, err := s.from.ReadSlice('<')
		full := errors.Is(err, bufio.ErrBufferFull)
		s.piece = append(s.piece, bytes.TrimSuffix(part, []byte("<"))...)
		if err != nil && !full {
			return err
		}
		if err := s.hand(full); err != nil || !full {
			return err
		}
	}
}

// hand gives a piece of a text to the handler. Of one that goes on, what may be
// half an entity or half a character at its end stays for the next piece.
func (s *scanner) hand(goesOn bool) error {
	whole := len(s.piece)
	if goesOn {
		whole = lastWhole(s.piece)
	}
	if s.h.Text != nil && whole > 0 {
		text, err := decode(s.piece[:whole])
		if err != nil {
			return err
		}
		s.h.Text(text)
	}
	s.piece = s.piece[:copy(s.piece, s.piece[whole:])]
	return nil
}

// lastWhole is up to where a piece has whole entities and characters.
func lastWhole(piece []byte) int {
	n := len(piece)
	if i := bytes.LastIndexByte(piece, '&'); i >= 0 && n-i < longestEntity {
		n = i
	}
	for i := 1; i < utf8.UTFMax && i <= n; i++ {
		if utf8.RuneStart(piece[n-i]) && !utf8.FullRune(piece[n-i:n]) {
			return n - i
		}
	}
	return n
}

// markup reads what begins with "<".
func (s *scanner) markup() error {
	first, err := s.from.ReadByte()
	if err != nil {
		return err
	}
	switch first {
	case '?':
		return s.instruction()
	case '!':
		return s.declaration()
	case '>':
		return errNameless
	}
	if err := s.readTag(first); err != nil {
		return err
	}
	if first == '/' {
		return s.closed(local(bytes.TrimSpace(s.tag[1:])))
	}
	return s.opened()
}

// instruction passes over <?…?>. The one at the beginning may name an encoding.
func (s *scanner) instruction() error {
	text, err := s.until("?>", false)
	if err != nil {
		return err
	}
	if encoding := encodingIn(text); encoding != "" && !strings.EqualFold(encoding, "utf-8") {
		return fmt.Errorf("it is in %s; only UTF-8 is read", encoding)
	}
	return nil
}

// encodingIn is the encoding that an XML declaration names.
func encodingIn(text []byte) string {
	_, rest, found := bytes.Cut(text, []byte("encoding"))
	rest = bytes.TrimLeft(rest, " \t\r\n=")
	if !found || !bytes.HasPrefix(text, []byte("xml ")) || len(rest) < 2 {
		return ""
	}
	name, _, _ := bytes.Cut(rest[1:], rest[:1])
	return string(name)
}

// declarations are what may begin with "<!".
var declarations = []struct {
	begin, end string
	isText     bool
}{{"--", "-->", false}, {"[CDATA[", "]]>", true}}

// declaration reads <!…>: a comment, a text as it stands, or what is refused.
func (s *scanner) declaration() error {
	for _, d := range declarations {
		if next, _ := s.from.Peek(len(d.begin)); string(next) != d.begin {
			continue
		}
		if _, err := s.from.Discard(len(d.begin)); err != nil {
			return err
		}
		_, err := s.until(d.end, d.isText)
		return err
	}
	return errors.New("it has a document type, which no Office file needs; it is not read")
}

// until reads up to an end. What stands before it is a text for the handler, or
// nothing but its first bytes, which are returned.
func (s *scanner) until(end string, isText bool) ([]byte, error) {
	s.tag = s.tag[:0]
	last := end[len(end)-1]
	for {
		part, err := s.from.ReadSlice(last)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
		s.tag = append(s.tag, part...)
		if text, found := bytes.CutSuffix(s.tag, []byte(end)); found {
			if isText && s.h.Text != nil {
				s.h.Text(text)
			}
			if !utf8.Valid(text) {
				return nil, errNotUTF8
			}
			return text, nil
		}
		if len(s.tag) > mostTag {
			return nil, fmt.Errorf("it has a comment or a marked text of more than %d bytes", mostTag)
		}
	}
}

// readTag reads a tag up to its ">", which may stand within quotes as well.
func (s *scanner) readTag(first byte) error {
	s.tag = append(s.tag[:0], first)
	for {
		part, err := s.from.ReadSlice('>')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		s.tag = append(s.tag, part...)
		if len(s.tag) > mostTag {
			return fmt.Errorf("it has a tag of more than %d bytes", mostTag)
		}
		if err == nil && !inQuotes(s.tag) {
			s.tag = s.tag[:len(s.tag)-1]
			return nil
		}
	}
}

// inQuotes reports whether a tag ends within the quotes of an attribute.
func inQuotes(tag []byte) bool {
	quote := byte(0)
	for _, c := range tag {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote != 0
}

// opened hands on an opening tag, and the closing one of an empty element.
func (s *scanner) opened() error {
	tag, empty := bytes.CutSuffix(s.tag, []byte("/"))
	if err := s.element.parse(tag); err != nil {
		return err
	}
	if s.depth++; s.depth > deepest {
		return fmt.Errorf("its elements stand more than %d deep in each other", deepest)
	}
	if s.h.Open != nil {
		if err := s.h.Open(s.element); err != nil {
			return err
		}
	}
	if empty {
		return s.closed(s.element.Name())
	}
	return nil
}

func (s *scanner) closed(name string) error {
	s.depth--
	switch {
	case s.depth < 0:
		return fmt.Errorf("it closes %q, which is not open", name)
	case s.h.Close == nil:
		return nil
	}
	return s.h.Close(name)
}
