package markup_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/markup"
)

func TestParse(t *testing.T) {
	para := func(runs ...markup.Run) markup.Block { return markup.Block{Kind: markup.Paragraph, Runs: runs} }
	word := func(s string) markup.Run { return markup.Run{Text: s} }
	for name, c := range map[string]struct {
		text string
		want []markup.Block
	}{
		"empty":           {"", nil},
		"plain":           {"Rank teams", []markup.Block{para(word("Rank teams"))}},
		"soft break":      {"one\ntwo", []markup.Block{para(word("one two"))}},
		"hard break":      {"one\\\ntwo", []markup.Block{para(word("one"), markup.Run{Break: true}, word("two"))}},
		"emphasis":        {"be _highly accountable_.", []markup.Block{para(word("be "), markup.Run{Text: "highly accountable", Emphasis: true}, word("."))}},
		"strong":          {"**MAJOR** gaps", []markup.Block{para(markup.Run{Text: "MAJOR", Strong: true}, word(" gaps"))}},
		"lost strong":     {"Minor Revisions**. Good", []markup.Block{para(word("Minor Revisions**. Good"))}},
		"link":            {"[a](http://b.c)", []markup.Block{para(markup.Run{Text: "a", Link: "http://b.c"})}},
		"escapes":         {`1 \* 2 &amp; 3`, []markup.Block{para(word("1 * 2 & 3"))}},
		"escaped entity":  {`\&lt; &lt; \\&lt;`, []markup.Block{para(word(`&lt; < \<`))}},
		"code span":       {"use `x < y`", []markup.Block{para(word("use x < y"))}},
		"html is text":    {"a <b>bold</b> word", []markup.Block{para(word("a <b>bold</b> word"))}},
		"html block":      {"<script>alert(1)</script>", []markup.Block{para(word("<script>alert(1)</script>"))}},
		"heading is text": {"# Title", []markup.Block{para(word("# Title"))}},
		"image":           {"![alt](x.png)", []markup.Block{para(word("alt"))}},
		"nested list": {"- a\n  - b\n- c", []markup.Block{{Kind: markup.BulletList, Items: [][]markup.Block{
			{para(word("a")), {Kind: markup.BulletList, Items: [][]markup.Block{{para(word("b"))}}}},
			{para(word("c"))},
		}}}},
		"numbers": {"3. a\n4. b", []markup.Block{{Kind: markup.NumberList, Start: 3, Items: [][]markup.Block{{para(word("a"))}, {para(word("b"))}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, markup.Parse(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPlain(t *testing.T) {
	text := "Leaders are _accountable_:\n\n- for **all**\n  - always\n- <u>today</u>"
	if got, want := markup.Plain(text), "Leaders are accountable:\nfor all\nalways\n<u>today</u>"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCheck(t *testing.T) {
	text := "fine\n\n# heading\n\nsome <u>html</u>\n\n> quoted\n\n![i](j)"
	var got []string
	for _, p := range markup.Check(text) {
		got = append(got, strings.Repeat("·", p.Line)+p.What)
	}
	want := []string{"···a heading", "·····HTML", "·····HTML", "·······a block quote", "·········an image"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if p := markup.Check("plain _text_ with [a](b)\n\n1. list"); p != nil {
		t.Errorf("a text within the subset has problems: %v", p)
	}
}

// No text may be lost, whatever its markup: every letter and digit of the
// source comes out again, in order.
func FuzzParseKeepsWords(f *testing.F) {
	for _, s := range []string{"a *b* c", "# h", "- x\n\n  y", "<b>t</b>", "```\ncode\n```", "a | b\n- | -\nc | d", "> q"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "&[]!\x00`~") || !isPlain(s) {
			return // entities, links, images and fence info have text of their own
		}
		if got, want := letters(markup.Plain(s)), letters(s); got != want {
			t.Errorf("%q: letters %q became %q", s, want, got)
		}
	})
}

func isPlain(s string) bool {
	for _, r := range s {
		if r != '\n' && (r < ' ' || r > '~') {
			return false
		}
	}
	return true
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}

func TestLines(t *testing.T) {
	got := markup.Lines("Leaders:\n\n- one\n  - deeper\n- two\\\n  lines\n\n9. nine\n10. ten")
	want := []string{"Leaders:", "– one", "  – deeper", "– two", "  lines", "9. nine", "10. ten"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
