package crosswalk

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// mostBytes is how large a file may be: some hundred thousand rows.
const mostBytes = 16 << 20

// Parse reads a crosswalk file with every problem of the file at once. Whether
// it is YAML, a CSV file or a workbook, its bytes say; the name is used for
// places only. What depends on the frameworks is left to [Crosswalk.Hold]. The
// crosswalk is nil when the file is none at all; one with errors serves for
// more checks, but not for work.
func Parse(file string, data []byte) (*Crosswalk, diag.List) {
	if len(data) > mostBytes {
		return nil, diag.List{tooLarge(file, len(data))}
	}
	c, findings := containerOf(data)(file, data)
	if c == nil {
		return nil, findings.Sorted()
	}
	sum := sha256.Sum256(data)
	c.File, c.SHA256 = file, hex.EncodeToString(sum[:])
	return c, findings.Sorted()
}

type container func(file string, data []byte) (*Crosswalk, diag.List)

// zipMark begins every workbook.
var zipMark = []byte("PK\x03\x04")

// containerOf tells by the bytes how rows become of them.
func containerOf(data []byte) container {
	switch {
	case bytes.HasPrefix(data, zipMark):
		return parseWorkbook
	case IsTable(data):
		return parseCSV
	default:
		return parseYAML
	}
}

// IsText reports whether the bytes of a crosswalk are text, which a place in it
// can be shown in, and no workbook.
func IsText(data []byte) bool { return !bytes.HasPrefix(data, zipMark) }

// IsTable reports whether a text begins as a table of pairs does.
func IsTable(data []byte) bool { return tableDelimiter(data) != 0 }

func tooLarge(file string, size int) diag.Diagnostic {
	return diag.Diagnostic{
		Span: diag.Span{File: file}, Severity: diag.Error, Code: CodeFormat,
		Message: fmt.Sprintf("the file has %d MiB, and a crosswalk %d at most", size>>20, mostBytes>>20),
		Hint:    "is it the file that was meant?",
	}
}

// finish checks what rows say of each other, once all are read.
func finish(r *yamldoc.Reader, c *Crosswalk) diag.List {
	checkPairs(r, c.Pairs)
	return r.Findings
}
