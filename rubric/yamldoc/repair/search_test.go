package repair

import (
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/diag"
)

// keysOnly is a parser of a small language, in which every line has a colon. It
// stops like a parser of YAML, a line below the one that has none.
func keysOnly(lines []string) (size int, at *Stop) {
	for i, l := range lines {
		size += len(l)
		if !strings.Contains(l, ":") {
			return size, &Stop{Line: min(i+2, len(lines)), Problem: "no colon"}
		}
	}
	return size, nil
}

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
	_, at := keysOnly(lines)
	s := search{outline: newOutline(lines), stop: *at, parser: keysOnly}
	var tried []int
	for _, trial := range s.trials() {
		if trial.Code == CodeMissingColon && (trial.line == 1 || trial.line == 3) {
			tried = append(tried, trial.line)
		}
	}
	near := s.stop.Line - 1
	if len(tried) != 2 || distance(near, tried[0]) > distance(near, tried[1]) {
		t.Errorf("stopped on line %d, colons tried on lines %v (from 0)", near, tried)
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
	_, at := keysOnly(lines)
	o := newOutline(lines)
	suspects, near := o.suspects(*at)
	e := newExcerpt(o, suspects, near, *at, keysOnly)
	if e.from == nil || len(e.lines) > 100 {
		t.Fatalf("%d of %d lines kept", len(e.lines), len(lines))
	}
	if _, got := keysOnly(e.lines); got == nil || e.line(got.Line) != at.Line {
		t.Errorf("it stops at %v, the text at %v", got, at)
	}
	for i, l := range e.lines {
		if lines[e.line(i+1)-1] != l {
			t.Fatalf("line %d of the excerpt is not line %d of the text", i+1, e.line(i+1))
		}
	}
	edit := insert(len(lines)-3, 9, ":")
	mended := e.with(append(outside(e, len(lines)), edit))
	if _, got := keysOnly(mended); !slices.Contains(mended, "    title: one") || got != nil {
		t.Errorf("mended: %q, stops %v", mended, got)
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
