package score

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The table of `how` and the keys of a stage fit together.
func TestMethodsAndParameters(t *testing.T) {
	var names, owned []string
	for _, p := range parameters() {
		names = append(names, p.name)
	}
	tests, err := os.ReadFile("stage_test.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range methods() {
		if seen[m.name] {
			t.Errorf("the method %s stands twice", m.name)
		}
		seen[m.name] = true
		if !strings.Contains(string(tests), "how: "+m.name) {
			t.Errorf("no case of stage_test.go scores with how: %s", m.name)
		}
		for _, need := range m.needs {
			if !slices.Contains(m.takes, need) || exampleOf[need] == "" {
				t.Errorf("%s needs %s, which it does not take, or of which there is no example", m.name, need)
			}
		}
		for _, take := range m.takes {
			if !slices.Contains(names, take) {
				t.Errorf("%s takes %s, which is no key of a stage", m.name, take)
			}
			owned = append(owned, take)
		}
	}
	for _, free := range []string{"over", "how", "need", "min_raters", "rescale"} {
		if slices.Contains(owned, free) {
			t.Errorf("%s belongs to every stage and to some", free)
		}
	}
}

// Each condition and each mode of rounding has a case.
func TestEveryRowHasACase(t *testing.T) {
	for file, words := range map[string][]string{
		"rule_test.go ../../testdata/policies/six-standards/policy.yaml": conditionKeys(),
		"round_test.go": modeNames(),
	} {
		var text strings.Builder
		for name := range strings.FieldsSeq(file) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text.Write(data)
		}
		for _, word := range words {
			if !strings.Contains(text.String(), word) {
				t.Errorf("%s has no case with %s", file, word)
			}
		}
	}
}

func conditionKeys() []string {
	var out []string
	for _, s := range conditionShapes() {
		out = append(out, "{"+s.key+": ")
	}
	return out
}

func modeNames() []string {
	var out []string
	for _, m := range roundModes() {
		out = append(out, "mode: "+m.name)
	}
	return out
}

// Kleene's logic: what is unknown stays unknown unless it cannot matter.
func TestTruth(t *testing.T) {
	values := []truth{no, unknown, yes}
	for _, a := range values {
		for _, b := range values {
			var c tally
			c.add(a)
			c.add(b)
			if c.all() != min(a, b) || c.any() != max(a, b) || a.not().not() != a {
				t.Errorf("%d, %d: all %d, any %d", a, b, c.all(), c.any())
			}
		}
	}
	c := tally{yes: 2, unknown: 1, no: 3}
	for n, want := range []truth{yes, yes, yes, unknown, no} {
		if got := c.atLeast(func(k int) bool { return k >= n }); got != want {
			t.Errorf("at least %d of 2 yes, 1 unknown, 3 no: %d, want %d", n, got, want)
		}
	}
}
