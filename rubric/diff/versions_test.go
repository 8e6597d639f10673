package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric"
)

// tree builds a framework from lines "code text", indented by two spaces a
// depth; "code (retired) text" is retired.
func tree(lines string) *rubric.Framework {
	f := &rubric.Framework{ID: "t"}
	lists := []*[]*rubric.Item{&f.Items}
	for line := range strings.Lines(lines) {
		text := strings.TrimSpace(line)
		if text == "" {
			continue
		}
		depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		it := &rubric.Item{}
		it.Code, it.Text, _ = strings.Cut(text, " ")
		if after, ok := strings.CutPrefix(it.Text, "(retired) "); ok {
			it.Text, it.Retired = after, "no longer asked"
		}
		lists = append(lists[:depth+1], &it.Items)
		*lists[depth] = append(*lists[depth], it)
	}
	f.Index()
	return f
}

func TestVersions(t *testing.T) {
	const before = "1 Vision\n  1.1 set goals\n  1.2 listen\n  1.3 plan\n2 Trust\n  2.1 keep promises\n"
	for _, c := range []struct {
		name  string
		after string
		want  []Change
	}{
		{"nothing", before, nil},
		{
			"reworded", "1 Vision\n  1.1 set clear goals\n  1.2 listen\n  1.3 plan\n2 Trust\n  2.1 keep promises\n",
			[]Change{{Reworded, "1.1", "1.1", "text", "set goals", "set clear goals"}},
		},
		{
			"added and removed", "1 Vision\n  1.1 set goals\n  1.2 listen\n  1.4 dream\n2 Trust\n  2.1 keep promises\n",
			[]Change{{Removed, "1.3", "", "", "plan", ""}, {Added, "", "1.4", "", "", "dream"}},
		},
		{
			"moved", "1 Vision\n  1.1 set goals\n  1.3 plan\n2 Trust\n  2.1 keep promises\n  1.2 listen\n",
			[]Change{{Moved, "1.2", "1.2", "parent", "1", "2"}},
		},
		{
			"moved to the top", "1 Vision\n  1.1 set goals\n  1.3 plan\n2 Trust\n  2.1 keep promises\n1.2 listen\n",
			[]Change{{Moved, "1.2", "1.2", "parent", "1", ""}},
		},
		{
			"reordered", "1 Vision\n  1.3 plan\n  1.1 set goals\n  1.2 listen\n2 Trust\n  2.1 keep promises\n",
			[]Change{{Reordered, "1.3", "1.3", "order", "after 1.2", "first"}},
		},
		{
			"renumbered by an insertion", "1 Vision\n  1.1 dream\n  1.2 set goals\n  1.3 listen\n  1.4 plan\n2 Trust\n  2.1 keep promises\n",
			[]Change{
				{Added, "", "1.1", "", "", "dream"}, {Renumbered, "1.1", "1.2", "code", "1.1", "1.2"},
				{Renumbered, "1.2", "1.3", "code", "1.2", "1.3"}, {Renumbered, "1.3", "1.4", "code", "1.3", "1.4"},
			},
		},
		{
			"a parent renumbered with its children", "1 Vision\n  1.1 set goals\n  1.2 listen\n  1.3 plan\n3 Trust\n  3.1 keep promises\n",
			[]Change{{Renumbered, "2", "3", "code", "2", "3"}, {Renumbered, "2.1", "3.1", "code", "2.1", "3.1"}},
		},
		{
			"retired", "1 Vision\n  1.1 set goals\n  1.2 (retired) listen\n  1.3 plan\n2 Trust\n  2.1 keep promises\n",
			[]Change{{Retired, "1.2", "1.2", "retired", "", "no longer asked"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(tree(before), tree(c.after), Options{})
			if d := cmp.Diff(c.want, got.Changes); d != "" {
				t.Errorf("changes (-want +got):\n%s", d)
			}
		})
	}
}

func TestRestored(t *testing.T) {
	c := Compare(tree("1 (retired) listen\n2 plan\n"), tree("1 listen\n2 plan\n"), Options{})
	if len(c.Changes) != 1 || c.Changes[0].Kind != Restored || c.Unchanged != 1 {
		t.Errorf("%d unchanged, changes %+v", c.Unchanged, c.Changes)
	}
}

// What is retired keeps its code, and a leaf never becomes a parent, only
// because the wording is the same.
func TestWordingAloneDoesNotPair(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		want                []Change
	}{
		{
			"retired under another code", "1 listen\n", "2 (retired) listen\n",
			[]Change{{Removed, "1", "", "", "listen", ""}, {Added, "", "2", "", "", "listen"}},
		},
		{
			"a leaf worded like a parent", "1 Talk\n  1.1 listen\n", "1 Speech\n  1.1 listen\n2 Talk\n",
			[]Change{{Added, "", "2", "", "", "Talk"}, {Reworded, "1", "1", "text", "Talk", "Speech"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(tree(c.before), tree(c.after), Options{})
			if d := cmp.Diff(c.want, got.Changes); d != "" {
				t.Errorf("changes (-want +got):\n%s", d)
			}
		})
	}
}

// An item that gets children is no longer rated itself, which is said.
func TestIndicatorBecomesParent(t *testing.T) {
	c := Compare(tree("1 listen\n"), tree("1 listen\n  1.1 to pupils\n"), Options{})
	want := []Change{{Added, "", "1.1", "", "", "to pupils"}, {Changed, "1", "1", "indicator", "yes", "no"}}
	if d := cmp.Diff(want, c.Changes); d != "" {
		t.Errorf("changes (-want +got):\n%s", d)
	}
}

// A change of the scale above is told once, not for every item below.
func TestInheritedScaleIsToldOnce(t *testing.T) {
	before, after := fullFramework(), fullFramework()
	after.Scale.Levels[0].Label = "Lowest"
	got := Compare(before, after, Options{}).Changes
	want := []Change{{Reworded, "", "", "scale.levels.1.label", "Low", "Lowest"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("changes (-want +got):\n%s", d)
	}
}

// A change of a scale that the file defines by name is told where it is
// defined, not where it is used.
func TestNamedScaleIsToldOnce(t *testing.T) {
	before, after := fullFramework(), fullFramework()
	after.Scales[0].Levels[0].Label = "Lowest"
	got := Compare(before, after, Options{}).Changes
	want := []Change{{Reworded, "", "", "scales.named.levels.1.label", "Low", "Lowest"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("changes (-want +got):\n%s", d)
	}
}

// A number written in another way is the same number.
func TestNumbersAreComparedByValue(t *testing.T) {
	before, after := fullFramework(), fullFramework()
	after.Item("1.1").Weight = number("2.00")
	if got := Compare(before, after, Options{}).Changes; len(got) != 0 {
		t.Errorf("changes %+v", got)
	}
}

// items draws a tree of items whose texts are all different.
func items(t *rapid.T) string {
	var b strings.Builder
	for i := range rapid.IntRange(1, 4).Draw(t, "parents") {
		fmt.Fprintf(&b, "%d parent%d\n", i+1, i)
		for j := range rapid.IntRange(0, 4).Draw(t, "children") {
			fmt.Fprintf(&b, "  %d.%d child%d.%d\n", i+1, j+1, i, j)
		}
	}
	return b.String()
}

// Whatever lines of a framework are dropped, doubled under a new code,
// reworded or swapped, each line that differs is named by a change; and
// backwards, what was added is what is removed.
func TestEditedLinesAreReported(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := items(t)
		lines := strings.SplitAfter(strings.TrimSuffix(before, "\n"), "\n")
		touched := editLines(t, lines)
		after := strings.Join(lines, "")
		c := Compare(tree(before), tree(after), Options{})
		if before == after && len(c.Changes) > 0 {
			t.Errorf("equal frameworks: %+v", c.Changes)
		}
		for _, code := range touched {
			if !slices.ContainsFunc(c.Changes, func(ch Change) bool { return ch.Source == code || ch.Target == code }) {
				t.Errorf("%s was edited, and the changes are %+v", code, c.Changes)
			}
		}
		back := Compare(tree(after), tree(before), Options{})
		if countKind(c, Added) != countKind(back, Removed) || countKind(c, Removed) != countKind(back, Added) || countKind(c, Renumbered) != countKind(back, Renumbered) {
			t.Errorf("forth %+v\nback %+v", c.Changes, back.Changes)
		}
	})
}

// editLines changes some lines that are leaves, and returns their codes.
func editLines(t *rapid.T, lines []string) []string {
	var touched []string
	for i, line := range lines {
		if !strings.HasPrefix(line, "  ") {
			continue
		}
		code, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch rapid.IntRange(0, 5).Draw(t, "edit") {
		case 0:
			lines[i] = ""
		case 1:
			lines[i] = "  " + code + " " + text + " more\n"
		case 2:
			lines[i] = "  n" + code + " " + text + "\n"
		case 3:
			lines[i] = line + "  n" + code + " another" + code + "\n"
			code = "n" + code
			if !strings.HasSuffix(line, "\n") {
				lines[i] = line + "\n  " + code + " another\n"
			}
		default:
			continue
		}
		touched = append(touched, code)
	}
	return touched
}

func countKind(c *Comparison, k Kind) int {
	n := 0
	for _, ch := range c.Changes {
		if ch.Kind == k {
			n++
		}
	}
	return n
}

// As few items as possible are said to stand elsewhere.
func TestLongestRise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 7).Draw(t, "n")
		numbers := rapid.Permutation(upTo(n)).Draw(t, "order")
		kept := longestRise(numbers)
		var rise []int
		for i, k := range kept {
			if k {
				rise = append(rise, numbers[i])
			}
		}
		if !slices.IsSorted(rise) || len(rise) != longestByTrial(numbers) {
			t.Errorf("of %v it keeps %v", numbers, rise)
		}
	})
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// longestByTrial tries every subset.
func longestByTrial(numbers []int) int {
	best := 0
	for subset := range 1 << len(numbers) {
		var chosen []int
		for i, n := range numbers {
			if subset>>i&1 == 1 {
				chosen = append(chosen, n)
			}
		}
		if slices.IsSorted(chosen) {
			best = max(best, len(chosen))
		}
	}
	return best
}
