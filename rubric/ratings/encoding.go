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

// marks are the byte order marks that a file may begin with.
var marks = []struct {
	bytes  string
	name   string
	decode func(data []byte) (string, error)
}{
	{"\xEF\xBB\xBF", "UTF-8 with byte order mark", decodeUTF8},
	{"\xFF\xFE", "UTF-16LE", utf16In(binary.LittleEndian)},
	{"\xFE\xFF", "UTF-16BE", utf16In(binary.BigEndian)},
}

// decode returns the text of a file, its lines ended by line feeds, and the
// name of its encoding: what a byte order mark says, else what was told, else
// UTF-8. Other bytes are an error with their place.
func decode(data []byte, told string) (text, encoding string, err error) {
	decode, encoding := decodeUTF8, "UTF-8"
	if told != "" {
		c, err := charsetNamed(told)
		if err != nil {
			return "", "", err
		}
		decode, encoding = c.decode, c.name
	}
	for _, m := range marks {
		if rest, found := bytes.CutPrefix(data, []byte(m.bytes)); found {
			data, decode, encoding = rest, m.decode, m.name
			break
		}
	}
	if text, err = decode(data); err != nil {
		return "", "", err
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if before, _, found := strings.Cut(text, "\x00"); found {
		return "", "", fmt.Errorf("%s: there is a NUL character: it is no text, or UTF-16 without a byte order mark (--encoding utf-16le); save it again as UTF-8", endOf(before))
	}
	return text, encoding, nil
}

func decodeUTF8(data []byte) (string, error) {
	if at, first, bad := diag.InvalidUTF8(data); bad {
		return "", fmt.Errorf("line %d, column %d: the byte 0x%02X is not UTF-8; save the file again as UTF-8 (in Excel: CSV UTF-8), or say what it is: --encoding windows-1252", at.Line, at.Column, first)
	}
	return string(data), nil
}

func utf16In(order binary.ByteOrder) func([]byte) (string, error) {
	return func(data []byte) (string, error) { return decodeUTF16(data, order) }
}

func decodeUTF16(data []byte, order binary.ByteOrder) (string, error) {
	var b strings.Builder
	for ; len(data) >= 2; data = data[2:] {
		r := rune(order.Uint16(data))
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
