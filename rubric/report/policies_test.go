package report_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"rubrickit/frameworks"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

func shippedPolicy(t *testing.T, id string) report.PolicyFile {
	t.Helper()
	data, err := frameworks.Policy(id)
	if err != nil {
		t.Fatal(err)
	}
	p, findings := score.ParsePolicy(id, data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return report.PolicyFile{Policy: p, Data: data}
}

// The YAML is the file; the JSON is a policy that scores the same.
func TestPolicyFormats(t *testing.T) {
	for _, id := range frameworks.PolicyIDs() {
		p := shippedPolicy(t, id)
		if got := policyAs(t, p, "yaml"); !bytes.Equal(got, p.Data) {
			t.Errorf("%s: the YAML is not the file", id)
		}
		again, findings := score.ParsePolicy(id+".json", policyAs(t, p, "json"))
		if len(findings) > 0 {
			t.Fatalf("%s as JSON: %v", id, findings)
		}
		if got, want := provenance(t, again), provenance(t, p.Policy); got != want {
			t.Errorf("%s as JSON makes the numbers %s, want %s", id, got, want)
		}
	}
}

func policyAs(t *testing.T, p report.PolicyFile, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := report.Find(report.PolicyFormats(), format).Write(&out, p, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// provenance is what a policy says of its numbers, without the file's hash.
func provenance(t *testing.T, p *score.Policy) string {
	t.Helper()
	said := p.Provenance()
	said.SHA256 = ""
	text, err := json.Marshal(said)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
