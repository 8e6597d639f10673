package yamldoc

import "rubrickit/rubric/diag"

// Readable reports whether YAML can read a text as it stands.
func Readable(text string) bool { return scan(Lines(text)).stop == nil }

// SlipCodes lists what the slips that are undone are called.
func SlipCodes() []diag.Code {
	var out []diag.Code
	for _, s := range slips() {
		out = append(out, s.codes...)
	}
	return out
}
