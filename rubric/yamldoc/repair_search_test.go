package yamldoc

import (
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/diag"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct{ stop, line, want int }{{5, 5, 0}, {5, 3, 2}, {5, 6, 2}, {5, 0, 5}} {
		if got := distance(c.stop, c.line); got != c.want {
			t.Errorf("distance(%d, %d) = %d, want %d", c.stop, c.line, got, c.want)
		}
	}
}

// Of like edits the one nearest to the stop is tried first.
func TestNearestFirst(t *testing.T) {
	lines := strings.Split("a:\n  b one\n  c: two\n  d three\n  e: four", "\n")
	s := search{outline: newOutline(lines), stop: *scan(lines).stop}
	var at []int
	for _, trial := range s.trials() {
		if trial.Code == CodeMissingColon && (trial.line == 1 || trial.line == 3) {
			at = append(at, trial.line)
		}
	}
	near := s.stop.line - 1
	if len(at) != 2 || distance(near, at[0]) > distance(near, at[1]) {
		t.Errorf("stopped on line %d, colons tried on lines %v (from 0)", near, at)
	}
}

// An excerpt stops the parser as the text does, and maps its lines back.
func TestExcerpt(t *testing.T) {
	var lines []string
	lines = append(lines, "rubric: v1", "items:")
	for range 100 {
		lines = append(lines, "  a:", "    title: one", "    items:", "      b: two", "      c: |", "        three: 3")
	}
	lines = append(lines, "  last:", "    title one", "    items:", "      d: four")
	at := *scan(lines).stop
	o := newOutline(lines)
	suspects, near := o.suspects(at)
	e := newExcerpt(o, suspects, near, at)
	if e.from == nil || len(e.lines) > 100 {
		t.Fatalf("%d of %d lines kept", len(e.lines), len(lines))
	}
	if got := scan(e.lines).stop; got == nil || e.line(got.line) != at.line {
		t.Errorf("it stops at %v, the text at %v", got, at)
	}
	for i, l := range e.lines {
		if lines[e.line(i+1)-1] != l {
			t.Fatalf("line %d of the excerpt is not line %d of the text", i+1, e.line(i+1))
		}
	}
	edit := insert(len(lines)-3, 9, ":")
	if got := e.with(append(outside(e, len(lines)), edit)); !slices.Contains(got, "    title: one") || scan(got).stop != nil {
		t.Errorf("mended: %q, stops %v", got, scan(got).stop)
	}
}

// outside is an edit of a line that the excerpt leaves out.
func outside(e excerpt, lines int) (out []diag.Edit) {
	for n := range lines {
		if !slices.Contains(e.from, n) {
			return append(out, replace(n, 0, 0, "?"))
		}
	}
	return nil
}
