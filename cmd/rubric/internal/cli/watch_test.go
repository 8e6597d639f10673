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

// meddler is an output that does something the first time a text is written to
// it: the program waits, so that it happens in the middle of a check.
type meddler struct {
	shared
	at   string
	once sync.Once
	do   func()
}

func (m *meddler) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte(m.at)) {
		m.once.Do(m.do)
	}
	return m.shared.Write(p)
}

// A file that is written while it is checked is checked again, also where the
// check wrote it itself.
func TestWatchSeesWhatHappensMeanwhile(t *testing.T) {
	for name, c := range map[string]struct{ flag, first, at string }{
		"check":  {"--watch", "a: Lead", "no problems in 1 file"},
		"repair": {"--fix", "a: ✓ Lead", "fixed[stray-glyph]"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "ours.yaml")
			write := func(items string) {
				text := "rubric: v1\nid: ours\ntitle: Ours\nsource: {title: constructed, rights: none}\nscale: yes-no\nitems: {" + items + "}\n"
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Error(err)
				}
			}
			write(c.first)
			out := meddler{at: c.at, do: func() { write("a: Lead, a: Teach") }}
			ctx, cancel := context.WithCancel(context.Background())
			code := make(chan int)
			go func() {
				code <- cli.Run(ctx, []string{"validate", "--watch", c.flag, file}, cli.Env{Stdout: &out, Stderr: &out, Width: 100})
			}()
			out.waitFor(t, "error[duplicate-code]", 1)
			out.waitFor(t, "watching", 2)
			cancel()
			if got := <-code; got != 1 {
				t.Errorf("exit code %d after a check with errors", got)
			}
		})
	}
}

// What --fix writes is no change: the file is checked once.
func TestWatchFixesOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ours.yaml")
	text := "rubric: v1\nid: ours\ntitle: Ours\nsource: {title: constructed, rights: none}\nscale: yes-no\nitems: {a: ✓ Lead}\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var out shared
	ctx, cancel := context.WithCancel(context.Background())
	code := make(chan int)
	go func() {
		code <- cli.Run(ctx, []string{"validate", "--watch", "--fix", file}, cli.Env{Stdout: &out, Stderr: &out, Width: 100})
	}()
	out.waitFor(t, "watching", 1)
	time.Sleep(time.Second) // three times the pause
	cancel()
	if got := <-code; got != 0 || strings.Count(out.String(), "watching") != 1 {
		t.Errorf("exit code %d, and the output is\n%s", got, out.String())
	}
}

func TestWatchNeedsFiles(t *testing.T) {
	var out bytes.Buffer
	if code := cli.Run(context.Background(), []string{"validate", "--watch", "-"}, cli.Env{Stdout: &out, Stderr: &out, Width: 100}); code != 2 {
		t.Errorf("exit code %d: %s", code, out.String())
	}
}
