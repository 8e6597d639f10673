package cli_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"rubrickit/cmd/rubric/internal/cli"
)

// A workbook goes to a file or a pipe, and never to a terminal.
func TestNoBinaryOnATerminal(t *testing.T) {
	tour := filepath.Join(root, "testdata", "tour")
	args := []string{"score", filepath.Join(tour, "worked.yaml"), filepath.Join(tour, "schools.csv"), "--format", "xlsx"}
	for _, extra := range [][]string{nil, {"--by", "school"}, {"-o", "-"}} {
		var out, messages bytes.Buffer
		code := cli.Run(context.Background(), append(args, extra...), cli.Env{Stdout: &out, Stderr: &messages, Width: 80, Terminal: true})
		if code != 2 || out.Len() > 0 || !strings.Contains(messages.String(), "-o FILE") {
			t.Errorf("%v: exit code %d, %d bytes, message %q", extra, code, out.Len(), messages.String())
		}
	}
	var out, messages bytes.Buffer
	code := cli.Run(context.Background(), args, cli.Env{Stdout: &out, Stderr: &messages, Width: 80})
	if code != 0 || !strings.HasPrefix(out.String(), "PK") {
		t.Errorf("into a pipe: exit code %d, message %q", code, messages.String())
	}
}

// The order of files, and how often each is named, changes no byte.
func TestFilesInAnyOrder(t *testing.T) {
	tour := filepath.Join(root, "testdata", "tour")
	var outputs []string
	for _, files := range [][]string{{"ratings.csv", "observations.csv"}, {"observations.csv", "ratings.csv"}, {"observations.csv", "ratings.csv", "observations.csv"}} {
		args := []string{"score", "--format", "json", filepath.Join(tour, "worked.yaml")}
		for _, file := range files {
			args = append(args, filepath.Join(tour, file))
		}
		var out, messages bytes.Buffer
		if code := cli.Run(context.Background(), args, cli.Env{Stdout: &out, Stderr: &messages, Width: 80}); code > 1 {
			t.Fatalf("exit code %d: %s", code, messages.String())
		}
		outputs = append(outputs, out.String()+messages.String())
	}
	if outputs[0] != outputs[1] || outputs[0] != outputs[2] {
		t.Errorf("three ways to name the same files give different results")
	}
}
