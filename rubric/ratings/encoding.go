package ratings

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf16"

	"rubrickit/rubric/diag"
)

// decode returns the text of a file and the name of its encoding: UTF-8, or
// UTF-16 with a byte order mark. Other bytes are an error with their place.
func decode(data []byte) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data, encoding = data[3:], "UTF-8 with byte order mark"
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return decodeUTF16(data[2:], binary.LittleEndian, "UTF-16LE")
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeUTF16(data[2:], binary.BigEndian, "UTF-16BE")
	default:
		encoding = "UTF-8"
	}
	if at, first, bad := diag.InvalidUTF8(data); bad {
		return "", "", fmt.Errorf("line %d, column %d: the byte 0x%02X is not UTF-8; save the file again as UTF-8 (in Excel: CSV UTF-8)", at.Line, at.Column, first)
	}
	return string(data), encoding, nil
}

func decodeUTF16(data []byte, order binary.ByteOrder, name string) (string, string, error) {
	if len(data)%2 != 0 {
		return "", "", fmt.Errorf("the file is %s and ends in the middle of a character", name)
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units)), name, nil
}
