package diff

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestStretches(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          []Stretch
	}{
		{"celebrate success", "celebrate every success", []Stretch{{Stayed, "celebrate"}, {Put, "every"}, {Stayed, "success"}}},
		{"a b c", "a x y c", []Stretch{{Stayed, "a"}, {Taken, "b"}, {Put, "x y"}, {Stayed, "c"}}},
		{"", "a", []Stretch{{Put, "a"}}},
		{"a  b", "a b", []Stretch{{Stayed, "a b"}}},
		{strings.Repeat("a ", 3000), strings.Repeat("b ", 3000), []Stretch{{Taken, strings.TrimSpace(strings.Repeat("a ", 3000))}, {Put, strings.TrimSpace(strings.Repeat("b ", 3000))}}},
	} {
		if d := cmp.Diff(c.want, Change{Before: c.before, After: c.after}.Stretches()); d != "" {
			t.Errorf("%.20q → %.20q (-want +got):\n%s", c.before, c.after, d)
		}
	}
}

// What stayed and what was taken away is the old text; what stayed and what was
// added is the new one; two neighbours are of different kinds.
func TestStretchesAreTheTexts(t *testing.T) {
	text := func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d"}), 0, 12).Draw(t, "words"), " ")
	}
	rapid.Check(t, func(t *rapid.T) {
		c := Change{Before: text(t), After: text(t)}
		var before, after []string
		var last Op
		for _, s := range c.Stretches() {
			if s.Op == last {
				t.Errorf("two stretches %s stand beside each other", last)
			}
			if last = s.Op; s.Op != Put {
				before = append(before, s.Text)
			}
			if s.Op != Taken {
				after = append(after, s.Text)
			}
		}
		if strings.Join(before, " ") != c.Before || strings.Join(after, " ") != c.After {
			t.Errorf("%q → %q: %q, %q", c.Before, c.After, before, after)
		}
	})
}

const (
	splitBefore = "1 People\n  1.1 hire staff fairly and induct new staff carefully during their first year\n  1.2 celebrate success\n"
	splitAfter  = "1 People\n  1.1 hire staff fairly\n  1.2 celebrate success\n  1.3 induct new staff carefully during their first year\n"
)

// A statement that falls into two is said to; the other way about, the two are
// merged. Old ratings of such a one count for nothing.
func TestSplitAndMerged(t *testing.T) {
	kinds := func(c *Comparison, k Kind) []string {
		var out []string
		for _, ch := range c.Changes {
			if ch.Kind == k {
				out = append(out, ch.Source+" "+ch.Target)
			}
		}
		return out
	}
	split := Compare(tree(splitBefore), tree(splitAfter), Options{})
	if got := kinds(split, Split); !slices.Equal(got, []string{"1.1 1.1", "1.1 1.3"}) || len(kinds(split, Added)) != 0 {
		t.Errorf("split %q, changes %+v", got, split.Changes)
	}
	if c := split.Carries[0]; c.Verdict != Dropped || c.Why != "it was split into 1.1, 1.3" {
		t.Errorf("old ratings: %+v", c)
	}
	merged := Compare(tree(splitAfter), tree(splitBefore), Options{})
	if got := kinds(merged, Merged); !slices.Equal(got, []string{"1.1 1.1", "1.3 1.1"}) || len(kinds(merged, Removed)) != 0 {
		t.Errorf("merged %q, changes %+v", got, merged.Changes)
	}
	if kinds := kinds(Compare(tree("1 plan\n"), tree("1 plan\n2 dream\n3 hope\n"), Options{}), Split); kinds != nil {
		t.Errorf("split %q", kinds)
	}
}

func TestCarries(t *testing.T) {
	before := "1 set goals for the year\n2 listen to families and to staff\n3 plan budgets\n4 keep a diary of visits\n5 hire\n6 greet every visitor\n"
	after := "1 set goals for the year\n2 listen to families and to all staff\n30 plan budgets\n4 measure growth\n6 (retired) greet every visitor\n"
	want := map[string]Verdict{"1": Kept, "2": Check, "3": Mapped, "4": Dropped, "5": Dropped, "6": Dropped}
	c := Compare(tree(before), tree(after), Options{})
	if len(c.Carries) != len(want) {
		t.Fatalf("%+v", c.Carries)
	}
	for _, carry := range c.Carries {
		if carry.Verdict != want[carry.Source.Code] || (carry.Why == "") != (carry.Verdict == Kept) || carry.Taken != (carry.Source.Code == "4") {
			t.Errorf("%s: %+v", carry.Source.Code, carry)
		}
	}
	old, now := fullFramework(), fullFramework()
	now.Scale.Levels[1].Value = number("5")
	for _, carry := range Compare(old, now, Options{}).Carries {
		if onScale := carry.Source.Scale == old.Scale; (carry.Verdict == Dropped) != onScale {
			t.Errorf("%s is %s after its scale changed: %t", carry.Source.Code, carry.Verdict, onScale)
		}
	}
}

// An item that was edited and got another code is the same item.
func TestNearlyAlikeIsPaired(t *testing.T) {
	c := Compare(tree("1 coach teachers with weekly feedback\n2 plan\n"), tree("1 greet visitors\n3 coach teachers with weekly and written feedback\n2 plan\n"), Options{})
	want := []Change{
		{Added, "", "1", "", "", "greet visitors"}, {Renumbered, "1", "3", "code", "1", "3"},
		{Reworded, "1", "3", "text", "coach teachers with weekly feedback", "coach teachers with weekly and written feedback"},
	}
	if d := cmp.Diff(want, c.Changes); d != "" {
		t.Errorf("changes (-want +got):\n%s", d)
	}
}
