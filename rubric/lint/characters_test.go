package lint_test

import (
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
		"a letter":      {head + "items: {a: \"Ã©lÃ¨ve\"}\n", []string{"6:13 the text of a holds “Ã©” where “é” was meant"}},
		"a space":       {head + "items: {a: 5Â\u00a0pupils}\n", []string{"6:13 the text of a holds “Â\u00a0” where “\u00a0” was meant"}},
		"an emoji":      {head + "items: {a: ðŸ˜€ smiles}\n", []string{"6:12 the text of a holds “ðŸ˜€” where “😀” was meant"}},
		"a lost one":    {head + "items: {a: caf\uFFFD and tea}\n", []string{"6:15 the text of a holds the sign \uFFFD for a character that was lost"}},
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
		"the first":           {head + "items: {a: a\u00a0b\u00a0c}\n", []string{"6:13 the text of a holds a no-break space, U+00A0"}},

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

// A finding about characters carries the edit that mends it: applied one after
// the other they come to an end, and leave the rest of the text as it was.
func TestCharacterEdits(t *testing.T) {
	for code, sample := range map[diag.Code][]rune{
		"mojibake":            []rune("aéÂ â€™Ã©©'\" \u00a0"),
		"invisible-character": []rune("ab é5\u00a0\u200b\u00ad\u202f\u200d👩"),
	} {
		rapid.Check(t, func(t *rapid.T) {
			text := "a" + string(rapid.SliceOf(rapid.SampledFrom(sample)).Draw(t, "text")) + "z"
			for range len(text) {
				d, found := firstOf(t, code, text)
				if !found {
					return
				}
				text = mend(t, text, d)
			}
			t.Fatalf("the edits never end: %q", text)
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

func mend(t *rapid.T, text string, d diag.Diagnostic) string {
	if len(d.Edits) != 1 || d.Edits[0].Span != d.Span || d.Start.Line != 8 {
		t.Fatalf("%q: the edits are %v", text, d.Edits)
	}
	runes := []rune(text)
	from, to := d.Start.Column-5, d.End.Column-5
	for _, r := range runes[from:to] {
		if r <= unicode.MaxASCII {
			t.Fatalf("%q: the edit takes %q away", text, string(runes[from:to]))
		}
	}
	return string(runes[:from]) + d.Edits[0].Text + string(runes[to:])
}
