package yamldoc_test

import (
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/yamldoc"
)

// What is quoted is read as the text that it is, as a value, as a key and within
// brackets.
func TestQuotedTextsComeBack(t *testing.T) {
	text := rapid.OneOf(
		rapid.SampledFrom([]string{"No", "1.10", "~", "null", "plain text", "a: b", "a #b", "- a", "*x", "&y", "\u0085", "\u2028", "\ufeff", "'", `"`, `\`, "a\nb\t", "😀", "", "2026-11-20", "0x1F"}),
		rapid.StringN(0, 12, -1),
	)
	rapid.Check(t, func(t *rapid.T) {
		want := text.Draw(t, "text")
		line := yamldoc.Quote(want)
		root, findings := yamldoc.Parse("q.yaml", []byte("value: "+line+"\n"+"list: [x, "+line+"]\n"+"map: {"+line+": x}\n"))
		if root == nil || len(findings) > 0 {
			t.Fatalf("%q: %v", line, findings)
		}
		got := []string{root.Get("value").Value, root.Get("list").Items[1].Value, root.Get("map").Pairs[0].Key.Value}
		for i, where := range []string{"as a value", "in a list", "as a key"} {
			if got[i] != want {
				t.Errorf("%q %s is %q", want, where, got[i])
			}
		}
	})
}

// A plain word stays as it is, and one that some readers take for a number, a
// truth or nothing does not.
func TestOnlyWhatNeedsQuotesHasThem(t *testing.T) {
	for text, want := range map[string]string{"Likely": "Likely", "a b-c": "a b-c", "no": `"no"`, "Null": `"Null"`, "1": `"1"`, "": `""`, "a: b": `"a: b"`} {
		if got := yamldoc.Quote(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
