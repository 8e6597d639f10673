package ratings_test

import (
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/yamldoc"
)

// mappingHead begins the mappings of these tests; what they are about follows.
const mappingHead = "mapping: v1\n"

// differences are all known ones, but for those of reading YAML and for what
// depends on a framework, which neither looks at.
var differences = []schematest.Difference{
	schematest.Differs(ratings.CodeMappingTwice, "", "a schema cannot compare values in two places", "columns: {a: rater, b: rater}\n"),
	schematest.Differs(ratings.CodeMappingValue, "there is no encoding", "a schema cannot pass over case, spaces and hyphens, as the reader does: it proposes names and takes all", "dialect: {encoding: ebcdic}\n"),
	schematest.Differs(ratings.CodeMappingValue, "stands under `header` and under `skip`", "a schema cannot compare values in two places", "dialect: {header: [1], skip: [1]}\n"),
	schematest.Differs(ratings.CodeMappingValue, `"1.0" is no line`, "1.0 is a whole number in JSON", "dialect: {skip: [1.0]}\n"),
	schematest.Differs(ratings.CodeMappingValue, `"3.0" cannot stand between cells`, "3.0 is a whole number in JSON", "dialect: {delimiter: 3.0}\n"),
	schematest.Differs(yamldoc.CodeDuplicateKey, "", "in JSON a key stands once", "dates: dmy\ndates: mdy\n"),
}

// mappingReader is the reader of mappings beside their schema.
func mappingReader(t rapid.TB) schematest.Reader {
	t.Helper()
	return schematest.Reader{
		Schema: schematest.Compile(t, "mapping.schema.json", frameworks.MappingSchema()), Head: mappingHead, Differences: differences,
		Read:  func(data []byte) diag.List { _, findings := ratings.ParseMapping("m.yaml", data); return findings },
		Hides: []diag.Code{yamldoc.CodeDuplicateKey, ratings.CodeMappingTwice},
	}
}

// The schema agrees over the mapping of the tour, the mappings that are written
// for all files of one set of ratings, and the examples of the findings' pages.
func TestMappingSchemaAgreesOverFiles(t *testing.T) {
	r, f := mappingReader(t), eight(t)
	tour, err := os.ReadFile(filepath.Join(testdata, "tour", "survey.map.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	r.Agree(t, tour)
	for _, name := range files(t, "same") {
		text := []byte(written(t, f, sameFiles[name].o, fixture(t, "same", name)))
		if err := schematest.Validate(t, r.Schema, text); err != nil {
			t.Errorf("%s: the mapping that is written for it: %v\n%s", name, err, text)
		}
	}
	examples := 0
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		for _, e := range page.Examples() {
			if e.Kind == "yaml mapping" {
				examples++
				r.Agree(t, []byte(e.Text))
			}
		}
	}
	if examples < 2*len(ratings.MappingCodes()) {
		t.Errorf("%d examples of mappings on the pages of %d codes", examples, len(ratings.MappingCodes()))
	}
}

func TestMappingSchemaDifferences(t *testing.T) { mappingReader(t).Differ(t) }
