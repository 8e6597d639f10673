package cli

import (
	"io"
	"strings"

	"rubrickit/frameworks"
	"rubrickit/rubric/diag"
)

// fileSchema is the JSON Schema of a kind of file that people write.
type fileSchema struct {
	kind string
	text func() []byte
}

// fileSchemas is the table of them; the first is shown where no kind is named.
func fileSchemas() []fileSchema {
	return []fileSchema{
		{"framework", frameworks.Schema},
		{"policy", frameworks.PolicySchema},
		{"mapping", frameworks.MappingSchema},
		{"crosswalk", frameworks.CrosswalkSchema},
	}
}

// schemaKinds are the kinds of files that have a schema.
func schemaKinds() []string {
	var kinds []string
	for _, s := range fileSchemas() {
		kinds = append(kinds, s.kind)
	}
	return kinds
}

// schemaOf finds the schema that the arguments beside --schema name.
func schemaOf(args []string) (fileSchema, error) {
	kind := fileSchemas()[0].kind
	if len(args) > 0 {
		kind = args[0]
	}
	for _, s := range fileSchemas() {
		if s.kind == kind {
			return s, nil
		}
	}
	hint := diag.Suggest(kind, schemaKinds(), "schemas: "+strings.Join(schemaKinds(), ", "))
	return fileSchema{}, usagef("--schema takes the kind of a file, and %q is none (%s)", kind, hint)
}

// showSchema writes the schema that the arguments name.
func (o *showOptions) showSchema(args []string) error {
	s, err := schemaOf(args)
	if err != nil {
		return err
	}
	return o.env.writeOutput(o.output, func(w io.Writer) error {
		_, err := w.Write(s.text())
		return err
	})
}
