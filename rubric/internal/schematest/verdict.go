package schematest

import (
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rubrickit/rubric/diag"
)

// Reader is the reader of a kind of file, with the known differences between it
// and the schema.
type Reader struct {
	Read func(data []byte) diag.List
	// Hides tells findings that keep a part of the file from the schema, with
	// whatever else is wrong in it: a key that stands twice has one value there.
	Hides func(diag.Diagnostic) bool
	// Unseen tells findings about what no schema can see.
	Unseen func(diag.Diagnostic) bool
}

// Agree tests that the reader and the schema say the same about a file, but for
// the known differences.
func (r Reader) Agree(t T, s *jsonschema.Schema, data []byte) {
	t.Helper()
	findings, refused := r.Read(data), Validate(t, s, data)
	switch {
	case refused != nil && !findings.HasErrors():
		t.Errorf("the reader takes this, and the schema does not: %v\n%s", refused, data)
	case refused != nil || slices.ContainsFunc(findings, r.Hides):
		return
	}
	for _, d := range findings {
		if d.Severity == diag.Error && !r.Unseen(d) {
			t.Errorf("the schema takes this, and the reader does not: %s\n%s", d, data)
		}
	}
}
