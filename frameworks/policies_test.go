package frameworks_test

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"rubrickit/frameworks"
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
		if title := frameworks.PolicyTitle(id); title != "" {
			t.Errorf("PolicyTitle(%q) = %q", id, title)
		}
	}
}

// No policy ships without a title, its source, and the schema by which an
// editor explains it. One that states the rule of a system says what of it is
// not covered.
func TestPolicyComments(t *testing.T) {
	titles := map[string]string{}
	for _, id := range frameworks.PolicyIDs() {
		data, err := frameworks.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		title := frameworks.PolicyTitle(id)
		if title == "" || strings.HasSuffix(title, ".") || titles[title] != "" {
			t.Errorf("%s: the title %q is none, a sentence, or that of %s", id, title, titles[title])
		}
		titles[title] = id
		text := string(data)
		if !strings.HasPrefix(text, "# yaml-language-server: $schema=policy.schema.json\n# "+title+"\n#\n# ") {
			t.Errorf("%s: it must begin with the line for editors, its title, and what it does", id)
		}
		for _, mark := range []string{"\n# Source: ", "\n# Not covered: "} {
			if !strings.Contains(text, mark) && id != "default" {
				t.Errorf("%s has no comment that begins with %q", id, strings.TrimSpace(mark))
			}
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

// Both schemas stand where the files name them: in the folder of the files.
func TestSchemasShipBesideTheirFiles(t *testing.T) {
	for file, want := range map[string][]byte{"schema.json": frameworks.Schema(), "policies/policy.schema.json": frameworks.PolicySchema()} {
		got, err := fs.ReadFile(frameworks.FS(), file)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s is not the schema that the package gives out: %v", file, err)
		}
	}
}
