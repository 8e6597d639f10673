package yamldoc_test

import (
	"testing"

	"rubrickit/rubric/yamldoc"
)

// A file without content says which kind of nothing it holds.
func TestEmpty(t *testing.T) {
	const empty, comments = "the file is empty", "the file holds nothing but comments"
	for text, want := range map[string]string{
		"":                   empty,
		"\ufeff\r\n\n  \n":   empty,
		"---\n...\n":         empty,
		"~\n":                empty,
		"# one\n":            comments,
		"\n  # one\n\n# two": comments,
		"--- # one\n":        empty,
		"---\n# one\n":       comments,
	} {
		root, findings := yamldoc.Parse("f", []byte(text))
		if root != nil || len(findings) != 1 || findings[0].Code != yamldoc.CodeEmptyFile || findings[0].Message != want {
			t.Errorf("%q: %v, want %q", text, findings, want)
		}
	}
}
