package repair

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
)

// anyEdits draws edits of lines that do not overlap, in order.
func anyEdits(t *rapid.T, lines []string) []diag.Edit {
	var out []diag.Edit
	for n, l := range lines {
		at, end := 0, len([]rune(l))
		for at <= end && rapid.Bool().Draw(t, "edit") {
			from := rapid.IntRange(at, end).Draw(t, "from")
			to := rapid.IntRange(from, end).Draw(t, "to")
			out = append(out, replace(n, from, to, rapid.StringMatching(`[XY\n]{0,3}`).Draw(t, "text")))
			at = to + 1
		}
	}
	return out
}

// anyLines draws lines of characters that no edit writes.
func anyLines(t *rapid.T) []string {
	return rapid.SliceOfN(rapid.StringMatching(`[aé€𝄞 ]{0,6}`), 1, 5).Draw(t, "lines")
}

// Every character that a repair leaves alone is led back to its place; what
// the repair wrote is led to the place of an edit.
func TestBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := anyLines(t)
		edits := anyEdits(t, before)
		after := apply(before, edits)
		s := newStep(before, after, edits)
		kept := 0
		for n, l := range after {
			for c, r := range []rune(l) {
				was := s.back(diag.Pos{Line: n + 1, Column: c + 1})
				line := []rune(before[was.Line-1])
				if r == 'X' || r == 'Y' {
					if !startsEdit(edits, was) {
						t.Fatalf("%q at %d:%d was written by a repair and led to %v, where no edit is", r, n+1, c+1, was)
					}
					continue
				}
				kept++
				if was.Column > len(line) || line[was.Column-1] != r {
					t.Fatalf("%q at %d:%d is led to %v in %q", r, n+1, c+1, was, before)
				}
			}
		}
		if all := len([]rune(strings.Join(before, ""))) - removed(edits); kept != all {
			t.Fatalf("%d characters were led back, want %d", kept, all)
		}
	})
}

func startsEdit(edits []diag.Edit, at diag.Pos) bool {
	for _, e := range edits {
		if e.Start == at {
			return true
		}
	}
	return false
}

func removed(edits []diag.Edit) int {
	n := 0
	for _, e := range edits {
		n += e.End.Column - e.Start.Column
	}
	return n
}

// A later edit keeps its edits only where it is clear of the earlier ones;
// then making both in the original gives what making one after the other does.
func TestEditsOfTwoSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := anyLines(t)
		first := anyEdits(t, before)
		between := apply(before, first)
		second := anyEdits(t, between)
		if len(second) == 0 {
			return
		}
		after := apply(between, second)
		led := past{newStep(before, between, first)}.edits(append([]diag.Edit(nil), second...))
		if led == nil {
			return
		}
		if got := apply(before, append(led, first...)); strings.Join(got, "\n") != strings.Join(after, "\n") {
			t.Fatalf("made together %q, one after the other %q", got, after)
		}
	})
}

func TestLineStarts(t *testing.T) {
	s := startsOf([]string{"aé", "", "b"})
	for _, c := range []struct {
		pos    diag.Pos
		offset int
	}{{diag.Pos{Line: 1, Column: 1}, 0}, {diag.Pos{Line: 1, Column: 3}, 2}, {diag.Pos{Line: 2, Column: 1}, 3}, {diag.Pos{Line: 3, Column: 2}, 5}} {
		if got := s.offset(c.pos); got != c.offset {
			t.Errorf("offset(%v) = %d, want %d", c.pos, got, c.offset)
		}
		if got := s.pos(c.offset); got != c.pos {
			t.Errorf("pos(%d) = %v, want %v", c.offset, got, c.pos)
		}
	}
	if got := s.offset(diag.Pos{Line: 1, Column: 9}); got != 2 {
		t.Errorf("a column behind the line is at %d, want its end, 2", got)
	}
}
