package lint_test

import (
	"testing"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
)

// The edits of one finding mend all of a text at once; a second time there is
// nothing to do.
func TestOneRoundMendsAll(t *testing.T) {
	for name, c := range map[string]struct {
		code        diag.Code
		before, now string
	}{
		"no-break spaces":    {"invisible-character", "a: Gives\u00a0all\u00a0her\u00a0pupils\u00a0their\u00a0due", "a: Gives all her pupils their due"},
		"in quotes":          {"invisible-character", `a: "Gives\u00a0all\u00a0her\xa0pupils\_their\u00a0due"`, `a: "Gives all her pupils their due"`},
		"in a folded block":  {"invisible-character", "a: >-\n    Gi\u200bves\n    a\u00adll\u00a0her\n    pupi\u200dls \u200etheir\n    due", "a: >-\n    Gives\n    all her\n    pupils their\n    due"},
		"one on the other":   {"invisible-character", "a: Gives\u200e\u00a0\u200ball\u200b\u00a0due", "a: Gives all due"},
		"five garbled signs": {"mojibake", "a: â€˜Ã‰coleâ€™ Ã\u00a0 lâ€™heure", "a: ‘École’ à l’heure"},
		"a lost list":        {"stray-glyph", "a: |-\n    • plan\n    • teach\n\n      • listen\n    • ask\n    • rest", "a: |-\n    - plan\n    - teach\n\n      - listen\n    - ask\n    - rest"},
		"quotes to curly":    {"mixed-quotes", `a: "“Go”, “stay” and \"rest\", (\"so\")"`, `a: "“Go”, “stay” and “rest”, (“so”)"`},
		"quotes to straight": {"mixed-quotes", "a: 'Say \"go\", \"stay\" and “rest”'", "a: 'Say \"go\", \"stay\" and \"rest\"'"},
		"in double quotes":   {"mixed-quotes", `a: "\"Go\", \"stay\" and “rest”"`, `a: "\"Go\", \"stay\" and \"rest\""`},
		"apostrophes":        {"mixed-quotes", "a: the team's, the pupil's and the school’s\n  b: 'it’s'\n  c: don't, can't", "a: the team's, the pupil's and the school's\n  b: 'it''s'\n  c: don't, can't"},
		"curly apostrophes":  {"mixed-quotes", "a: the team’s, the pupil’s and the school's\n  b: 'it''s'\n  c: don’t, can’t", "a: the team’s, the pupil’s and the school’s\n  b: 'it’s'\n  c: don’t, can’t"},
	} {
		t.Run(name, func(t *testing.T) {
			text, found := mended(t, c.code, head+"items:\n  "+c.before+"\n")
			if want := head + "items:\n  " + c.now + "\n"; text != want || found != 1 {
				t.Errorf("%d findings, and the file became %q, want %q", found, text, want)
			}
			if again, _ := mended(t, c.code, text); again != text {
				t.Errorf("a second round makes of it %q", again)
			}
		})
	}
}

// mended makes all edits of a rule at once.
func mended(t *testing.T, code diag.Code, text string) (after string, found int) {
	t.Helper()
	f, findings := load.Framework("f.yaml", []byte(text))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	list := lint.RunWith(f, lint.Options{Select: []diag.Code{code}, Source: []byte(text)})
	out, _ := fix.Apply([]byte(text), list)
	return string(out), len(list)
}

// What may not be a list stays as it is.
func TestNoListIsMade(t *testing.T) {
	for name, items := range map[string]string{
		"one line":           "a: |-\n    • plan • teach",
		"a line without":     "a: |-\n    • plan\n    and teach\n    • listen",
		"different signs":    "a: |-\n    ✓ plan\n    ✗ teach",
		"no block":           "a: • plan\n\n    • teach",
		"a folded block":     "a: >-\n    • plan\n    • teach",
		"no blank behind it": "a: |-\n    •plan\n    •teach",
	} {
		t.Run(name, func(t *testing.T) {
			text := head + "items:\n  " + items + "\n"
			if got, found := mended(t, "stray-glyph", text); got != text || found != 1 {
				t.Errorf("%d findings, and the file became %q", found, got)
			}
		})
	}
}

// Signs whose other form depends on more than the signs beside them stay.
func TestDoubtfulQuotesStay(t *testing.T) {
	for name, items := range map[string]string{
		"an apostrophe before a word": "a: the team’s, the pupil’s and 'tis",
		"where YAML would open one":   "a: “Go” and so\n  b: Say \"go\", \"stay\", \"rest\"",
		"another language":            "a: Sie sagt „go“ und „rest“, er \"so\"\nlanguage: de",
		"inches":                      "a: “Go”, “stay” and 5 \" more",
	} {
		t.Run(name, func(t *testing.T) {
			text := head + "items:\n  " + items + "\n"
			if got, found := mended(t, "mixed-quotes", text); got != text || found != 1 {
				t.Errorf("%d findings, and the file became %q", found, got)
			}
		})
	}
}
