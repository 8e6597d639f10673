package schematest

import (
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rubrickit/rubric/diag"
)

// Reader is the reader of a kind of file, with its schema and the known
// differences between the two.
type Reader struct {
	Schema *jsonschema.Schema
	Head   string // begins the files of tests
	Read   func(data []byte) diag.List
	// Hides are findings that keep a part of the file from the schema, with
	// whatever else is wrong in it: a key that stands twice has one value there.
	Hides []diag.Code
	// Differences are all known ones, but for those of reading YAML.
	Differences []Difference
}

// Difference is what the reader sees and the schema cannot.
type Difference struct {
	Code    diag.Code
	Says    string // a part of the message that tells it from other findings of the code
	Reason  string
	Example string // below the head: an error of this code, in a file that the schema takes
}

// Differs is a difference, for tables of them.
func Differs(code diag.Code, says, reason, example string) Difference {
	return Difference{code, says, reason, example}
}

// is reports whether a finding is this difference.
func (d Difference) is(found diag.Diagnostic) bool {
	return d.Code == found.Code && strings.Contains(found.Message, d.Says)
}

// unseen reports whether the schema may take a file with an error.
func (r Reader) unseen(found diag.Diagnostic) bool {
	return IsAboutFile(found.Code) || slices.ContainsFunc(r.Differences, func(d Difference) bool { return d.is(found) })
}

// Agree tests that the reader and the schema say the same about a file, but for
// the known differences.
func (r Reader) Agree(t T, data []byte) {
	t.Helper()
	findings, refused := r.Read(data), Validate(t, r.Schema, data)
	switch {
	case refused != nil && !findings.HasErrors():
		t.Errorf("the reader takes this, and the schema does not: %v\n%s", refused, data)
	case refused != nil || slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return slices.Contains(r.Hides, d.Code) }):
		return
	}
	for _, d := range findings {
		if d.Severity == diag.Error && !r.unseen(d) {
			t.Errorf("the schema takes this, and the reader does not: %s\n%s", d, data)
		}
	}
}

// Draws tests that the reader and the schema draw the same line at a place of a
// file, VALUE: they take some values there and refuse others.
func (r Reader) Draws(t T, file string, yes, no []string) {
	t.Helper()
	for _, value := range yes {
		r.Takes(t, []byte(strings.Replace(file, "VALUE", value, 1)), true)
	}
	for _, value := range no {
		r.Takes(t, []byte(strings.Replace(file, "VALUE", value, 1)), false)
	}
}

// Takes tests that the reader and the schema both take a file, or both refuse it.
func (r Reader) Takes(t T, file []byte, want bool) {
	t.Helper()
	findings := r.Read(file)
	if err := Validate(t, r.Schema, file); (err == nil) != want || findings.HasErrors() == want {
		t.Errorf("want it taken: %t; the schema says %v, the reader %v\n%s", want, err, findings, file)
	}
}

// Differ tests that each known difference is one: the reader alone sees its
// example.
func (r Reader) Differ(t *testing.T) {
	t.Helper()
	for _, d := range r.Differences {
		t.Run(string(d.Code), func(t *testing.T) {
			example := []byte(r.Head + d.Example)
			if findings := r.Read(example); len(findings) != 1 || !d.is(findings[0]) {
				t.Errorf("the reader finds %v, want one %s", findings, d.Code)
			}
			if err := Validate(t, r.Schema, example); err != nil {
				t.Errorf("the schema sees it as well, so it is no difference: %v", err)
			}
			if d.Reason == "" {
				t.Error("no reason why a schema cannot see it")
			}
		})
	}
}
