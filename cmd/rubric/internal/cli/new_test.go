package cli_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"rubrickit/cmd/rubric/internal/cli"
)

// Every starter validates without any finding and renders in every format.
func TestStarters(t *testing.T) {
	files, err := filepath.Glob("starters/*.yaml")
	if err != nil || len(files) < 4 {
		t.Fatalf("starters %v: %v", files, err)
	}
	for _, file := range files {
		shape := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(shape, func(t *testing.T) {
			starter := runCommand(t, "", "new", "--shape", shape)
			if got := runCommand(t, starter, "validate", "-", "--warnings-as-errors"); got != "no problems in 1 file\n" {
				t.Error(got)
			}
			for _, format := range []string{"text", "md", "csv", "html"} {
				if got := runCommand(t, starter, "render", "-", "--format", format); len(got) < 200 {
					t.Errorf("%s: %q", format, got)
				}
			}
		})
	}
}

// runCommand runs a command that must succeed and returns what it prints.
func runCommand(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var out, messages bytes.Buffer
	env := cli.Env{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &messages, Width: 100}
	if code := cli.Run(context.Background(), args, env); code != 0 {
		t.Fatalf("%v: exit code %d: %s%s", args, code, out.String(), messages.String())
	}
	return out.String()
}
