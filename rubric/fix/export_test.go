package fix

import (
	"strings"

	"rubrickit/rubric/diag"
)

// CertainCodes are the findings whose edits are made: the rows of the table,
// the encoding, and the depth of lines.
func CertainCodes() []diag.Code {
	out := []diag.Code{"not-utf8", "indentation"}
	for _, k := range kinds() {
		out = append(out, k.code)
	}
	return out
}

// FormatKeys are the words that are taken for keys of a framework file.
func FormatKeys() []string { return strings.Fields(formatKeys) }
