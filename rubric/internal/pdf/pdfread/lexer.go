package pdfread

import (
	"bytes"
	"errors"
	"strconv"
)

// deepest is how far values may stand in each other.
const deepest = 64

var (
	errEnd    = errors.New("the file ends within an object")
	errSyntax = errors.New("an object is damaged")
	errDeep   = errors.New("objects stand in each other too deeply")
	errWork   = errors.New("the file is damaged, or made to be slow to read")
)

// lexer reads values from bytes. What it reads is counted, so that a file that
// sends it over the same bytes again and again does not keep it busy.
type lexer struct {
	data   []byte
	at     int
	depth  int
	taken  int // where the bytes end that were counted
	budget *int
}

// isSpace and isDelimiter are the classes of ISO 32000-1, 7.2.2.
func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// more reports whether a byte is left.
func (l *lexer) more() bool { return l.at < len(l.data) }

// take counts what was read since a place, but for what was counted before.
func (l *lexer) take(from int) error {
	*l.budget -= l.at - max(from, l.taken)
	l.taken = l.at
	if *l.budget < 0 {
		return errWork
	}
	return nil
}

// takeValue counts a value.
func (l *lexer) takeValue(from int) error {
	*l.budget -= valueWork
	return l.take(from)
}

// skip passes over spaces and comments.
func (l *lexer) skip() {
	for l.more() {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.more() && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// follows passes over a text, if it is what follows.
func (l *lexer) follows(text string) bool {
	if !bytes.HasPrefix(l.data[l.at:], []byte(text)) {
		return false
	}
	l.at += len(text)
	return true
}

// value reads a value.
func (l *lexer) value() (Value, error) {
	if l.depth++; l.depth > deepest {
		return nil, errDeep
	}
	defer func() { l.depth-- }()
	from := l.at
	l.skip()
	if !l.more() {
		return nil, errEnd
	}
	v, err := l.read()
	if workErr := l.takeValue(from); workErr != nil && err == nil {
		err = workErr
	}
	return v, err
}

// read reads a value that begins here.
func (l *lexer) read() (Value, error) {
	switch {
	case l.follows("<<"):
		return l.dict()
	case l.follows("<"):
		return l.hex()
	case l.follows("("):
		return l.literal()
	case l.follows("["):
		return l.array()
	case l.follows("/"):
		return l.name(), nil
	case isDelimiter(l.data[l.at]):
		return nil, errSyntax
	default:
		return l.word()
	}
}

func (l *lexer) array() (Value, error) {
	out := Array{}
	for {
		l.skip()
		if l.follows("]") {
			return out, nil
		}
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

func (l *lexer) dict() (Value, error) {
	out := Dict{}
	for {
		l.skip()
		if l.follows(">>") {
			return out, nil
		}
		if !l.follows("/") {
			return nil, errSyntax
		}
		key := l.name()
		*l.budget -= valueWork
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		out[key] = v
	}
}

// name reads a name behind its "/".
func (l *lexer) name() Name {
	var out []byte
	for l.more() && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		c := l.data[l.at]
		l.at++
		if c == '#' && l.at+2 <= len(l.data) {
			if n, err := strconv.ParseUint(string(l.data[l.at:l.at+2]), 16, 8); err == nil {
				c = byte(n)
				l.at += 2
			}
		}
		out = append(out, c)
	}
	return Name(out)
}

// hex reads a string of hexadecimal digits behind its "<".
func (l *lexer) hex() (Value, error) {
	var out []byte
	high := true
	for l.more() {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			return String(out), nil
		}
		digit := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		switch {
		case c < '0' || digit < 0:
		case high:
			out, high = append(out, byte(digit<<4)), false
		default:
			out[len(out)-1] |= byte(digit)
			high = true
		}
	}
	return nil, errEnd
}

// literal reads a string behind its "(".
func (l *lexer) literal() (Value, error) {
	var out []byte
	for open := 1; l.more(); {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return String(out), nil
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return nil, errEnd
}

// escapes are the letters behind a "\" (7.3.4.2).
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape reads what stands behind a "\".
func (l *lexer) escape(out []byte) []byte {
	if !l.more() {
		return out
	}
	c := l.data[l.at]
	l.at++
	switch {
	case c == '\r':
		l.follows("\n")
		return out
	case c == '\n':
		return out
	case c >= '0' && c <= '7':
		n := int(c - '0')
		for i := 0; i < 2 && l.more() && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
			n = n*8 + int(l.data[l.at]-'0')
			l.at++
		}
		return append(out, byte(n))
	case escapes[c] != 0:
		return append(out, escapes[c])
	default:
		return append(out, c)
	}
}

// word reads a number, a reference, or true, false, null.
func (l *lexer) word() (Value, error) {
	text := l.plain()
	switch text {
	case "true", "false":
		return text == "true", nil
	case "null":
		return nil, nil
	}
	if n, err := strconv.Atoi(text); err == nil {
		if l.isRef() {
			return Ref(n), nil
		}
		return n, nil
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return f, nil
	}
	return nil, errSyntax
}

func (l *lexer) plain() string {
	from := l.at
	for l.more() && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

// isRef passes over the second half of a reference, "0 R", if that follows.
func (l *lexer) isRef() bool {
	ahead := lexer{data: l.data, at: l.at}
	ahead.skip()
	from := ahead.at
	for ahead.more() && ahead.data[ahead.at] >= '0' && ahead.data[ahead.at] <= '9' && ahead.at-from < 6 {
		ahead.at++
	}
	if ahead.at == from {
		return false
	}
	ahead.skip()
	if ahead.plain() != "R" {
		return false
	}
	l.at = ahead.at
	return true
}
