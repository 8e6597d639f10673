// Package schematest holds JSON Schemas against the readers of YAML files that
// they describe. It serves tests only.
package schematest

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// T is a test, of whichever kind.
type T interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// Compile reads a schema, and checks it against the schema of schemas.
func Compile(t T, name string, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// Validate validates the values of a YAML file, as an editor does; a file
// without any is null.
func Validate(t T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	root, _ := yamldoc.Parse("f.yaml", data)
	text := []byte("null")
	if root != nil {
		var err error
		if text, err = json.Marshal(root); err != nil {
			t.Fatal(err)
		}
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
}

// seenOfYAML are the findings of the YAML reader that are about values.
var seenOfYAML = []diag.Code{
	yamldoc.CodeUnknownKey, yamldoc.CodeMissingKey, yamldoc.CodeWrongType, yamldoc.CodeEmptyValue, yamldoc.CodeEmptyFile,
}

// IsAboutFile reports whether a finding of the YAML reader is about the file
// and not about its values: it is no YAML, or YAML that the format forbids. A
// schema is asked about values only.
func IsAboutFile(code diag.Code) bool {
	return slices.Contains(yamldoc.Codes(), code) && !slices.Contains(seenOfYAML, code)
}
