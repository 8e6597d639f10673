package score_test

import (
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/score"
	"rubrickit/rubric/yamldoc"
)

// head begins the policies of these tests; what they are about follows.
const head = "policy: v1\nid: test\n"

// differences are all known ones, but for those of reading YAML and for what
// depends on a framework, which neither looks at.
var differences = []schematest.Difference{
	schematest.Differs(score.CodeNumber, `this is "1.0"`, "1.0 is a whole number in JSON", "stages: [{over: rater, how: mean, need: 1.0}]\n"),
	schematest.Differs(score.CodeNumber, "12.12345678901234567", "a schema cannot count the digits before and after a point together", "bands: {Low: 12.12345678901234567}\n"),
	schematest.Differs(score.CodeNumber, "must rise", "a schema cannot compare two numbers", "stages: [{over: rater, how: mean, rescale: [4, 2]}]\n"),
	schematest.Differs(score.CodeCuts, "", "a schema cannot compare two numbers", "bands: {Low: 2, High: 1}\n"),
	schematest.Differs(score.CodeWeightsTotal, "", "a schema cannot add", "stages: [{over: group, how: mean, weights: {a: 1, b: 2}, weights_total: 4}]\n"),
	schematest.Differs(score.CodeWeightsRange, "", "a schema cannot compare two numbers", "stages: [{over: group, how: mean, weights: {a: 1}, weights_range: [2, 4]}]\n"),
	schematest.Differs(score.CodeTwice, "", "a schema cannot compare values in two places", "stages: [{over: rater, how: mean}, {over: rater, how: max}]\n"),
	schematest.Differs(score.CodeOrder, "", "a schema cannot ask what stands before", "stages: [{over: group, how: mean, min_raters: {peer: 3}}]\n"),
	schematest.Differs(score.CodeUnknownBand, "", "a schema cannot look up what another place declares", "bands: [Low]\nrules: [{cap: High, when: {item: a, below: Low}}]\n"),
	schematest.Differs(yamldoc.CodeDuplicateKey, "", "a schema takes 1 and 1.0 for the same name, and \"1\" for another", "stages: [{over: [rater, rater], how: mean}]\n"),
	schematest.Differs(yamldoc.CodeDuplicateKey, "", "in JSON a key stands once", "round: {places: 1, places: 2}\n"),
}

// reader is the reader of policies beside their schema.
func reader(t rapid.TB) schematest.Reader {
	t.Helper()
	return schematest.Reader{
		Schema: schematest.Compile(t, "policy.schema.json", frameworks.PolicySchema()), Head: head, Differences: differences,
		Read:  func(data []byte) diag.List { _, findings := score.ParsePolicy("p.yaml", data); return findings },
		Hides: []diag.Code{yamldoc.CodeDuplicateKey},
	}
}

// policyFiles lists every policy file of the project.
func policyFiles(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{
		"../../frameworks/policies/*.yaml", "../../testdata/validate/policy*.yaml", "../../testdata/tour/district.yaml",
		gold + "/*/policy*.yaml", systems + "/*/policy*.yaml",
	} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files at %s: %v", pattern, err)
		}
		out = append(out, files...)
	}
	return out
}

func TestSchemaAgreesOverFiles(t *testing.T) {
	r := reader(t)
	for _, file := range policyFiles(t) {
		t.Run(file, func(t *testing.T) { r.Agree(t, readFile(t, file)) })
	}
}

// What else is checked as a policy: the examples of the findings' pages, and
// the policies of other tests.
func TestSchemaAgreesOverExamples(t *testing.T) {
	r := reader(t)
	for _, body := range policies {
		r.Agree(t, []byte(head+body+"\n"))
	}
	examples := 0
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		for _, e := range page.Examples() {
			if e.Kind == "yaml policy" {
				examples++
				t.Run(string(code)+"/"+e.Section, func(t *testing.T) { r.Agree(t, []byte(e.Text)) })
			}
		}
	}
	if examples < 2*len(score.Codes())-2 {
		t.Errorf("%d examples of policies on the pages of %d codes", examples, len(score.Codes()))
	}
}

func TestSchemaDifferences(t *testing.T) { reader(t).Differ(t) }
