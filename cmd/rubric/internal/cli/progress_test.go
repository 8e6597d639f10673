package cli

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"rubrickit/rubric/ratings"
)

// clock is a clock that goes when it is told.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

// watching is a progress by a clock, which draws when it is told.
func watching(out io.Writer) (*progress, *clock) {
	c := &clock{time.Date(2026, 2, 1, 9, 0, 0, 0, time.UTC)}
	return &progress{out: out, now: c.now, since: c.t, end: make(chan struct{})}, c
}

// Nothing is shown of work that is done within two seconds; then a line is
// drawn over and over, and nothing of it is left in the end.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p, c := watching(&out)
	p.step("reading a.csv")
	p.add(12_345_678)
	c.t = c.t.Add(1900 * time.Millisecond)
	p.draw()
	if out.Len() > 0 {
		t.Errorf("after 1.9 seconds: %q", out.String())
	}
	c.t = c.t.Add(600 * time.Millisecond)
	p.draw()
	p.step("scoring")
	c.t = c.t.Add(time.Second)
	p.draw()
	p.stop()
	p.draw()
	want := "\r\x1b[Kreading a.csv, 12.3 MB … 2 s\r\x1b[Kscoring … 3 s\r\x1b[K"
	if out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

// Short work leaves nothing behind, not even an erased line.
func TestProgressOfShortWork(t *testing.T) {
	var out bytes.Buffer
	p, _ := watching(&out)
	p.step("scoring")
	p.draw()
	p.stop()
	if out.Len() > 0 {
		t.Errorf("%q", out.String())
	}
}

// Where messages do not go to a terminal, nothing is ever shown.
func TestProgressNeedsATerminal(t *testing.T) {
	var out bytes.Buffer
	p := startProgress(Env{Stderr: &out})
	p.since = p.since.Add(-time.Hour)
	p.step("scoring")
	p.draw()
	p.stop()
	if out.Len() > 0 {
		t.Errorf("%q", out.String())
	}
	p = startProgress(Env{Stderr: &out, Progress: true})
	p.mu.Lock()
	p.since = p.since.Add(-time.Hour)
	p.mu.Unlock()
	p.step("scoring")
	p.draw()
	p.stop()
	if !strings.Contains(out.String(), "scoring … 3600 s") {
		t.Errorf("on a terminal: %q", out.String())
	}
}

// What is read is counted, file by file, and comes through unchanged.
func TestWatchedFiles(t *testing.T) {
	var out bytes.Buffer
	p, c := watching(&out)
	open := func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(strings.Repeat("x", 2_500_000))), nil
	}
	files := p.watch([]ratings.File{{Name: "a.csv", Open: open}, {Name: "b.csv", Open: open}})
	for range 2 { // a file may be opened more than once
		in, err := files[1].Open()
		if err != nil {
			t.Fatal(err)
		}
		if data, err := io.ReadAll(in); len(data) != 2_500_000 || err != nil {
			t.Errorf("%d bytes: %v", len(data), err)
		}
	}
	c.t = c.t.Add(5 * time.Second)
	p.draw()
	if want := "\r\x1b[Kreading b.csv (2 of 2), 2.5 MB … 5 s"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestSizeWords(t *testing.T) {
	for n, want := range map[int64]string{0: "0.0 MB", 99_999: "0.0 MB", 100_000: "0.1 MB", 999_999_999: "999.9 MB", 1_000_000_000: "1.0 GB", 5_549_999_999: "5.5 GB"} {
		if got := sizeWords(n); got != want {
			t.Errorf("%d bytes: %s, want %s", n, got, want)
		}
	}
}
