package load_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// difference is what the loader sees and a schema cannot.
type difference struct {
	code    diag.Code
	reason  string
	example string // below head: an error of this code, in a file that the schema takes
}

// differences are all known ones, but for those of reading YAML.
var differences = []difference{
	{load.CodeDuplicateCode, "a schema cannot compare keys in two places", "scale: four-levels\nitems: {a: {title: A, items: {b: B}}, b: {text: Plans}}\n"},
	{load.CodeUnknownTag, "a schema cannot look up what another place declares", "tags: {L1: One}\nscale: four-levels\nitems: {a: {text: Observes, tags: [L2]}}\n"},
	{load.CodeUnknownScale, "a schema cannot look up what another place declares", "scale: mine\nitems: {a: Observes}\n"},
	{load.CodeUnknownLevel, "which levels there are is decided by the scale above", "scale: four-levels\nitems: {a: {text: Observes, levels: {5: Always}}}\n"},
	{load.CodeCellKey, "whether an item's levels are its scale is decided by the scale above", "scale: four-levels\nitems: {a: {text: Observes, levels: {1: {value: 2}}}}\n"},
	{load.CodeNoScale, "a scale may be given at any depth above", "items: {a: Observes}\n"},
	{load.CodeNoLevels, "whether an item needs levels is decided by the scale above", "scale: own\nitems: {a: Observes}\n"},
	{load.CodeLevelValues, "a schema cannot compare two numbers", "scale: {levels: {2: Two, 1: One}}\nitems: {a: Observes}\n"},
	{load.CodeLevelRange, "a schema cannot compare two numbers", "scale: {levels: {a: {from: 5, value: 4}}}\nitems: {a: Observes}\n"},
	{load.CodeAmbiguousWord, "a schema cannot compare two texts", "scale: {levels: {a: Yes, b: yes}}\nitems: {a: Observes}\n"},
	{load.CodeRatedTwice, "what is rated above an item is out of a schema's sight", "scale: four-levels\nitems: {a: {title: A, rated: true, items: {b: {text: B, rated: true}}}}\n"},
	{load.CodeNothingRated, "a schema cannot count over the whole tree", "scale: four-levels\nitems: {a: {text: A, rated: false}}\n"},
	{load.CodeBadNumber, "a schema cannot count the digits before and after a point together", "scale: four-levels\nitems: {a: {text: A, weight: 12.12345678901234567}}\n"},
	{yamldoc.CodeTextCut, "a schema sees no comments", "scale: four-levels\nitems:\n  a: Ranks task #1\n"},
	{yamldoc.CodeDuplicateKey, "in JSON a key stands once", "version: 1\nversion: 2\nscale: four-levels\nitems: {a: Observes}\n"},
	{load.CodeDuplicateLevel, "in JSON a key stands once", "scale: {levels: {1: One, 1: Uno}}\nitems: {a: Observes}\n"},
}

// unseen reports whether the schema may take a file with an error of a code.
// Only its example may have numbers of too many digits.
func unseen(code diag.Code) bool {
	if schematest.IsAboutFile(code) {
		return true
	}
	return code != load.CodeBadNumber && slices.ContainsFunc(differences, func(d difference) bool { return d.code == code })
}

// hidden are findings that keep a part of the file from the schema, with
// whatever else is wrong in it.
var hidden = []diag.Code{load.CodeDuplicateCode, load.CodeDuplicateLevel, yamldoc.CodeDuplicateKey}

func schema(t rapid.TB) *jsonschema.Schema {
	t.Helper()
	return schematest.Compile(t, "schema.json", frameworks.Schema())
}

// checkVerdict tests that loader and schema say the same about a file, but
// for the known differences.
func checkVerdict(t rapid.TB, s *jsonschema.Schema, data []byte) {
	t.Helper()
	schematest.Reader{
		Read:   func(data []byte) diag.List { _, findings := load.Framework("f.yaml", data); return findings },
		Hides:  func(d diag.Diagnostic) bool { return slices.Contains(hidden, d.Code) },
		Unseen: func(d diag.Diagnostic) bool { return unseen(d.Code) },
	}.Agree(t, s, data)
}

func TestSchemaAgreesOverFiles(t *testing.T) {
	s := schema(t)
	for _, pattern := range []string{
		"../../frameworks/*.yaml", "../../testdata/foreign/*.yaml", "../../testdata/validate/*.yaml", "../../testdata/tour/*.yaml",
		"../../testdata/gold/*/framework*.yaml", "testdata/*.yaml",
	} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files at %s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(file, func(t *testing.T) { checkVerdict(t, s, data) })
		}
	}
}

func TestSchemaAgreesOverExamples(t *testing.T) {
	s := schema(t)
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		for _, e := range page.Examples() {
			if e.Kind == "yaml" {
				t.Run(string(code)+"/"+e.Section, func(t *testing.T) { checkVerdict(t, s, []byte(e.Text)) })
			}
		}
	}
}

// A known difference is one: the loader alone sees its example.
func TestSchemaDifferences(t *testing.T) {
	s := schema(t)
	for _, d := range differences {
		t.Run(string(d.code), func(t *testing.T) {
			_, findings := read(d.example)
			if len(findings) != 1 || findings[0].Code != d.code {
				t.Errorf("the loader finds %v, want one %s", findings, d.code)
			}
			if err := schematest.Validate(t, s, []byte(head+d.example)); err != nil {
				t.Errorf("the schema sees it as well, so it is no difference: %v", err)
			}
			if d.reason == "" {
				t.Error("no reason why a schema cannot see it")
			}
		})
	}
}
