package lint_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
)

func TestMojibake(t *testing.T) {
	checkExamples(t, "mojibake", map[string]example{
		"an apostrophe": {head + "items: {a: the teacherâ€™s view}\n", []string{"6:23 the text of a holds “â€™” where “’” was meant"}},
		"a letter":      {head + "items: {a: \"Ã©lÃ¨ve\"}\n", []string{"6:13 the text of a holds “Ã©” where “é” was meant, and one more of the kind"}},
		"a space":       {head + "items: {a: 5Â\u00a0pupils}\n", []string{"6:13 the text of a holds “Â\u00a0” where “\u00a0” was meant"}},
		"an emoji":      {head + "items: {a: ðŸ˜€ smiles}\n", []string{"6:12 the text of a holds “ðŸ˜€” where “😀” was meant"}},
		"a lost one":    {head + "items: {a: caf\uFFFD and tea}\n", []string{"6:15 the text of a holds the sign \uFFFD for a character that was lost"}},
		"three":         {head + "items: {a: â€˜soâ€™ Ã©}\n", []string{"6:12 the text of a holds “â€˜” where “‘” was meant, and 2 more of the kind"}},
		"both":          {head + "items: {a: \uFFFD Ã© \uFFFD}\n", []string{"6:12 the text of a holds the sign \uFFFD for a character that was lost, and one more of the kind", "6:14 the text of a holds “Ã©” where “é” was meant"}},
		"in a label":    {head + "items: {a: {title: A, levels: {1: {label: Ã©lite, text: x}}}}\n", []string{"6:43 the label of level 1 of a holds “Ã©” where “é” was meant"}},

		"letters":            {head + "items: {a: São Paulo Ângela Ãx â “é” élève ñandú}\n", nil},
		"no letter is meant": {head + "items: {a: \"Â\\x81\"}\n", nil},
		"signs":              {head + "items: {a: 5 € – 7 £ · 20 °C “so”}\n", nil},
		"other alphabets":    {head + "items: {a: Ελληνικά русский 日本語}\n", nil},
	})
}

func TestInvisibleCharacter(t *testing.T) {
	checkExamples(t, "invisible-character", map[string]example{
		"between words":       {head + "items: {a: give\u00a0feedback}\n", []string{"6:16 the text of a holds a no-break space, U+00A0"}},
		"as an escape":        {head + "items: {a: \"give\\u00a0feedback\"}\n", []string{"6:17 the text of a holds a no-break space, U+00A0"}},
		"without width":       {head + "items: {a: give\u200bfeedback}\n", []string{"6:16 the text of a holds an invisible character, U+200B"}},
		"a soft hyphen":       {head + "items: {a: feed\u00adback}\n", []string{"6:16 the text of a holds a soft hyphen, U+00AD"}},
		"a mark of direction": {head + "items: {a: give \u200efeedback}\n", []string{"6:17 the text of a holds an invisible mark of the direction of writing, U+200E"}},
		"a joiner":            {head + "items: {a: give\u200dfeedback}\n", []string{"6:16 the text of a holds an invisible character, U+200D"}},
		"two":                 {head + "items: {a: a\u00a0b\u00a0c}\n", []string{"6:13 the text of a holds a no-break space, U+00A0, and one more of the kind"}},
		"five, of any kind":   {head + "items: {a: a\u00a0b\u200bc\u00add\u00a0e\u00a0f}\n", []string{"6:13 the text of a holds a no-break space, U+00A0, and 4 more of the kind"}},
		"one behind another":  {head + "items: {a: give\u200e\u00a0\u200bfeedback}\n", []string{"6:16 the text of a holds an invisible mark of the direction of writing, U+200E, and 2 more of the kind"}},

		"a number and its unit": {head + "items: {a: 5\u00a0pupils, b: § 7}\n", nil},
		"French":                {head + "items: {a: \"Quoi\u202f? « oui »\"}\n", nil},
		"emoji":                 {head + "items: {a: 👩\u200d💼 leads}\n", nil},
		"Persian":               {head + "items: {a: می\u200cخواهم}\n", nil},
		"Arabic and Latin":      {head + "items: {a: عربي\u200f (x)}\n", nil},
	})
}

func TestMixedQuotes(t *testing.T) {
	checkExamples(t, "mixed-quotes", map[string]example{
		"apostrophes": {head + "items: {a: the team’s, b: the school’s, c: the pupil's}\n",
			[]string{"6:53 the text of c holds straight apostrophes: 1 of 3 in the framework, the others are curly"}},
		"quotes": {head + "items: {a: '\"so\"', b: \"“so”\", c: '\"so\"'}\n",
			[]string{"6:24 the text of b holds curly quotes: 2 of 6 in the framework, the others are straight"}},
		"both": {head + "items: {a: 'it''s \"so\"', b: it’s “so”}\n",
			[]string{"6:15 the text of a holds straight apostrophes: 1 of 2 in the framework, the others are curly", "6:19 the text of a holds straight quotes: 2 of 4 in the framework, the others are curly"}},

		"straight":             {head + "items: {a: 'it''s \"so\"'}\n", nil},
		"curly":                {head + "items: {a: it’s “so”}\n", nil},
		"each kind in a style": {head + "items: {a: \"it's “so”\"}\n", nil},
	})
}

// A finding about characters carries an edit for each of them. Made at once they
// leave nothing to find, but for letters that were garbled twice, and leave the
// rest of the text as it was.
func TestCharacterEdits(t *testing.T) {
	for code, c := range map[diag.Code]struct {
		sample []rune
		rounds int // at most, for a text
	}{
		"invisible-character": {[]rune("ab é5\u00a0\u200b\u00ad\u202f\u200d\u200eع👩"), 1},
		"mojibake":            {[]rune("aéÂ â€™Ã©©'\" \u00a0"), 64},
	} {
		rapid.Check(t, func(t *rapid.T) {
			text := "a" + string(rapid.SliceOf(rapid.SampledFrom(c.sample)).Draw(t, "text")) + "z"
			for range c.rounds {
				if d, found := firstOf(t, code, text); found {
					text = mend(t, text, d)
				}
			}
			if d, found := firstOf(t, code, text); found {
				t.Fatalf("%q: %s is left", text, d)
			}
		})
	}
}

// firstOf is what a rule finds in a text that stands on the eighth line, from
// the fifth column on.
func firstOf(t *rapid.T, code diag.Code, text string) (diag.Diagnostic, bool) {
	source := head + "items:\n  c: |-\n    " + text + "\n"
	f, findings := load.Framework("f.yaml", []byte(source))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	list := lint.RunWith(f, lint.Options{Select: []diag.Code{code}, Source: []byte(source)})
	if len(list) == 0 {
		return diag.Diagnostic{}, false
	}
	return list[0], true
}

// mend makes the edits of a finding, the last first, so that the columns of the
// others stay.
func mend(t *rapid.T, text string, d diag.Diagnostic) string {
	if len(d.Edits) == 0 || d.Edits[0].Span != d.Span {
		t.Fatalf("%q: the edits are %v", text, d.Edits)
	}
	runes := []rune(text)
	for _, e := range slices.Backward(d.Edits) {
		from, to := e.Start.Column-5, e.End.Column-5
		if e.Start.Line != 8 || slices.ContainsFunc(runes[from:to], func(r rune) bool { return r <= unicode.MaxASCII }) {
			t.Fatalf("%q: the edit at %v takes %q away", text, e.Start, string(runes[from:to]))
		}
		runes = slices.Replace(runes, from, to, []rune(e.Text)...)
	}
	return string(runes)
}

// A text in which nearly all is garbled is mended piece by piece, and at no great
// cost.
func TestEditsAreBounded(t *testing.T) {
	source := head + "items: {c: \"" + strings.Repeat("Ã©", 50_000) + "\"}\n"
	f, findings := load.Framework("f.yaml", []byte(source))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	list := lint.RunWith(f, lint.Options{Select: []diag.Code{"mojibake"}, Source: []byte(source)})
	if len(list) != 1 || len(list[0].Edits) != 100 || !strings.HasSuffix(list[0].Message, ", and 49999 more of the kind") {
		t.Errorf("found %v", list)
	}
}
