package frameworks_test

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"rubrickit/frameworks"
	"rubrickit/rubric/score"
)

func TestPolicyIDs(t *testing.T) {
	want := "canvas-highest canvas-latest canvas-n-times canvas-weighted-average default louisiana massachusetts moodle nevada-nepf new-jersey " +
		"north-carolina pennsylvania-13-2 prince-georges tennessee-team"
	if got := strings.Join(frameworks.PolicyIDs(), " "); got != want {
		t.Errorf("PolicyIDs() = %s, want %s", got, want)
	}
}

func TestPolicyUnknown(t *testing.T) {
	for _, id := range []string{"", "nobody", "cms", "policy.schema", "default.yaml", "../policies/default", "."} {
		if _, err := frameworks.Policy(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Policy(%q): error %v, want one that wraps fs.ErrNotExist", id, err)
		}
	}
}

// No policy ships without a title of its own, and the schema by which an editor
// explains it. One that states the rule of a system says where that is
// published, and what of it is not covered.
func TestPoliciesSayWhatTheyAre(t *testing.T) {
	titles := map[string]string{}
	for _, id := range frameworks.PolicyIDs() {
		data, err := frameworks.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		p, findings := score.ParsePolicy(id, data)
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		if p.Title == "" || strings.HasSuffix(p.Title, ".") || titles[p.Title] != "" {
			t.Errorf("%s: the title %q is none, a sentence, or that of %s", id, p.Title, titles[p.Title])
		}
		titles[p.Title] = id
		if !strings.HasPrefix(string(data), "# yaml-language-server: $schema=policy.schema.json\npolicy: v1\n") {
			t.Errorf("%s: it must begin with the line for editors and its format", id)
		}
		if id != score.DefaultID && (p.Source.Title == "" || !strings.HasPrefix(p.Source.Note, "Not covered: ")) {
			t.Errorf("%s does not say whose rule it states, or what of it is not covered: %+v", id, p.Source)
		}
	}
}

// README.md has a row for each policy.
func TestPoliciesStandInTheReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range frameworks.PolicyIDs() {
		row := regexp.MustCompile("(?m)^\\|.*`" + regexp.QuoteMeta(id) + "`.*\\|.*\\|.*\\|$")
		if !row.Match(readme) {
			t.Errorf("README.md has no row for the policy %s", id)
		}
	}
}

// The schemas stand where the files name them: in the folder of the files.
func TestSchemasShipBesideTheirFiles(t *testing.T) {
	for file, want := range map[string][]byte{
		"schema.json": frameworks.Schema(), "policies/policy.schema.json": frameworks.PolicySchema(), "mapping.schema.json": frameworks.MappingSchema(),
	} {
		got, err := fs.ReadFile(frameworks.FS(), file)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s is not the schema that the package gives out: %v", file, err)
		}
	}
}
