package report_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/report"
)

// sarifSchema is the schema that was published with the standard.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../../testdata/sarif/sarif-2.1.0-rtm.5.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// checkSchema validates an output, and returns it as JSON values.
func checkSchema(t rapid.TB, schema *jsonschema.Schema, out string) any {
	t.Helper()
	log, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
	if err != nil {
		t.Fatalf("%v in\n%s", err, out)
	}
	if err := schema.Validate(log); err != nil {
		t.Errorf("%v in\n%s", err, out)
	}
	return log
}

func TestFindingsSARIF(t *testing.T) {
	want, err := os.ReadFile("testdata/findings.sarif")
	if err != nil {
		t.Fatal(err)
	}
	got := writeFindings(t, "sarif", found())
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
	checkSchema(t, sarifSchema(t), got)
}

// The schema takes whatever is written, and the schema notices what is wrong.
func TestFindingsSARIFPassesItsSchema(t *testing.T) {
	schema := sarifSchema(t)
	checkSchema(t, schema, writeFindings(t, "sarif", report.Findings{Tool: report.Tool{Name: "rubric"}}))
	rapid.Check(t, func(t *rapid.T) {
		checkSchema(t, schema, writeFindings(t, "sarif", hostileFindings(t)))
	})
	for _, slip := range [][2]string{{`"level": "note"`, `"level": "notice"`}, {`"startLine": 2`, `"startLine": 0`}, {`"results"`, `"result"`}} {
		broken := strings.Replace(writeFindings(t, "sarif", found()), slip[0], slip[1], 1)
		log, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(log) == nil {
			t.Errorf("the schema takes %s", slip[1])
		}
	}
}

// sarifOf reads back the one result of a finding.
func sarifOf(t *testing.T, d diag.Diagnostic) sarifResult {
	t.Helper()
	var log struct {
		Runs []struct{ Results []sarifResult }
	}
	if err := json.Unmarshal([]byte(writeFindings(t, "sarif", report.Findings{List: diag.List{d}})), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0].Results[0]
}

type sarifResult struct {
	Message   struct{ Text string }
	Locations []struct {
		PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
	}
	Fixes []any
}

// A viewer shows the text of a message, not a placeholder or a link in it.
func TestSARIFMessagesAreTexts(t *testing.T) {
	for text, want := range map[string]string{
		"a {0} b":                 "a {{0}} b",
		"{{x}}":                   "{{{{x}}}}",
		"[here](https://a.test)":  `[here\](https://a.test)`,
		"[1, 2] and (3) [ok] (4)": "[1, 2] and (3) [ok] (4)",
	} {
		if got := sarifOf(t, diag.Diagnostic{Code: "c", Message: text}).Message.Text; got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestSARIFFilesAreURIs(t *testing.T) {
	for file, want := range map[string]string{
		"a.yaml":              "a.yaml",
		"my files/é #1?.yaml": "my%20files/%C3%A9%20%231%3F.yaml",
		"100%.yaml":           "100%25.yaml",
		"c:d.yaml":            "./c:d.yaml",
		"../up.yaml":          "../up.yaml",
		"/etc/a.yaml":         "file:///etc/a.yaml",
		"<stdin>":             "%3Cstdin%3E",
	} {
		d := diag.Diagnostic{Span: diag.Span{File: file}, Code: "c", Message: "m"}
		if got := sarifOf(t, d).Locations[0].PhysicalLocation.ArtifactLocation.URI; got != want {
			t.Errorf("%s became %s, want %s", file, got, want)
		}
	}
}

// A repair that SARIF could not place whole is left out whole.
func TestSARIFLeavesOutHalfFixes(t *testing.T) {
	d := diag.Diagnostic{Code: "c", Message: "m", Edits: []diag.Edit{{Span: span(1, 1, 2), Text: "x"}, {Span: diag.Span{File: "a.yaml"}, Text: "y"}}}
	if fixes := sarifOf(t, d).Fixes; len(fixes) != 0 {
		t.Errorf("%v", fixes)
	}
	d.Edits = d.Edits[:1]
	if fixes := sarifOf(t, d).Fixes; len(fixes) != 1 {
		t.Errorf("%v", fixes)
	}
}
