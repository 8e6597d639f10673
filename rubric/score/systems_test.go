package score_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"rubrickit/frameworks"
	"rubrickit/rubric/score"
)

// systems are the scoring rules of real systems: what a policy file must be
// able to say.
const systems = "../../testdata/policies"

func TestRealSystems(t *testing.T) {
	for folder, runs := range goldRuns(t, systems) {
		for _, r := range runs {
			t.Run(filepath.Base(folder)+"/"+r.policyName(), func(t *testing.T) { r.check(t, folder) })
		}
	}
}

// Every policy that ships is run on ratings with known scores.
func TestShippedPoliciesAreRun(t *testing.T) {
	var run []string
	for _, root := range []string{gold, systems} {
		for _, runs := range goldRuns(t, root) {
			for _, r := range runs {
				run = append(run, r.policyName())
			}
		}
	}
	for _, id := range frameworks.PolicyIDs() {
		if !slices.Contains(run, id) {
			t.Errorf("no case scores by the shipped policy %s", id)
		}
	}
}

// A shipped policy is the file of its id, without a finding.
func TestShippedPoliciesRead(t *testing.T) {
	for _, id := range frameworks.PolicyIDs() {
		data, err := frameworks.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		if p := parsePolicy(t, id, string(data)); p.ID != id {
			t.Errorf("%s.yaml holds the policy %q", id, p.ID)
		}
	}
}

// The default has no bands, so that it makes no verdict that nobody asked for.
func TestDefaultPolicy(t *testing.T) {
	p := score.DefaultPolicy()
	if p.ID != score.DefaultID || p.Provenance().Bands != nil || p.Provenance().Rules != nil {
		t.Errorf("the default policy %q has bands or rules: %+v", p.ID, p.Provenance())
	}
}

// The policy in README.md reads as it stands.
func TestReadmePolicy(t *testing.T) {
	readme := readFile(t, "../../README.md")
	blocks := regexp.MustCompile("(?ms)^```yaml\n(policy: v1\n.*?)^```$").FindAllSubmatch(readme, -1)
	if len(blocks) != 1 {
		t.Fatalf("README.md has %d policies, want one", len(blocks))
	}
	p := parsePolicy(t, "README.md", string(blocks[0][1]))
	data, err := frameworks.Read("cambridge")
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(parseFramework(t, "cambridge.yaml", string(data))).Err(); err != nil {
		t.Error(err)
	}
}
