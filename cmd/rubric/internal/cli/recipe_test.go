package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rubrickit/cmd/rubric/internal/cli"
	"rubrickit/rubric/yamldoc"
)

// recipe is a block of README.md in YAML that says, in its first line, which
// file it is.
var recipe = regexp.MustCompile("(?ms)^```yaml\n# (\\.\\S+)\n(.*?)^```$")

// recipes parses the blocks, by their files.
func recipes(t *testing.T) map[string]*yamldoc.Node {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*yamldoc.Node{}
	for _, m := range recipe.FindAllSubmatch(text, -1) {
		out[string(m[1])] = parseYAML(t, string(m[1]), m[2])
	}
	return out
}

func parseYAML(t *testing.T, name string, data []byte) *yamldoc.Node {
	t.Helper()
	n, findings := yamldoc.Parse(name, data)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return n
}

// values collects the values of a key at any depth.
func values(n *yamldoc.Node, key string) []string {
	var out []string
	for _, p := range n.Pairs {
		if p.Key.Value == key && p.Value.Kind == yamldoc.Scalar {
			out = append(out, p.Value.Value)
		}
		out = append(out, values(p.Value, key)...)
	}
	for _, item := range n.Items {
		out = append(out, values(item, key)...)
	}
	return out
}

// The commands of the workflow run on a folder of frameworks, as they stand.
func TestWorkflowRuns(t *testing.T) {
	workflow := recipes(t)[".github/workflows/frameworks.yaml"]
	if workflow == nil {
		t.Fatal("README.md has no workflow")
	}
	shipped, err := filepath.Abs(filepath.Join(root, "frameworks"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("frameworks", os.DirFS(shipped)); err != nil {
		t.Fatal(err)
	}
	commands := 0
	for _, line := range values(workflow, "run") {
		if words := strings.Fields(line); words[0] == "rubric" {
			commands++
			runClean(t, words[1:])
		}
	}
	if commands != 2 {
		t.Errorf("the workflow has %d commands of this program, want one that annotates and one that keeps", commands)
	}
	if kept := values(workflow, "sarif_file"); len(kept) != 1 || !exists(kept[0]) {
		t.Errorf("the workflow uploads %q, which no command wrote", kept)
	}
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

func runClean(t *testing.T, args []string) {
	t.Helper()
	var out bytes.Buffer
	if code := cli.Run(context.Background(), args, cli.Env{Stdout: &out, Stderr: &out, Width: 100}); code != 0 {
		t.Errorf("rubric %s: exit code %d: %s", strings.Join(args, " "), code, out.String())
	}
}

// The hook that README.md names is defined, and its command exists.
func TestHookIsDefined(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	hooks := parseYAML(t, ".pre-commit-hooks.yaml", data)
	config := recipes(t)[".pre-commit-config.yaml"]
	if config == nil {
		t.Fatal("README.md has no configuration of pre-commit")
	}
	defined, used := strings.Join(values(hooks, "id"), " "), strings.Join(values(config, "id"), " ")
	if defined == "" || used != defined {
		t.Errorf("the hooks are %q, README.md uses %q", defined, used)
	}
	for _, pattern := range values(config, "files") {
		if !regexp.MustCompile(pattern).MatchString("frameworks/cms.yaml") {
			t.Errorf("%s matches no framework", pattern)
		}
	}
	t.Chdir(root)
	for _, entry := range values(hooks, "entry") {
		words := strings.Fields(entry) // pre-commit adds the names of files
		if words[0] != "rubric" {
			t.Errorf("%s is no command of this program", entry)
		}
		runClean(t, append(words[1:], "frameworks/cms.yaml", "testdata/tour/district.yaml"))
	}
}
