package markup_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/markup"
)

// A text of words alone is read as the parser of CommonMark reads it.
func TestWordsNeedNoParser(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"a", "Ä", "日", "e\u0301", " ", "  ", "\u00a0", "\u2028", "\u0085", "\ufeff", "\x7f", "\x01", "\v", "\f", "\xff", "\x00", "\n", "\t", "1. ", "- ", "+ ", "# ", "> ", "=", "~~~", "~", "```", "|",
		":", "://", "www.a.b", "http://a.b", "a@b.c", "!", "[x]", "(y)", "<b>", "&amp;", "*", "_", "\\", "\\.", `"`, "'", "--", "...", "^", "$", "{", "%", "\u200b",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for range rapid.IntRange(0, 8).Draw(t, "pieces") {
			text += piece.Draw(t, "piece")
		}
		if diff := cmp.Diff(markup.ParseAll(text), markup.Parse(text)); diff != "" {
			t.Fatalf("%q: %s", text, diff)
		}
	})
}
