package ratings

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

// mark is a byte order mark, which a file may begin with.
type mark struct {
	bytes string
	name  string // of what follows, in reports
	charset
}

var marks = []mark{
	{"\xEF\xBB\xBF", "UTF-8 with byte order mark", utf8Charset},
	{"\xFF\xFE", "UTF-16LE", utf16Charset("utf-16le", binary.LittleEndian)},
	{"\xFE\xFF", "UTF-16BE", utf16Charset("utf-16be", binary.BigEndian)},
}

// longestMark is the size of the longest of them.
const longestMark = 3

// markOf tells by the beginning of a file what its text is in: what a byte
// order mark says, else what was told, else UTF-8.
func markOf(data []byte, told string) (mark, error) {
	for _, m := range marks {
		if bytes.HasPrefix(data, []byte(m.bytes)) {
			return m, nil
		}
	}
	if told == "" {
		return mark{"", "UTF-8", utf8Charset}, nil
	}
	c, err := charsetNamed(told)
	return mark{"", c.name, c}, err
}

// decode returns the text of a file, its lines ended by line feeds, and the
// name of its encoding. Bytes that are none of its characters are an error with
// their place.
func decode(data []byte, told string) (text, encoding string, err error) {
	m, err := markOf(data, told)
	if err != nil {
		return "", "", err
	}
	if text, err = m.charset.text(data[len(m.bytes):]); err != nil {
		return "", "", err
	}
	return text, m.name, nil
}

// text decodes a text and ends its lines by line feeds.
func (c charset) text(data []byte) (string, error) {
	text, err := c.decode(data)
	if err != nil {
		return "", err
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if before, _, found := strings.Cut(text, "\x00"); found {
		return "", fmt.Errorf("%s: there is a NUL character: it is no text, or UTF-16 without a byte order mark (--encoding utf-16le); save it again as UTF-8", endOf(before))
	}
	return text, nil
}

func decodeUTF8(data []byte) (string, error) {
	if at, first, bad := diag.InvalidUTF8(data); bad {
		return "", fmt.Errorf("line %d, column %d: the byte 0x%02X is not UTF-8; save the file again as UTF-8 (in Excel: CSV UTF-8), or say what it is: --encoding windows-1252", at.Line, at.Column, first)
	}
	return string(data), nil
}

// utf16Charset is UTF-16 in one order of bytes.
func utf16Charset(name string, order binary.ByteOrder) charset {
	return charset{
		name:   name,
		decode: func(data []byte) (string, error) { return decodeUTF16(data, order) },
		open:   func(data []byte) int { return openUTF16(data, order) },
	}
}

// openUTF16 is how many bytes at the end belong to a character that may go on:
// half a unit, and before it the first of two units.
func openUTF16(data []byte, order binary.ByteOrder) int {
	odd := len(data) % 2
	if last := len(data) - odd; last >= 2 && isFirstHalf(order.Uint16(data[last-2:])) {
		return odd + 2
	}
	return odd
}

// isFirstHalf reports whether a unit is the first of two that make a character.
func isFirstHalf(unit uint16) bool { return 0xD800 <= unit && unit < 0xDC00 }

func decodeUTF16(data []byte, order binary.ByteOrder) (string, error) {
	var b strings.Builder
	b.Grow(len(data) / 2)
	for ; len(data) >= 2; data = data[2:] {
		r := rune(order.Uint16(data))
		if r < utf8.RuneSelf {
			b.WriteByte(byte(r))
			continue
		}
		if utf16.IsSurrogate(r) && len(data) >= 4 {
			r = utf16.DecodeRune(r, rune(order.Uint16(data[2:])))
			data = data[2:]
		}
		if utf16.IsSurrogate(r) || r == utf8.RuneError {
			return "", fmt.Errorf("%s: half a character of UTF-16; save the file again as UTF-8", endOf(b.String()))
		}
		b.WriteRune(r)
	}
	if len(data) > 0 {
		return "", fmt.Errorf("%s: the file is UTF-16 and ends in the middle of a character", endOf(b.String()))
	}
	return b.String(), nil
}

// endOf is the place just after a text, in words; columns count characters.
func endOf(before string) string {
	start := strings.LastIndexByte(before, '\n') + 1
	return fmt.Sprintf("line %d, column %d", 1+strings.Count(before, "\n"), 1+utf8.RuneCountInString(before[start:]))
}
