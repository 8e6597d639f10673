package fix_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/fix"
)

func TestUnified(t *testing.T) {
	for name, c := range map[string]struct{ before, after, want string }{
		"equal":          {"a\n", "a\n", ""},
		"a line changed": {"a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"},
		"from nothing":   {"", "a\n", "@@ -0,0 +1,1 @@\n+a\n"},
		"to nothing":     {"a\n", "", "@@ -1,1 +0,0 @@\n-a\n"},
		"no end":         {"a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"},
		"far apart":      {"a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n", "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n"},
		"close together": {"a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n", "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"},
		"lines moved":    {"a\nb\nc\n", "c\na\nb\n", "@@ -1,3 +1,3 @@\n+c\n a\n b\n-c\n"},
	} {
		t.Run(name, func(t *testing.T) {
			want := c.want
			if want != "" {
				want = "--- f\n+++ f\n" + want
			}
			if diff := cmp.Diff(want, string(fix.Unified("f", []byte(c.before), []byte(c.after)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A patch, applied by its definition, makes the one version from the other,
// and shows no line as changed that no change needs.
func TestUnifiedPatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOf(rapid.StringMatching("[a-e\r]?\n"))
		before := strings.Join(lines.Draw(t, "before"), "") + rapid.SampledFrom([]string{"", "end"}).Draw(t, "end")
		after := strings.Join(lines.Draw(t, "after"), "") + rapid.SampledFrom([]string{"", "end"}).Draw(t, "other end")
		out := string(fix.Unified("f", []byte(before), []byte(after)))
		if got := patched(t, before, out); got != after {
			t.Errorf("got %q, want %q by\n%s", got, after, out)
		}
	})
}

// patched applies a patch.
func patched(t *rapid.T, before, patch string) string {
	was := strings.SplitAfter(before, "\n")
	var out strings.Builder
	at := 0
	lines := strings.SplitAfter(patch, "\n")
	for i, l := range lines {
		if i < 2 || l == "" || l[0] == '\\' {
			continue
		}
		if l[0] == '@' {
			var from, count int
			if _, err := fmt.Sscanf(l, "@@ -%d,%d", &from, &count); err != nil {
				t.Fatal(err)
			}
			if count > 0 {
				from--
			}
			for ; at < from; at++ {
				out.WriteString(was[at])
			}
			continue
		}
		text := l[1:]
		if i+1 < len(lines) && strings.HasPrefix(lines[i+1], `\`) {
			text = strings.TrimSuffix(text, "\n")
		}
		if l[0] != '+' {
			if was[at] != text {
				t.Fatalf("the patch takes %q for %q", was[at], text)
			}
			at++
		}
		if l[0] != '-' {
			out.WriteString(text)
		}
	}
	return out.String() + strings.Join(was[at:], "")
}
