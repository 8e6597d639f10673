package load_test

import (
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// differences are all known ones, but for those of reading YAML.
var differences = []schematest.Difference{
	schematest.Differs(load.CodeDuplicateCode, "", "a schema cannot compare keys in two places", "scale: four-levels\nitems: {a: {title: A, items: {b: B}}, b: {text: Plans}}\n"),
	schematest.Differs(load.CodeUnknownTag, "", "a schema cannot look up what another place declares", "tags: {L1: One}\nscale: four-levels\nitems: {a: {text: Observes, tags: [L2]}}\n"),
	schematest.Differs(load.CodeUnknownScale, "", "a schema cannot look up what another place declares", "scale: mine\nitems: {a: Observes}\n"),
	schematest.Differs(load.CodeUnknownLevel, "", "which levels there are is decided by the scale above", "scale: four-levels\nitems: {a: {text: Observes, levels: {5: Always}}}\n"),
	schematest.Differs(load.CodeCellKey, "", "whether an item's levels are its scale is decided by the scale above", "scale: four-levels\nitems: {a: {text: Observes, levels: {1: {value: 2}}}}\n"),
	schematest.Differs(load.CodeNoScale, "", "a scale may be given at any depth above", "items: {a: Observes}\n"),
	schematest.Differs(load.CodeNoLevels, "", "whether an item needs levels is decided by the scale above", "scale: own\nitems: {a: Observes}\n"),
	schematest.Differs(load.CodeLevelValues, "", "a schema cannot compare two numbers", "scale: {levels: {2: Two, 1: One}}\nitems: {a: Observes}\n"),
	schematest.Differs(load.CodeLevelRange, "", "a schema cannot compare two numbers", "scale: {levels: {a: {from: 5, value: 4}}}\nitems: {a: Observes}\n"),
	schematest.Differs(load.CodeAmbiguousWord, "", "a schema cannot compare two texts", "scale: {levels: {a: Yes, b: yes}}\nitems: {a: Observes}\n"),
	schematest.Differs(load.CodeRatedTwice, "", "what is rated above an item is out of a schema's sight", "scale: four-levels\nitems: {a: {title: A, rated: true, items: {b: {text: B, rated: true}}}}\n"),
	schematest.Differs(load.CodeNothingRated, "", "a schema cannot count over the whole tree", "scale: four-levels\nitems: {a: {text: A, rated: false}}\n"),
	schematest.Differs(load.CodeBadNumber, "12.12345678901234567", "a schema cannot count the digits before and after a point together", "scale: four-levels\nitems: {a: {text: A, weight: 12.12345678901234567}}\n"),
	schematest.Differs(yamldoc.CodeTextCut, "", "a schema sees no comments", "scale: four-levels\nitems:\n  a: Ranks task #1\n"),
	schematest.Differs(yamldoc.CodeDuplicateKey, "", "in JSON a key stands once", "version: 1\nversion: 2\nscale: four-levels\nitems: {a: Observes}\n"),
	schematest.Differs(load.CodeDuplicateLevel, "", "in JSON a key stands once", "scale: {levels: {1: One, 1: Uno}}\nitems: {a: Observes}\n"),
}

// reader is the loader of frameworks beside their schema.
func reader(t rapid.TB) schematest.Reader {
	t.Helper()
	return schematest.Reader{
		Schema: schematest.Compile(t, "schema.json", frameworks.Schema()), Head: head, Differences: differences,
		Read:  func(data []byte) diag.List { _, findings := load.Framework("f.yaml", data); return findings },
		Hides: []diag.Code{load.CodeDuplicateCode, load.CodeDuplicateLevel, yamldoc.CodeDuplicateKey},
	}
}

func TestSchemaAgreesOverFiles(t *testing.T) {
	r := reader(t)
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
			t.Run(file, func(t *testing.T) { r.Agree(t, data) })
		}
	}
}

func TestSchemaAgreesOverExamples(t *testing.T) {
	r := reader(t)
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		for _, e := range page.Examples() {
			if e.Kind == "yaml" {
				t.Run(string(code)+"/"+e.Section, func(t *testing.T) { r.Agree(t, []byte(e.Text)) })
			}
		}
	}
}

func TestSchemaDifferences(t *testing.T) { reader(t).Differ(t) }
