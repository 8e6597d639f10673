package repair_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
	"rubrickit/rubric/yamldoc/repair"
)

// checkParse holds what Parse returns for any text to its word.
func checkParse(t *testing.T, data []byte) {
	t.Helper()
	root, findings := yamldoc.Parse("x", data)
	if root == nil && !findings.HasErrors() {
		t.Error("neither a node nor an error")
	}
	again, same := yamldoc.Parse("x", data)
	if fmt.Sprint(findings) != fmt.Sprint(same) || (root == nil) != (again == nil) {
		t.Errorf("a second run differs: %v and %v", findings, same)
	}
	lines := yamldoc.Lines(string(data))
	for _, d := range findings {
		checkSpan(t, lines, d.Span, d.String())
		for _, r := range d.Related {
			checkSpan(t, lines, r.Span, d.String())
		}
	}
	checkEdits(t, lines, findings)
	checkNode(t, lines, root)
}

// checkSpan holds a place to lie within the file. A place for something that
// is missing at the end of a line stands behind its last character.
func checkSpan(t *testing.T, lines []string, s diag.Span, what string) {
	t.Helper()
	if s.Start.IsZero() {
		return
	}
	for _, p := range []diag.Pos{s.Start, s.End} {
		if p.IsZero() {
			continue
		}
		if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > utf8.RuneCountInString(lines[p.Line-1])+1 {
			t.Errorf("%s: %v lies outside the file", what, p)
		}
	}
	if !s.End.IsZero() && s.End.Before(s.Start) {
		t.Errorf("%s: it ends before it begins: %v", what, s)
	}
}

// checkEdits holds the edits to lie within the file and not to overlap. Made
// together, those of all slips leave a text that can be read, if one was read.
func checkEdits(t *testing.T, lines []string, findings diag.List) {
	t.Helper()
	var all []diag.Edit
	mendable := true
	for _, d := range findings {
		for _, e := range d.Edits {
			checkSpan(t, lines, e.Span, "edit of "+d.String())
			if e.Start.Line != e.End.Line || e.End.Column > utf8.RuneCountInString(lines[e.Start.Line-1])+1 {
				t.Fatalf("edit of %v beyond its line: %v", d, e.Span)
			}
		}
		all = append(all, d.Edits...)
		if slices.Contains(slipCodes(), d.Code) && len(d.Edits) == 0 || d.Code == repair.CodeSyntax {
			mendable = false
		}
	}
	slices.SortStableFunc(all, func(a, b diag.Edit) int {
		switch {
		case a.Start.Before(b.Start):
			return -1
		case b.Start.Before(a.Start):
			return 1
		default:
			return 0
		}
	})
	for i := 1; i < len(all); i++ {
		if all[i].Start.Before(all[i-1].End) {
			t.Fatalf("edits overlap: %v and %v", all[i-1], all[i])
		}
	}
	if mendable && len(all) > 0 && !yamldoc.Reads([]byte(mended(strings.Join(lines, "\n"), all))) {
		t.Errorf("with the edits %v it cannot be read", all)
	}
}

func checkNode(t *testing.T, lines []string, n *yamldoc.Node) {
	t.Helper()
	if n == nil {
		return
	}
	checkSpan(t, lines, n.Span, "node")
	checkSpan(t, lines, n.CutAt, "comment")
	for _, p := range n.Pairs {
		checkNode(t, lines, p.Key)
		checkNode(t, lines, p.Value)
	}
	for _, item := range n.Items {
		checkNode(t, lines, item)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sound))
	for _, text := range []string{
		"a: 'b'c'\n", "a: {b: [c, d}\n", "\ta: b\n  \tc: d\n", "a: b\r\n c: d\r\n", "\uFEFFa: \"b\nc: d", "a: |-x\n", "---\na: &b *c\n---\n",
		"<<<<<<< x\na: b\n=======\na: c\n>>>>>>> y\n", "a: “b”: c\n", "a\u2028b: c\n d: [\u0085]\n", "- a: b\n -c: d\n", "a: \"\\q\"\n", "\xff\xfea\x00", "? a\n: b: c\n",
		"a: b: c: d\n#e: f\n g: h i:\n", "%TAG ! x\na", "a: \x00\n", "é: “ü\nñ: 'ó\n", "a: \"b\n  c\" d\n", "\"\"\n0:",
	} {
		f.Add([]byte(text))
	}
	for _, d := range drafts(f)[:8] {
		d.r = rand.New(rand.NewPCG(3, 3))
		if s := kinds[len(d.name)%len(kinds)].spoil(d); s != nil {
			f.Add([]byte(s.text()))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkParse(t, data) })
}

// hostile are texts that would take a search without bounds for ever.
func hostile(size int) map[string]string {
	some := func(alphabet string) string {
		r := rand.New(rand.NewPCG(1, 2))
		b := make([]byte, size)
		for i := range b {
			b[i] = alphabet[r.IntN(len(alphabet))]
		}
		return string(b)
	}
	of := func(piece string) string { return strings.Repeat(piece, size/len(piece)) }
	return map[string]string{
		"brackets": of("["), "questions": of("? "), "colons": of("a: "), "quotes": of(`"`), "commas": "a: [" + of(",") + "\nb",
		"quotes by the line": of("a: \"\n"), "tabs by the line": of("\ta: b\n"), "apostrophes": of("a: 'b'c\n"), "spaces": of("\u00a0a: b\n"),
		"collections": of("a: {b: [c, d}, e: \"f]\n"), "a long line": `a: "` + of("x: y, "), "comments": of("# a: b\n") + "[",
		"merges": of("<<<<<<< a\nb\n=======\n"), "characters": some("ab:-[]{}\"'#&*!|>%@`,? \n\n  "), "words": some("a: \n"),
		"one key": of("a") + ":\n b", "long lines": of(strings.Repeat("a: [b, ", 600) + "\n"),
	}
}

// Hostile input is read like any other.
func TestHostileInput(t *testing.T) {
	for name, text := range hostile(1 << 14) {
		t.Run(name, func(t *testing.T) { checkParse(t, []byte(text)) })
	}
}

// largeFile is a framework of so many lines with a slip near its end.
func largeFile(lines int) string {
	var b strings.Builder
	b.WriteString("rubric: v1\nid: large\ntitle: Large\nscale: four-levels\nitems:\n")
	for i := 0; i < lines; i += 5 {
		fmt.Fprintf(&b, "  \"%d\":\n    title: Leads the work of the school\n    items:\n", i)
		fmt.Fprintf(&b, "      %d.1: develops an understanding of the school and of its community, in order to lead it\n      %d.2: Gives feedback\n", i, i)
	}
	b.WriteString("  last:\n    title Lost its colon\n    items:\n      last.1: Is read all the same\n")
	return b.String()
}

// BenchmarkRepair finds a slip near the end of a long file.
func BenchmarkRepair(b *testing.B) {
	for _, lines := range []int{200, 2_000, 20_000} {
		text := largeFile(lines)
		b.Run(fmt.Sprintf("%d lines", lines), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if errors := errorsOf(text); len(errors) != 1 || errors[0].Code != repair.CodeMissingColon {
					b.Fatal(errors)
				}
			}
		})
	}
}
