package report_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"rubrickit/rubric/load"
	"rubrickit/rubric/report"
)

// outline is a framework as `rubric show` prints it.
func outline(t interface{ Fatal(...any) }, text string, width int) string {
	f, findings := load.Framework("f.yaml", []byte(text))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	format := report.FrameworkFormats()[0]
	var b strings.Builder
	if err := format.Write(&b, report.FrameworkFile{Framework: f}, report.Options{Width: width}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// No line of an outline is wider than the terminal, however long the codes, the
// names of levels and the texts are, and nothing is lost. What is drawn has no
// digits, so that it is never the code or the label beside it.
func TestOutlineFits(t *testing.T) {
	words := func(t *rapid.T, name string) string {
		return strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-z校]{1,12}`), 1, 12).Draw(t, name), " ")
	}
	rapid.Check(t, func(t *rapid.T) {
		code, title, text, level := words(t, "code"), words(t, "title"), words(t, "text"), words(t, "level")
		width := rapid.IntRange(40, 120).Draw(t, "width")
		if len([]rune(code)) > 120 {
			return // no code
		}
		got := outline(t, "rubric: v1\nid: x\ntitle: "+title+"\nsource: {rights: "+text+"}\nscale: {levels: {1: "+level+", 2: y2}}\nitems:\n  x1: "+text+
			"\n  "+code+":\n    title: "+title+"\n    text: "+text+"\n    levels: {1: "+text+"}\n", width)
		for line := range strings.Lines(got) {
			if n := uniseg.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
				t.Fatalf("a line of %d columns in %d: %q", n, width, line)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		for _, part := range []string{code, title, text, level} {
			if !strings.Contains(bare(got), bare(part)) {
				t.Fatalf("%q is lost in\n%s", part, got)
			}
		}
	})
}

func TestOutlineOfLongCode(t *testing.T) {
	const head = "rubric: v1\nid: x\ntitle: X\nscale: yes-no\nitems:\n"
	got := outline(t, head+"  a-very-long-code-of-a-statement: A statement that takes more than what is left\n  another-long-code: Short\n", 50)
	_, got, _ = strings.Cut(got, "\n\n")
	const want = `a-very-long-code-of-a-statement
    A statement that takes more than what is left

another-long-code  Short
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

// What a file says does not operate the terminal.
func TestOutlineHasNoControlCharacters(t *testing.T) {
	got := outline(t, "rubric: v1\nid: x\ntitle: \"X\\e[31m\"\nsource: {rights: \"r\\a\"}\nscale: {levels: {1: \"low\\e\", 2: high}}\n"+
		"items: {a: {title: \"A\\e\", text: \"B\\e\", levels: {1: \"x\\a\"}}}\n", 80)
	if strings.ContainsFunc(got, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) {
		t.Errorf("the outline is %q", got)
	}
}
