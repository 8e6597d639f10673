package fix_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
)

// check does what validate does with a framework file.
func check(file string, data []byte) diag.List {
	f, findings := load.Framework(file, data)
	if f != nil {
		findings = append(findings, lint.RunWith(f, lint.Options{Source: data, Loaded: findings})...)
	}
	return findings.Sorted()
}

func codes(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, string(d.Code))
	}
	return out
}

const head = "rubric: v1\nid: x\ntitle: X\nsource: {title: constructed, rights: none}\nscale: yes-no\n"

type example struct{ code, before, after string }

// certain are slips with the one repair that they can have.
var certain = []example{
	{"missing-colon", "items:\n  1.1: Lead\n  1.2 Teach\n", "items:\n  1.1: Lead\n  1.2: Teach\n"},
	{"missing-colon", "items:\n  a:\n    title Lead\n    items: {b: B}\n", "items:\n  a:\n    title: Lead\n    items: {b: B}\n"},
	{"missing-space", "items:\n  1.1: Lead\n  1.2:Teach\n", "items:\n  1.1: Lead\n  1.2: Teach\n"},
	{"unclosed-quote", "items:\n  a: \"Lead\n  b: Teach\n", "items:\n  a: \"Lead\"\n  b: Teach\n"},
	{"unclosed-quote", "items:\n  \"1\": Lead\n  \"2: Teach\n", "items:\n  \"1\": Lead\n  \"2\": Teach\n"},
	{"unclosed-bracket", "tiers: [One\nitems:\n  a: A\n", "tiers: [One]\nitems:\n  a: A\n"},
	{"quote-in-text", "items:\n  a: 'Don't wait'\n", "items:\n  a: 'Don''t wait'\n"},
	{"colon-in-text", "items:\n  a: Lead staff: weekly\n", "items:\n  a: 'Lead staff: weekly'\n"},
	{"reserved-character", "items:\n  a: @home\n", "items:\n  a: '@home'\n"},
	{"backslash", "items:\n  a: \"40\\% more\"\n", "items:\n  a: \"40\\\\% more\"\n"},
	{"smart-quote", "items:\n  a: “Lead: well”\n", "items:\n  a: \"Lead: well\"\n"},
	{"tab", "items:\n  a: A\n  b:\n\ttitle: B\n", "items:\n  a: A\n  b:\n    title: B\n"},
	{"indentation", "items:\n  a: A\n  b:\n    title: B\n   items: {c: C}\n", "items:\n  a: A\n  b:\n    title: B\n    items: {c: C}\n"},
	{"no-break-space", "items:\n  a: A\n \u00a0b: B\n", "items:\n  a: A\n  b: B\n"},
	{"control-character", "items:\n  a: A\x0b\n", "items:\n  a: A\n"},
	{"invisible-character", "items:\n  a: Lead\u00a0the te\u200bam\n", "items:\n  a: Lead the team\n"},
	{"stray-glyph", "items:\n  a: ✓ Lead\n  b: \"• Teach\"\n", "items:\n  a: Lead\n  b: \"Teach\"\n"},
	{"mojibake", "items:\n  a: Lead the Ã©cole\n", "items:\n  a: Lead the école\n"},
	{"not-utf8", "items:\n  a: Lead the \xe9cole\n", "items:\n  a: Lead the école\n"},
}

// uncertain are slips that could have meant something else too.
var uncertain = []struct{ code, before string }{
	{"missing-colon", "items:\n  a: Lead the\n  school well\n"},
	{"missing-colon", "items:\n  1.1: Lead\n  1.1 Teach\n"},
	{"unclosed-quote", "items:\n  a: \"Lead # staff\n"},
	{"reserved-character", "items:\n  a: [Draft\n"},
	{"missing-space", "items:\n  a: Lead\n  http:Teach\n"},
	{"colon-in-text", "items:\n  ab: A\n  b: Teach ab: B\n"},
	{"colon-in-text", "items:\n  a: {text: Lead}\n  b: Teach wellweight: 2\n"},
	{"colon-in-text", "items:\n  a:\n    title: Lead text: Teach\n    stem: Leaders\n    items: {b: B}\n"},
	{"quote-in-text", "items:\n  a: \"Own\" and \"lead\"\n"},
	{"backslash", "items:\n  a: \"C:\\docs\\new\"\n"},
	{"indentation", "items:\n  a:\n    title: A\n    items:\n      b: B\n   c: C\n"},
	{"stray-glyph", "items:\n  a: • Lead • Teach\n"},
	{"stray-glyph", "items:\n  a: Use the sign ✓\n"},
	{"stray-glyph", "items:\n  a: • - Lead\n"},
	{"text-cut", "items:\n  a: Rank teams #1\n"},
	{"unknown-key", "items:\n  a: {titel: A}\n"},
	{"duplicate-code", "items:\n  a: A\n  a: B\n"},
	{"not-utf8", "items:\n  a: \x81\n"},
	{"not-utf8", "items:\n  a: \xe9\x00\n"},
}

func TestRepairCertain(t *testing.T) {
	for _, c := range certain {
		t.Run(c.code, func(t *testing.T) {
			for name, write := range hands {
				before, after := write(head+c.before), write(head+c.after)
				r := fix.Repair("f.yaml", []byte(before), check)
				if string(r.Data) != after || !contains(r.Fixed, c.code) || contains(r.Left, c.code) {
					t.Errorf("%s: %q became %q\nfixed %v\nleft %v", name, before, r.Data, r.Fixed, r.Left)
				}
			}
		})
	}
}

// hands are ways to end lines and begin files.
var hands = map[string]func(string) string{
	"as it is":     func(s string) string { return s },
	"Windows":      func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"marked":       func(s string) string { return "\uFEFF" + s },
	"without end":  func(s string) string { return strings.TrimRight(s, "\n") },
	"with remarks": func(s string) string { return "# a remark:  'x\n" + s + "# the end  \n\n\n" },
}

func contains(list diag.List, code string) bool {
	for _, d := range list {
		if string(d.Code) == code {
			return true
		}
	}
	return false
}

func TestRepairLeavesWhatIsUncertain(t *testing.T) {
	for _, c := range uncertain {
		r := fix.Repair("f.yaml", []byte(head+c.before), check)
		if string(r.Data) != head+c.before || len(r.Fixed) > 0 {
			t.Errorf("%q became %q: %v", c.before, r.Data, r.Fixed)
		}
		if !contains(r.Left, c.code) {
			t.Errorf("%q has %v, not %s", c.before, r.Left, c.code)
		}
	}
}

// Several slips of one file are undone in one run, and the rest is reported.
func TestRepairAll(t *testing.T) {
	before := head + "items:\n  1.1: Lead\n  1.2 Teach\n  1.3: Learn\n  1.4: 'Don't'\n  1.5: {titel: Rest}\n  1.6: \"Try\n"
	r := fix.Repair("f.yaml", []byte(before), check)
	if diff := cmp.Diff([]string{"unknown-key"}, codes(r.Left)); diff != "" {
		t.Errorf("%s\n%s", diff, r.Data)
	}
	if diff := cmp.Diff(r.Left, check("f.yaml", r.Data)); diff != "" {
		t.Errorf("what is left is not what the file has:\n%s", diff)
	}
}

// A checker that proposes to lose a word, or to change another text than the
// one it is about, is not followed.
func TestRepairRefusesLoss(t *testing.T) {
	data := []byte("a: one two\nb: three\n")
	for name, edit := range map[string]diag.Edit{
		"a word lost":     {Span: between(1, 7, 1, 11)},
		"a word put in":   {Span: between(1, 4, 1, 4), Text: "no "},
		"a key made":      {Span: between(1, 7, 1, 7), Text: ": "},
		"a list made":     {Span: between(1, 4, 1, 4), Text: "- "},
		"outside":         {Span: between(9, 1, 9, 2), Text: " "},
		"a text made one": {Span: between(1, 11, 2, 1), Text: " "},
	} {
		for _, code := range fix.CertainCodes() {
			if code == "mojibake" && edit.Text != ": " {
				continue // which may change letters
			}
			propose := func(string, []byte) diag.List {
				return diag.List{{Span: edit.Span, Code: code, Severity: diag.Warning, Edits: []diag.Edit{edit}}}
			}
			if r := fix.Repair("f.yaml", data, propose); !bytes.Equal(r.Data, data) || len(r.Fixed) > 0 {
				t.Errorf("%s, %s: %q", name, code, r.Data)
			}
		}
	}
}

// What would be an error after the repair that was none before is none.
func TestRepairRefusesNewErrors(t *testing.T) {
	data := []byte("a: one  two\n")
	propose := func(_ string, now []byte) diag.List {
		list := diag.List{{Code: "stray-glyph", Edits: []diag.Edit{{Span: between(1, 7, 1, 8)}}}}
		if !bytes.Equal(now, data) {
			list = diag.List{{Code: "unknown-key", Severity: diag.Error, Message: "new"}}
		}
		return list
	}
	if r := fix.Repair("f.yaml", data, propose); !bytes.Equal(r.Data, data) {
		t.Errorf("%q", r.Data)
	}
}

// As long as YAML cannot read a file, only what it stops at is repaired.
func TestRepairMendsSyntaxFirst(t *testing.T) {
	data := []byte("a: 'one\nb: • two\n")
	propose := func(string, []byte) diag.List {
		return diag.List{{Code: "stray-glyph", Edits: []diag.Edit{{Span: between(2, 4, 2, 6)}}}}
	}
	if r := fix.Repair("f.yaml", data, propose); !bytes.Equal(r.Data, data) {
		t.Errorf("%q", r.Data)
	}
}

// A text that is no framework at all is not written again in another encoding.
func TestRepairLeavesOtherTexts(t *testing.T) {
	for _, text := range []string{"\xe9cole\n", "- \xe9cole\n", "\xff\xfea\x00"} {
		if r := fix.Repair("f.yaml", []byte(text), check); string(r.Data) != text {
			t.Errorf("%q became %q", text, r.Data)
		}
	}
}

func between(line, column, endLine, endColumn int) diag.Span {
	return diag.Span{File: "f.yaml", Start: diag.Pos{Line: line, Column: column}, End: diag.Pos{Line: endLine, Column: endColumn}}
}

// Any slip of one character in a framework of any hand: what is repaired says
// every word that it said, and has fewer errors.
func TestRepairAnyHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runes := []rune(anyHand(t))
		at := rapid.IntRange(0, len(runes)-1).Draw(t, "at")
		slip := rapid.SampledFrom([]string{"", " ", "\t", "\u00a0", ":", "'", `"`, "-", "“", "{", "@"}).Draw(t, "slip")
		checkRepair(t, []byte(string(runes[:at])+slip+string(runes[at+1:])))
	})
}

// checkRepair tests what holds for the repair of any file.
func checkRepair(t rapid.TB, data []byte) {
	before := check("f.yaml", data)
	r := fix.Repair("f.yaml", data, check)
	if diff := cmp.Diff(r.Left, check("f.yaml", r.Data)); diff != "" {
		t.Errorf("what is left is not what the file has:\n%s", diff)
	}
	if again := fix.Repair("f.yaml", r.Data, check); !bytes.Equal(again.Data, r.Data) || len(again.Fixed) > 0 {
		t.Errorf("a second run changes %q to %q: %v", r.Data, again.Data, again.Fixed)
	}
	if bytes.Equal(data, r.Data) != (len(r.Fixed) == 0) {
		t.Errorf("%q became %q by %v", data, r.Data, r.Fixed)
	}
	if contains(r.Fixed, "not-utf8") {
		return // only now can it be read, and have errors
	}
	if r.Left.Count(diag.Error) > before.Count(diag.Error) {
		t.Errorf("%q became %q, with more errors: %v", data, r.Data, r.Left)
	}
	if !contains(r.Fixed, "mojibake") && words(data) != words(r.Data) {
		t.Errorf("%q became %q: not the same words", data, r.Data)
	}
}

// words is every letter and digit of a text.
func words(data []byte) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, string(data))
}
