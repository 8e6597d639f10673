package yamldoc_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// sourceOf is the stretch of a source that a span marks.
func sourceOf(lines []string, s diag.Span) string {
	if s.Start.Line == s.End.Line {
		return string([]rune(lines[s.Start.Line-1])[s.Start.Column-1 : s.End.Column-1])
	}
	return "over several lines"
}

func TestWithin(t *testing.T) {
	for name, c := range map[string]struct{ source, part, want, marked string }{
		"plain":                      {"t: leads the team", "the", "1:10", "the"},
		"plain, over lines":          {"t: leads\n  the\n\n  team", "team", "4:3", "team"},
		"behind accents":             {"é: Ünïcode é word", "word", "1:14", "word"},
		"a flow map":                 {"t: {a: leads the team}", "the", "1:14", "the"},
		"single quotes":              {"t: 'it''s the team''s'", "team's", "1:15", "team''s"},
		"double quotes":              {`t: "a \"good\" \u00e9l\xe8ve"`, "élève", "1:16", `\u00e9l\xe8ve`},
		"line ends as escapes":       {`t: "one\ntwo three"`, "three", "1:14", "three"},
		"line end taken away":        {"t: \"lea\\\n  ding teams\"", "teams", "2:8", "teams"},
		"double quotes, over lines":  {"t: \"leads\n  the\n  team\"", "team", "3:3", "team"},
		"literal block":              {"t: |\n  - leads\n    - the\n  - team\n", "team", "4:5", "team"},
		"block with its indentation": {"t: |2-\n    leads\n  the team\n", "team", "3:7", "team"},
		"folded block":               {"t: >- # why\n  leads\n  the\n\n  team\n", "team", "5:3", "team"},
		"windows line ends":          {"t: |\r\n  leads\r\n  the team\r\n", "team", "3:7", "team"},
		"a no-break space":           {"t: the\u00a0team", "\u00a0", "1:7", "\u00a0"},
		"a no-break space, escaped":  {`t: "the\_team"`, "\u00a0", "1:8", `\_`},
	} {
		t.Run(name, func(t *testing.T) {
			n := textNode(t, c.source)
			lines := yamldoc.Lines(c.source)
			from := strings.Index(n.Value, c.part)
			if from < 0 {
				t.Fatalf("%q does not hold %q", n.Value, c.part)
			}
			got, ok := yamldoc.Within(lines, n.Span, n.Value, from, from+len(c.part))
			if !ok || got.String() != "f:"+c.want || sourceOf(lines, got) != c.marked {
				t.Errorf("%q stands at %s (%t), want %s", c.part, got, ok, c.want)
			}
		})
	}
}

// textNode is the value of the first key, of the map below it where it is one.
func textNode(t interface{ Fatal(...any) }, source string) *yamldoc.Node {
	root, findings := yamldoc.Parse("f", []byte(source))
	if len(findings) > 0 {
		t.Fatal(findings.Error())
	}
	n := root.Pairs[0].Value
	if n.Kind == yamldoc.Map {
		n = n.Pairs[0].Value
	}
	return n
}

func TestWithinGivesUp(t *testing.T) {
	lines := []string{"t: leads the team"}
	at := diag.Span{File: "f", Start: diag.Pos{Line: 1, Column: 4}}
	for name, c := range map[string]struct {
		at       diag.Span
		value    string
		from, to int
	}{
		"another text":       {at, "leads a team", 6, 7},
		"more than there is": {at, "leads the team well", 15, 19},
		"behind the value":   {at, "leads", 3, 6},
		"backwards":          {at, "leads", 3, 2},
		"no such line":       {diag.Span{File: "f", Start: diag.Pos{Line: 2, Column: 1}}, "leads", 0, 1},
		"no such column":     {diag.Span{File: "f", Start: diag.Pos{Line: 1, Column: 40}}, "leads", 0, 1},
		"no place":           {diag.Span{File: "f"}, "leads", 0, 1},
	} {
		if got, ok := yamldoc.Within(lines, c.at, c.value, c.from, c.to); ok || got != c.at {
			t.Errorf("%s: got %v, %t", name, got, ok)
		}
	}
}

// In whatever style a text is written, each of its words is found where it
// stands.
func TestWithinProperties(t *testing.T) {
	word := rapid.StringMatching(`[a-zé世]{1,6}`)
	styles := []func(words []string, breaks []int) string{
		func(w []string, b []int) string { return join(w, b, "t: ", "\n   ") },
		func(w []string, b []int) string { return join(w, b, "t: '", "\n\n   ") + "'" },
		func(w []string, b []int) string { return join(w, b, "t: \"", " \\\n \\ ") + "\"" },
		func(w []string, b []int) string { return join(w, b, "t: |\n  ", "\n    ") + "\n" },
		func(w []string, b []int) string { return join(w, b, "t: >-\n ", "\n ") + "\n" },
	}
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 12).Draw(t, "words")
		breaks := rapid.SliceOfN(rapid.IntRange(0, 2), len(words), len(words)).Draw(t, "breaks")
		source := rapid.SampledFrom(styles).Draw(t, "style")(words, breaks)
		n, lines := textNode(t, source), yamldoc.Lines(source)
		at := 0
		for _, w := range words {
			from := at + strings.Index(n.Value[at:], w)
			at = from + len(w)
			got, ok := yamldoc.Within(lines, n.Span, n.Value, from, at)
			if !ok || sourceOf(lines, got) != w {
				t.Fatalf("%q in %q: %v, %t", w, source, got, ok)
			}
		}
	})
}

// join sets words apart by a space or, where breaks says 0, by a line break.
func join(words []string, breaks []int, start, lineBreak string) string {
	var b strings.Builder
	b.WriteString(start)
	for i, w := range words {
		if i > 0 {
			b.WriteString([]string{lineBreak, " ", "  "}[breaks[i]])
		}
		b.WriteString(w)
	}
	return b.String()
}
