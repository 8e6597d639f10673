package lint_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// Whatever the texts say, and in whatever style they are written, every finding
// stands within the file, its end not before its start; findings are sorted, and
// a second run finds the same.
func FuzzRunWith(f *testing.F) {
	for _, text := range []string{
		"Plans lessons and leads the team", "• <u>x</u> ## y\n\n# z", "- a\n  - b and\n\n1. c: ", "â€™ Ã\u00a0 \u200b�", "They (do", "![x", "**", "]( ](x",
		"", " ", "it's “so” \"now\"", "# rubric:accept stray-glyph: z\n•", "Gives all 5 pupils some help", "e.g. A. B", "\\", "👩\u200d💼",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) && r < '\u00ad' }) {
			return // YAML allows them nowhere, and looking for a repair takes its time
		}
		source := []byte(inEveryStyle(text))
		fw, findings := load.Framework("f.yaml", source)
		if fw == nil {
			return
		}
		o := lint.Options{Select: lint.All(), Source: source, Loaded: findings}
		list := lint.RunWith(fw, o)
		lines := yamldoc.Lines(string(source))
		for _, d := range list {
			checkInside(t, lines, d)
		}
		if diff := cmp.Diff(list.Sorted(), list); diff != "" {
			t.Errorf("the findings are not sorted:\n%s", diff)
		}
		if diff := cmp.Diff(list, lint.RunWith(fw, o)); diff != "" {
			t.Errorf("a second run differs:\n%s", diff)
		}
	})
}

// inEveryStyle is a framework that says a text as a literal and a folded block,
// in single and in double quotes.
func inEveryStyle(text string) string {
	deeper := strings.ReplaceAll(text, "\n", "\n      ")
	single, double := "'"+strings.ReplaceAll(deeper, "'", "''")+"'", strconv.QuoteToASCII(text)
	return head + "items:\n  a: |2\n      " + deeper + "\n  b: >2\n      " + deeper + "\n  # rubric:accept stray-glyph: ours\n  c:\n    title: " + single +
		"\n    stem: " + double + "\n    items:\n      d:\n        text: " + double + "\n        levels: {1: " + double + ", 3: x}\n      e: " + single + "\n"
}

func checkInside(t *testing.T, lines []string, d diag.Diagnostic) {
	for _, p := range []diag.Pos{d.Start, d.End} {
		if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > utf8.RuneCountInString(lines[p.Line-1])+2 {
			t.Fatalf("%s: %v stands outside the file", d, p)
		}
	}
	if d.End.Before(d.Start) {
		t.Fatalf("%s: ends at %v", d, d.End)
	}
}
