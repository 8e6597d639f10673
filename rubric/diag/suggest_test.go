package diag_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
)

func TestNearest(t *testing.T) {
	keys := []string{"title", "text", "stem", "guidance", "notes", "weight", "scale", "levels"}
	for name, c := range map[string]struct {
		word       string
		candidates []string
		want       string
	}{
		"the word itself":           {"title", keys, "title"},
		"other capitals":            {"TITLE", keys, "title"},
		"a letter too few":          {"titl", keys, "title"},
		"a letter too many":         {"titlee", keys, "title"},
		"another letter":            {"scala", keys, "scale"},
		"two letters swapped":       {"wieght", keys, "weight"},
		"two slips in a long word":  {"gudiannce", keys, "guidance"},
		"two slips in a short word": {"ttem", keys, "stem"}, // one: t for s
		"nothing near":              {"colour", keys, ""},
		"a short word, two slips":   {"sl", []string{"scale"}, ""},
		"a short word, one slip":    {"1", []string{"2", "10"}, "2"},
		"the nearest of two":        {"texts", []string{"tests!", "text"}, "text"},
		"the first of equals":       {"lot", []string{"lit", "lat"}, "lit"},
		"letters of any script":     {"Überblik", []string{"überblick"}, "überblick"},
		"no candidates":             {"title", nil, ""},
		"no word":                   {"", keys, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := diag.Nearest(c.word, c.candidates); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What is suggested is one of the candidates; a candidate itself, in whatever
// capitals, always finds its like; and one slip in a word is always forgiven.
func TestNearestProperties(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{3,12}`)
	rapid.Check(t, func(t *rapid.T) {
		candidates := rapid.SliceOfNDistinct(word, 1, 8, rapid.ID).Draw(t, "candidates")
		any := rapid.StringMatching(`[a-zA-Z]{0,12}`).Draw(t, "any")
		if got := diag.Nearest(any, candidates); got != "" && !slices.Contains(candidates, got) {
			t.Fatalf("%q is no candidate", got)
		}
		meant := rapid.SampledFrom(candidates).Draw(t, "meant")
		if got := diag.Nearest(strings.ToUpper(meant), candidates); got != meant {
			t.Fatalf("%q finds %q", strings.ToUpper(meant), got)
		}
		at := rapid.IntRange(0, len(meant)-1).Draw(t, "at")
		slip := meant[:at] + meant[at+1:]
		if diag.Nearest(slip, candidates) == "" {
			t.Fatalf("%q finds nothing near, though %q is", slip, meant)
		}
	})
}
