package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rubrickit/cmd/rubric/internal/cli"
)

// A fixture is a file of testdata/validate with what `rubric validate` prints
// about it in a file of the same name ending in .out. Anyone can add one: put
// the YAML file there and run this test with -update.
func TestValidateFixtures(t *testing.T) {
	t.Chdir(filepath.Join(root, "testdata", "validate"))
	files, err := filepath.Glob("*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	expected, err := filepath.Glob("*.out")
	if err != nil || len(expected) != len(files) && !*update {
		t.Errorf("%d fixtures and %d expected outputs: they come in pairs", len(files), len(expected))
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			var out bytes.Buffer
			code := cli.Run(context.Background(), []string{"validate", file}, cli.Env{Stdout: &out, Stderr: &out, Width: 100})
			if strings.Contains(out.String(), "error[") != (code == 1) {
				t.Errorf("exit code %d does not fit the findings", code)
			}
			compare(t, strings.TrimSuffix(file, ".yaml")+".out", out.Bytes())
		})
	}
}

// compare holds an output against the file that has it, or writes the file.
func compare(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (-update rewrites it); got:\n%s", file, got)
	}
}
