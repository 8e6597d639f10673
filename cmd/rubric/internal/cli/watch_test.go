package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rubrickit/cmd/rubric/internal/cli"
)

// shared is an output that the test reads while the program writes.
type shared struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.text.Write(p)
}

func (s *shared) String() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.text.String()
}

// waitFor waits until the output has so many of a text.
func (s *shared) waitFor(t *testing.T, text string, times int) {
	t.Helper()
	for range 600 {
		if strings.Count(s.String(), text) >= times {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%q does not appear %d times in:\n%s", text, times, s.String())
}

// A watched file is checked again once it is written, and the exit code is
// that of the last check.
func TestWatch(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ours.yaml")
	write := func(scale string) {
		t.Helper()
		text := "rubric: v1\nid: ours\ntitle: Ours\nsource: {title: constructed, rights: none}\nscale: " + scale + "\nitems: {a: Say what you do, b: Do what you say}\n"
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("yes-no")
	var out shared
	ctx, cancel := context.WithCancel(context.Background())
	code := make(chan int)
	go func() {
		code <- cli.Run(ctx, []string{"validate", "--watch", file}, cli.Env{Stdout: &out, Stderr: &out, Width: 100})
	}()
	out.waitFor(t, "no problems in 1 file", 1)
	out.waitFor(t, "watching", 1)
	write("nonsense")
	out.waitFor(t, "error[unknown-scale]", 1)
	out.waitFor(t, "watching", 2)
	cancel()
	if got := <-code; got != 1 {
		t.Errorf("exit code %d after a check with errors", got)
	}
}

func TestWatchNeedsFiles(t *testing.T) {
	var out bytes.Buffer
	if code := cli.Run(context.Background(), []string{"validate", "--watch", "-"}, cli.Env{Stdout: &out, Stderr: &out, Width: 100}); code != 2 {
		t.Errorf("exit code %d: %s", code, out.String())
	}
}
