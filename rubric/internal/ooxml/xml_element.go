package ooxml

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// Element is an opening tag.
type Element struct {
	tag        []byte // its name
	attributes []attribute
}

// attribute is a name with its value as it is written.
type attribute struct{ name, value []byte }

// Name is the tag's name without its prefix: the two editions of the standard
// differ in their namespaces only.
func (e Element) Name() string { return local(e.tag) }

// local is a name without its prefix.
func local(name []byte) string {
	if i := bytes.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	if known, ok := usualNames[string(name)]; ok {
		return known
	}
	return string(name)
}

// usualNames are the names that stand in every row: they need no memory each.
var usualNames = map[string]string{"row": "row", "c": "c", "v": "v", "f": "f", "is": "is", "t": "t", "si": "si", "r": "r"}

// Attr is an attribute without a prefix; "" where there is none.
func (e Element) Attr(name string) string {
	for _, a := range e.attributes {
		if string(a.name) == name {
			return a.text()
		}
	}
	return ""
}

// Linked is an attribute with a prefix, as ids of links and values of text documents
// have it; "" where there is none.
func (e Element) Linked(name string) string {
	for _, a := range e.attributes {
		if _, own, prefixed := bytes.Cut(a.name, []byte(":")); prefixed && string(own) == name {
			return a.text()
		}
	}
	return ""
}

// text is the attribute's value; [Element.parse] has looked at its entities.
func (a attribute) text() string {
	text, err := decode(a.value)
	if err != nil {
		return ""
	}
	return string(text)
}

// parse reads a tag without its brackets.
func (e *Element) parse(tag []byte) error {
	end := bytes.IndexAny(tag, " \t\r\n")
	if end < 0 {
		end = len(tag)
	}
	e.tag, e.attributes = tag[:end], e.attributes[:0]
	if end == 0 {
		return errNameless
	}
	rest := bytes.TrimSpace(tag[end:])
	for len(rest) > 0 {
		name, after, found := bytes.Cut(rest, []byte("="))
		after = bytes.TrimLeft(after, " \t\r\n")
		if !found || len(after) == 0 || after[0] != '"' && after[0] != '\'' {
			return fmt.Errorf("the tag %q has an attribute without a value in quotes", cutBytes(tag))
		}
		value, next, found := bytes.Cut(after[1:], after[:1])
		if _, err := decode(value); !found || err != nil {
			return errors.Join(fmt.Errorf("the tag %q has an attribute that cannot be read", cutBytes(tag)), err)
		}
		e.attributes = append(e.attributes, attribute{bytes.TrimSpace(name), value})
		rest = bytes.TrimSpace(next)
	}
	return nil
}

func cutBytes(tag []byte) []byte { return tag[:min(len(tag), 60)] }

// longestEntity is how many bytes an entity has at most: &#x10FFFF;
const longestEntity = 12

// entities are the characters that XML names.
var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

var (
	errNotUTF8  = errors.New("it has bytes that are not UTF-8")
	errNameless = errors.New("it has a tag without a name")
)

// decode gives the characters that entities stand for, and refuses bytes that
// are not UTF-8. A text without any is returned as it is.
func decode(text []byte) ([]byte, error) {
	if !utf8.Valid(text) {
		return nil, errNotUTF8
	}
	before, rest, found := bytes.Cut(text, []byte("&"))
	if !found {
		return text, nil
	}
	out := append([]byte(nil), before...)
	for found {
		name, after, closed := bytes.Cut(rest, []byte(";"))
		r, ok := entity(string(name))
		if !closed || !ok {
			return nil, fmt.Errorf("it has the entity &%s;, which no Office file needs", cutBytes(name))
		}
		out = utf8.AppendRune(out, r)
		before, rest, found = bytes.Cut(after, []byte("&"))
		out = append(out, before...)
	}
	return out, nil
}

// entity is the character of an entity: lt, #10, #xA.
func entity(name string) (rune, bool) {
	if r, known := entities[name]; known {
		return r, true
	}
	base, digits := 10, ""
	switch {
	case len(name) > 2 && name[:2] == "#x":
		base, digits = 16, name[2:]
	case len(name) > 1 && name[0] == '#':
		digits = name[1:]
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
