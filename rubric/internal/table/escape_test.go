package table_test

import (
	"bytes"
	"html"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"pgregory.net/rapid"

	"rubrickit/rubric/internal/table"
)

func TestEscapeMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"plain words, (1) and more.": "plain words, (1) and more.",
		"n_rated":                    "n_rated",
		"_x_":                        `\_x\_`,
		"# 1":                        `\# 1`,
		"C# and F#":                  "C# and F#",
		"- [ ] box":                  `\- \[ \] box`,
		"1. one":                     `1\. one`,
		"1.1":                        "1.1",
		"a|b":                        `a\|b`,
		"AT&T &amp; R&D":             `AT\&T \&amp; R\&D`,
		"see http://a.b":             `see http\://a.b`,
		"www.a.b":                    `www\.a.b`,
		"me@example.org":             `me\@example.org`,
		"`code` <b>":                 "\\`code\\` \\<b>",
		"a\r\n# b\rc\nd":             "a # b c d",
		"a\x1b[31m\tb\x00\u0085":     `a␛\[31m b␀` + "\uFFFD",
		`C:\dir`:                     `C:\\dir`,
	} {
		if got := table.EscapeMarkdown(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// Whatever a text holds, a GitHub viewer shows it as one paragraph of itself.
func TestEscapedMarkdownIsTheText(t *testing.T) {
	viewer := goldmark.New(goldmark.WithExtensions(extension.GFM))
	pieces := rapid.SampledFrom([]string{
		"a", "b1", "1", " ", "_", "*", "**", "`", "```", "~~", "~~~", "[", "]", "(", ")", "![", "<", ">", "<b>", "<!--", "&", "&amp;", "&#35;",
		"#", "-", "---", "+", "=", "===", ".", "1.", "2)", "|", "\\", ":", "://", "http://a.b", "www.", "www.a.b", "@", "x@y.zz", "\"", "'", "é", "語", "$", "^", "[ ]", ":-:",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(strings.Fields(strings.Join(rapid.SliceOfN(pieces, 1, 12).Draw(t, "pieces"), "")), " ")
		if text == "" {
			return
		}
		var page bytes.Buffer
		if err := viewer.Convert([]byte(table.EscapeMarkdown(text)), &page); err != nil {
			t.Fatal(err)
		}
		if got, want := page.String(), "<p>"+text+"</p>\n"; html.UnescapeString(got) != want || strings.Count(got, "<") != 2 {
			t.Fatalf("%q is shown as %q", text, got)
		}
	})
}
