package yamldoc

import (
	"bytes"
	"fmt"

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
	at, first, bad := diag.InvalidUTF8(data)
	if !bad {
		return d, false
	}
	d.Start, d.End = at, diag.Pos{Line: at.Line, Column: at.Column + 1}
	d.Message = fmt.Sprintf("the byte 0x%02X is not UTF-8", first)
	d.Hint = "the file is probably Windows-1252 (saved by an older editor): " + d.Hint
	return d, true
}
