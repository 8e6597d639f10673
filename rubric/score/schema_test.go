package score_test

import (
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
	"rubrickit/rubric/score"
	"rubrickit/rubric/yamldoc"
)

// head begins the policies of these tests; what they are about follows.
const head = "policy: v1\nid: test\n"

// difference is what the reader of policies sees and a schema cannot.
type difference struct {
	code    diag.Code
	says    string // a part of the message that tells it from other findings of the code
	reason  string
	example string // below head: an error of this code, in a file that the schema takes
}

// differences are all known ones, but for those of reading YAML and for what
// depends on a framework, which neither looks at.
var differences = []difference{
	{score.CodeNumber, `this is "1.0"`, "1.0 is a whole number in JSON", "stages: [{over: rater, how: mean, need: 1.0}]\n"},
	{score.CodeNumber, "12.12345678901234567", "a schema cannot count the digits before and after a point together", "bands: {Low: 12.12345678901234567}\n"},
	{score.CodeNumber, "must rise", "a schema cannot compare two numbers", "stages: [{over: rater, how: mean, rescale: [4, 2]}]\n"},
	{score.CodeCuts, "", "a schema cannot compare two numbers", "bands: {Low: 2, High: 1}\n"},
	{score.CodeWeightsTotal, "", "a schema cannot add", "stages: [{over: group, how: mean, weights: {a: 1, b: 2}, weights_total: 4}]\n"},
	{score.CodeWeightsRange, "", "a schema cannot compare two numbers", "stages: [{over: group, how: mean, weights: {a: 1}, weights_range: [2, 4]}]\n"},
	{score.CodeTwice, "", "a schema cannot compare values in two places", "stages: [{over: rater, how: mean}, {over: rater, how: max}]\n"},
	{score.CodeOrder, "", "a schema cannot ask what stands before", "stages: [{over: group, how: mean, min_raters: {peer: 3}}]\n"},
	{score.CodeUnknownBand, "", "a schema cannot look up what another place declares", "bands: [Low]\nrules: [{cap: High, when: {item: a, below: Low}}]\n"},
	{yamldoc.CodeDuplicateKey, "", "a schema takes 1 and 1.0 for the same name, and \"1\" for another", "stages: [{over: [rater, rater], how: mean}]\n"},
	{yamldoc.CodeDuplicateKey, "", "in JSON a key stands once", "round: {places: 1, places: 2}\n"},
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

func schema(t rapid.TB) *jsonschema.Schema {
	t.Helper()
	return schematest.Compile(t, "policy.schema.json", frameworks.PolicySchema())
}

// checkVerdict tests that the reader and the schema say the same about a
// file, but for the known differences.
func checkVerdict(t rapid.TB, s *jsonschema.Schema, data []byte) {
	t.Helper()
	schematest.Reader{
		Read:   func(data []byte) diag.List { _, findings := score.ParsePolicy("p.yaml", data); return findings },
		Hides:  func(d diag.Diagnostic) bool { return d.Code == yamldoc.CodeDuplicateKey },
		Unseen: unseen,
	}.Agree(t, s, data)
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
	s := schema(t)
	for _, file := range policyFiles(t) {
		t.Run(file, func(t *testing.T) { checkVerdict(t, s, readFile(t, file)) })
	}
}

// What else is checked as a policy: the examples of the findings' pages, and
// the policies of other tests.
func TestSchemaAgreesOverExamples(t *testing.T) {
	s := schema(t)
	for _, body := range policies {
		checkVerdict(t, s, []byte(head+body+"\n"))
	}
	examples := 0
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		for _, e := range page.Examples() {
			if e.Kind == "yaml policy" {
				examples++
				t.Run(string(code)+"/"+e.Section, func(t *testing.T) { checkVerdict(t, s, []byte(e.Text)) })
			}
		}
	}
	if examples < 2*len(score.Codes())-2 {
		t.Errorf("%d examples of policies on the pages of %d codes", examples, len(score.Codes()))
	}
}

// A known difference is one: the reader alone sees its example.
func TestSchemaDifferences(t *testing.T) {
	s := schema(t)
	for _, d := range differences {
		t.Run(string(d.code), func(t *testing.T) {
			_, findings := score.ParsePolicy("p.yaml", []byte(head+d.example))
			if len(findings) != 1 || findings[0].Code != d.code || !strings.Contains(findings[0].Message, d.says) {
				t.Errorf("the reader finds %v, want one %s", findings, d.code)
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
