package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"rubrickit/cmd/rubric/internal/cli"
)

// A command that waits for its input is not waited for once the work is
// interrupted; the exit code says that it was not done.
func TestInterruptedWhileReading(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		input, feed := io.Pipe()
		var messages bytes.Buffer
		time.AfterFunc(time.Second, cancel)
		code := cli.Run(ctx, []string{"show", "-"}, cli.Env{Stdin: input, Stdout: io.Discard, Stderr: &messages, Width: 80})
		if code != 3 || messages.String() != "rubric: interrupted\n" {
			t.Errorf("exit code %d, message %q", code, messages.String())
		}
		feed.Close() // so that the command that is left behind ends
	})
}

// What is interrupted while it writes leaves the file as it was, and nothing
// beside it.
func TestInterruptedWhileWriting(t *testing.T) {
	folder := t.TempDir()
	target := filepath.Join(folder, "cms.yaml")
	if err := os.WriteFile(target, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var messages bytes.Buffer
	code := cli.Run(ctx, []string{"show", "cms", "--format", "yaml", "-o", target}, cli.Env{Stdout: io.Discard, Stderr: &messages, Width: 80})
	if code != 3 || !strings.Contains(messages.String(), "interrupted") {
		t.Errorf("exit code %d, message %q", code, messages.String())
	}
	data, err := os.ReadFile(target)
	files, _ := os.ReadDir(folder)
	if string(data) != "before" || err != nil || len(files) != 1 {
		t.Errorf("the file reads %q (%v), beside %d files", data, err, len(files)-1)
	}
}

// A link keeps pointing to the file that is written anew.
func TestOutputThroughALink(t *testing.T) {
	folder := t.TempDir()
	target, link := filepath.Join(folder, "target.yaml"), filepath.Join(folder, "link.yaml")
	if err := os.WriteFile(target, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if code := cli.Run(context.Background(), []string{"show", "cms", "-o", link}, cli.Env{Stdout: io.Discard, Stderr: io.Discard, Width: 80}); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	data, err := os.ReadFile(target)
	if info, _ := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 || !strings.HasPrefix(string(data), "# ") && !strings.HasPrefix(string(data), "rubric") {
		t.Errorf("the link is %v, the file begins %.20q (%v)", info.Mode(), data, err)
	}
}
