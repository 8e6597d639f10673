package webpage_test

import (
	"regexp"
	"testing"

	"rubrickit/rubric/internal/webpage"
)

// The policy names just what it allows. The hash of the empty text is known from
// elsewhere.
func TestPolicy(t *testing.T) {
	const empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
	want := "default-src 'none'; style-src '" + empty + "'; script-src '" + empty + "'; img-src data:; base-uri 'none'; form-action 'none'"
	if got := webpage.Policy("", "", "img-src data:"); got != want {
		t.Error(got)
	}
	if webpage.Policy("a", "") == webpage.Policy("", "a") {
		t.Error("the style's hash is the script's")
	}
}

// Every colour has a value for light and one for dark surroundings.
func TestEveryColourIsThereTwice(t *testing.T) {
	colours := regexp.MustCompile(`--[a-z-]+: (.*);`).FindAllStringSubmatch(webpage.Styled(""), -1)
	if len(colours) == 0 {
		t.Fatal("there are no colours")
	}
	twice := regexp.MustCompile(`^light-dark\(#[0-9a-f]{3,6}, #[0-9a-f]{3,6}\)$`)
	for _, c := range colours {
		if !twice.MatchString(c[1]) {
			t.Error(c[0])
		}
	}
}
