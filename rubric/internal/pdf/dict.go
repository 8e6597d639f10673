package pdf

import (
	"math"
	"strconv"
	"unicode/utf16"
)

// ref is the number of an object that others refer to.
type ref int

// dict builds a dictionary, entry by entry, in the order of the calls.
type dict struct{ b []byte }

func newDict() *dict { return &dict{[]byte("<<")} }

// typed is a dictionary with its Type.
func typed(name string) *dict { return newDict().name("Type", name) }

// bytes ends the dictionary.
func (d *dict) bytes() []byte { return append(d.b, ">>"...) }

func (d *dict) key(key string) { d.b = appendName(d.b, key) }

// raw adds a value that is written already.
func (d *dict) raw(key, value string) *dict {
	d.key(key)
	d.b = append(append(d.b, ' '), value...)
	return d
}

func (d *dict) name(key, value string) *dict {
	d.key(key)
	d.b = appendName(d.b, value)
	return d
}

func (d *dict) text(key, value string) *dict {
	d.key(key)
	d.b = appendText(d.b, value)
	return d
}

func (d *dict) int(key string, value int) *dict {
	d.key(key)
	d.b = strconv.AppendInt(append(d.b, ' '), int64(value), 10)
	return d
}

func (d *dict) bool(key string, value bool) *dict {
	d.key(key)
	d.b = strconv.AppendBool(append(d.b, ' '), value)
	return d
}

func (d *dict) ref(key string, value ref) *dict {
	d.key(key)
	d.b = appendRef(append(d.b, ' '), value)
	return d
}

func (d *dict) refs(key string, values []ref) *dict {
	d.key(key)
	d.b = appendRefs(d.b, values)
	return d
}

func (d *dict) numbers(key string, values ...float64) *dict {
	d.key(key)
	d.b = append(d.b, '[')
	d.b = appendNumbers(d.b, values...)
	d.b = append(d.b, ']')
	return d
}

func (d *dict) dict(key string, value *dict) *dict {
	d.key(key)
	d.b = append(d.b, value.bytes()...)
	return d
}

func appendRef(b []byte, r ref) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}

func appendRefs(b []byte, refs []ref) []byte {
	b = append(b, '[')
	for i, r := range refs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, r)
	}
	return append(b, ']')
}

// half rounds numbers in the middle up, and those a hair below it: processors
// that fuse a multiplication with an addition must not write other digits.
const half = 0.5 + 1e-6

// appendNumber writes a number with at most three decimals: a 72,000th of an
// inch is finer than any printer.
func appendNumber(b []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	thousandths := int64(math.Floor(v*1000 + half))
	if thousandths < 0 {
		b, thousandths = append(b, '-'), -thousandths
	}
	b = strconv.AppendInt(b, thousandths/1000, 10)
	rest := thousandths % 1000
	if rest == 0 {
		return b
	}
	b = append(b, '.', byte('0'+rest/100), byte('0'+rest/10%10), byte('0'+rest%10))
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}

func appendNumbers(b []byte, values ...float64) []byte {
	for i, v := range values {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(b, v)
	}
	return b
}

const hexDigits = "0123456789ABCDEF"

// appendName writes a name; bytes that a name cannot have as they are stand as
// their numbers (ISO 32000-1, 7.3.5).
func appendName(b []byte, name string) []byte {
	b = append(b, '/')
	for i := range len(name) {
		if c := name[i]; isRegular(c) {
			b = append(b, c)
		} else {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return b
}

func isRegular(c byte) bool {
	switch c {
	case '#', '/', '%', '(', ')', '<', '>', '[', ']', '{', '}':
		return false
	}
	return c > ' ' && c <= '~'
}

// appendText writes a text string (7.9.2.2): as it is where it is plain ASCII,
// else as UTF-16.
func appendText(b []byte, text string) []byte {
	if !isPlain(text) {
		return appendHex(append(b, "<FEFF"...), text)
	}
	b = append(b, '(')
	for i := range len(text) {
		if c := text[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, text[i])
	}
	return append(b, ')')
}

func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// appendHex ends a string of hexadecimal digits with a text in UTF-16.
func appendHex(b []byte, text string) []byte {
	for _, unit := range utf16.Encode([]rune(text)) {
		b = appendHex16(b, unit)
	}
	return append(b, '>')
}

func appendHex16(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}
