package ratings_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
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

// difference is what the reader of mappings sees and a schema cannot.
type difference struct {
	code    diag.Code
	says    string // a part of the message that tells it from other findings of the code
	reason  string
	example string // below mappingHead: an error of this code, in a file that the schema takes
}

// differences are all known ones, but for those of reading YAML and for what
// depends on a framework, which neither looks at.
var differences = []difference{
	{ratings.CodeMappingTwice, "", "a schema cannot compare values in two places", "columns: {a: rater, b: rater}\n"},
	{ratings.CodeMappingValue, "there is no encoding", "a schema cannot pass over case, spaces and hyphens, as the reader does: it proposes names and takes all", "dialect: {encoding: ebcdic}\n"},
	{ratings.CodeMappingValue, "stands under `header` and under `skip`", "a schema cannot compare values in two places", "dialect: {header: [1], skip: [1]}\n"},
	{ratings.CodeMappingValue, `"1.0" is no line`, "1.0 is a whole number in JSON", "dialect: {skip: [1.0]}\n"},
	{ratings.CodeMappingValue, `"3.0" cannot stand between cells`, "3.0 is a whole number in JSON", "dialect: {delimiter: 3.0}\n"},
	{yamldoc.CodeDuplicateKey, "", "in JSON a key stands once", "dates: dmy\ndates: mdy\n"},
}

// unseen reports whether the schema may take a file with an error.
func unseen(found diag.Diagnostic) bool {
	if schematest.IsAboutFile(found.Code) {
		return true
	}
	return slices.ContainsFunc(differences, func(d difference) bool {
		return d.code == found.Code && strings.Contains(found.Message, d.says)
	})
}

func mappingSchema(t rapid.TB) *jsonschema.Schema {
	t.Helper()
	return schematest.Compile(t, "mapping.schema.json", frameworks.MappingSchema())
}

// checkVerdict tests that the reader and the schema say the same about a
// file, but for the known differences.
func checkVerdict(t rapid.TB, s *jsonschema.Schema, data []byte) {
	t.Helper()
	schematest.Reader{
		Read: func(data []byte) diag.List { _, findings := ratings.ParseMapping("m.yaml", data); return findings },
		Hides: func(d diag.Diagnostic) bool {
			return d.Code == yamldoc.CodeDuplicateKey || d.Code == ratings.CodeMappingTwice
		},
		Unseen: unseen,
	}.Agree(t, s, data)
}

// The schema agrees over the mapping of the tour, the mappings that are written
// for all files of one set of ratings, and the examples of the findings' pages.
func TestMappingSchemaAgreesOverFiles(t *testing.T) {
	s, f := mappingSchema(t), eight(t)
	tour, err := os.ReadFile(filepath.Join(testdata, "tour", "survey.map.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	checkVerdict(t, s, tour)
	for _, name := range files(t, "same") {
		text := []byte(written(t, f, sameFiles[name].o, fixture(t, "same", name)))
		if err := schematest.Validate(t, s, text); err != nil {
			t.Errorf("%s: the mapping that is written for it: %v\n%s", name, err, text)
		}
	}
	examples := 0
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		for _, e := range page.Examples() {
			if e.Kind == "yaml mapping" {
				examples++
				checkVerdict(t, s, []byte(e.Text))
			}
		}
	}
	if examples < 2*len(ratings.MappingCodes()) {
		t.Errorf("%d examples of mappings on the pages of %d codes", examples, len(ratings.MappingCodes()))
	}
}

// A known difference is one: the reader alone sees its example.
func TestMappingSchemaDifferences(t *testing.T) {
	s := mappingSchema(t)
	for _, d := range differences {
		_, findings := ratings.ParseMapping("m.yaml", []byte(mappingHead+d.example))
		if len(findings) != 1 || findings[0].Code != d.code || !strings.Contains(findings[0].Message, d.says) {
			t.Errorf("%s: the reader finds %v", d.example, findings)
		}
		if err := schematest.Validate(t, s, []byte(mappingHead+d.example)); err != nil {
			t.Errorf("%s: the schema sees it as well, so it is no difference: %v", d.example, err)
		}
		if d.reason == "" {
			t.Errorf("%s: no reason why a schema cannot see it", d.example)
		}
	}
}
