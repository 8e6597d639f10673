package yamldoc

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

// checkEncoding finds the first byte that is not UTF-8.
func checkEncoding(file string, data []byte) (diag.Diagnostic, bool) {
	d := diag.Diagnostic{
		Span: diag.Span{File: file, Start: diag.Pos{Line: 1, Column: 1}}, Severity: diag.Error, Code: CodeNotUTF8,
		Hint: "save the file again with the encoding UTF-8",
	}
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		d.Message = "the file is UTF-16, not UTF-8"
		return d, true
	}
	if utf8.Valid(data) {
		return d, false
	}
	at := len(validPrefix(data))
	above := Lines(string(data[:at]))
	line, column := len(above), utf8.RuneCountInString(above[len(above)-1])+1
	d.Start = diag.Pos{Line: line, Column: column}
	d.End = diag.Pos{Line: line, Column: column + 1}
	d.Message = fmt.Sprintf("the byte 0x%02X is not UTF-8", data[at])
	d.Hint = "the file is probably Windows-1252 (saved by an older editor): " + d.Hint
	return d, true
}

// validPrefix is what stands before the first byte that is not UTF-8.
func validPrefix(data []byte) []byte {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return data[:at]
}
