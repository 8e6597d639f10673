package load_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// head is the first three lines of the frameworks of these tests: what a test
// gives begins in line 4.
const head = "rubric: v1\nid: coaching\ntitle: Coaching\n"

// read loads head and what follows it.
func read(body string) (*rubric.Framework, diag.List) {
	return load.Framework("f.yaml", []byte(head+body))
}

// mustRead loads a framework that has no finding at all.
func mustRead(t *testing.T, body string) *rubric.Framework {
	t.Helper()
	f, findings := read(body)
	for _, d := range findings {
		t.Errorf("%s", d)
	}
	if t.Failed() {
		t.FailNow()
	}
	return f
}

// places gives each finding as "line:column code".
func places(findings diag.List) []string {
	var out []string
	for _, d := range findings {
		out = append(out, fmt.Sprintf("%d:%d %s", d.Start.Line, d.Start.Column, d.Code))
	}
	return out
}

// Whatever is wrong, one mistake is one finding, in its place: what could not
// be read is not reported again as missing, empty or unknown.
func TestOneMistakeIsOneFinding(t *testing.T) {
	const rest = "scale: four-levels\nitems: {a: Observes}\n"
	for name, c := range map[string]struct{ body, want string }{
		"misspelt required key":          {"scale: four-levels\nitem: {a: Observes}\n", "5:1 unknown-key"},
		"quoted empty text":              {"text: \"\"\n" + rest, "4:7 empty-value"},
		"quoted blank text":              {"publisher: ' '\n" + rest, "4:12 empty-value"},
		"list for a text":                {"text: [a, b]\n" + rest, "4:7 wrong-type"},
		"source is a text":               {"source: Handbook\n" + rest, "4:9 wrong-type"},
		"empty source":                   {"source: {}\n" + rest, "4:9 empty-value"},
		"tiers is a text":                {"tiers: Standard\n" + rest, "4:8 wrong-type"},
		"tags declared as a list":        {"tags: [L1]\nscale: four-levels\nitems: {a: {text: Observes, tags: [L1]}}\n", "4:7 wrong-type"},
		"tag declared twice":             {"tags: {L1: One, L1: Two}\n" + rest, "4:17 duplicate-key"},
		"empty items":                    {"scale: four-levels\nitems: {}\n", "5:8 empty-value"},
		"nothing after items":            {"scale: four-levels\nitems:\n", "5:7 empty-value"},
		"items below an item are a list": {"scale: four-levels\nitems:\n  a:\n    title: Feedback\n    items: [Observes]\n", "8:12 wrong-type"},
		"item is a list":                 {"scale: four-levels\nitems:\n  a: [Observes]\n", "6:6 wrong-type"},
		"item of quotes only":            {"scale: four-levels\nitems:\n  a: ''\n", "6:3 empty-item"},
		"item with an empty title":       {"scale: four-levels\nitems:\n  a: {title: }\n", "6:14 empty-value"},
		"item of a comment":              {"scale: four-levels\nitems:\n  a: #1 priority\n", "6:6 text-cut"},
		"unknown scale of the framework": {"scale: foo\nitems: {a: Observes, b: {title: B, scale: [1], levels: {1: x}}}\n", "4:8 unknown-scale"},
		"unknown scale of a parent":      {"items: {a: {title: A, scale: foo, items: {a1: Observes, a2: {text: Plans, levels: {1: x}}}}}\n", "4:30 unknown-scale"},
		"broken scale of the file":       {"scales: {mine: {levels: [1, 2]}}\nscale: mine\nitems: {a: Observes}\n", "4:25 wrong-type"},
		"scale defined twice":            {"scales: {mine: {levels: {1: A}}, mine: {levels: {2: B}}}\nscale: mine\nitems: {a: Observes}\n", "4:34 duplicate-key"},
		"scale of no levels":             {"scale: {levels: {}}\nitems: {a: Observes}\n", "4:17 empty-value"},
		"scale with levels and own":      {"scale: {own: true, levels: {1: A}}\nitems: {a: Observes}\n", "4:8 scale-shape"},
		"own is no truth value":          {"scale: {own: yes}\nitems: {a: Observes}\n", "4:14 wrong-type"},
		"list of no levels":              {"scale: four-levels\nitems: {a: {text: Observes, scale: []}}\n", "5:36 empty-value"},
		"list without a scale above":     {"items: {a: {text: Observes, scale: [1, 2]}}\n", "4:36 no-scale"},
		"list below an own scale":        {"scale: own\nitems: {a: {text: Observes, scale: [1, 2]}}\n", "5:36 no-scale"},
		"list with an unknown level":     {"scale: four-levels\nitems: {a: {text: Observes, scale: [1, 9]}}\n", "5:40 unknown-level"},
		"no scale, with levels":          {"items: {a: {text: Observes, levels: {1: x}}, b: {text: Plans, levels: {1: y}}}\n", "4:9 no-scale"},
		"no scale, levels on a parent":   {"items: {a: {title: A, levels: {1: x}, items: {a1: Observes}}}\n", "4:9 no-scale"},
		"own without levels":             {"scale: own\nitems: {a: Observes}\n", "5:9 no-levels"},
		"own with empty levels":          {"scale: own\nitems: {a: {text: Observes, levels: {}}}\n", "5:37 empty-value"},
		"own with levels as a list":      {"scale: own\nitems: {a: {text: Observes, levels: [x]}}\n", "5:37 wrong-type"},
		"own with one word for two":      {"scale: own\nitems: {a: {text: Observes, levels: {1: {label: Good}, 2: {label: good}}}}\n", "5:67 ambiguous-word"},
		"own without the blank level":    {"scale: {own: true, blank: \"0\"}\nitems: {a: {text: Observes, levels: {1: x, 2: y}}}\n", "5:37 unknown-level"},
		"blank is no level":              {"scale: {levels: {1: A, 2: B}, blank: \"0\"}\nitems: {a: Observes}\n", "4:38 unknown-level"},
		"value is a word":                {"scale: {levels: {a: {label: A, value: 2}, b: {label: B, value: x}}}\nitems: {a: Observes}\n", "4:64 bad-number"},
		"value on some levels":           {"scale: {levels: {a: {label: A, value: 2}, b: B, c: C}}\nitems: {a: Observes}\n", "4:43 level-values"},
		"value stands still":             {"scale: {levels: {a: {value: 1}, b: {value: 1.0}}}\nitems: {a: Observes}\n", "4:44 level-values"},
		"levels highest first":           {"scale: {levels: {3: C, 2: B, 1: A}}\nitems: {a: Observes}\n", "4:24 level-values"},
		"range ends below its start":     {"scale: {levels: {a: {from: 5, value: 4}, b: {value: 9}}}\nitems: {a: Observes}\n", "4:28 level-range"},
		"ranges overlap":                 {"scale: {levels: {a: {from: 1, value: 4}, b: {from: 4, value: 9}}}\nitems: {a: Observes}\n", "4:52 level-range"},
		"step of nothing":                {"scale: {levels: {1: A}, step: 0}\nitems: {a: Observes}\n", "4:31 bad-number"},
		"weight below nothing":           {"scale: four-levels\nitems: {a: {text: Observes, weight: -1}}\n", "5:37 bad-number"},
		"weight with a comma":            {"scale: four-levels\nitems: {a: {text: Observes, weight: \"1,5\"}}\n", "5:37 bad-number"},
		"null state of no words":         {"scale: {levels: {1: A}, nulls: {not_observed: []}}\nitems: {a: Observes}\n", "4:47 empty-value"},
		"null state that is none":        {"scale: {levels: {1: A}, nulls: {missing: blank}}\nitems: {a: Observes}\n", "4:33 unknown-key"},
		"null word that is a level":      {"scale: {levels: {1: A}, nulls: {not_observed: [Not seen, a]}}\nitems: {a: Observes}\n", "4:47 ambiguous-word"},
		"rated is a word":                {"scale: four-levels\nitems: {a: {text: Observes, rated: yes}}\n", "5:36 wrong-type"},
		"level without a code":           {"scale: {levels: {\"\": A, 2: B}}\nitems: {a: Observes}\n", "4:18 bad-code"},
		"level twice":                    {"scale: {levels: {1: A, 1: B}}\nitems: {a: Observes}\n", "4:24 duplicate-level"},
		"copied branch":                  {"scale: four-levels\nitems:\n  a: {title: A, items: {a1: Observes, a2: Plans}}\n  a: {title: A, items: {a1: Observes, a2: Plans}}\n", "7:3 duplicate-code"},
		"anchor and its repetition":      {"scale: four-levels\nitems:\n  a: &x Observes\n  b: *x\n", "6:6 anchor\n7:6 anchor"},
		"levels by reference":            {"scale: {levels: &x {1: A, 2: B}}\nitems: {a: {text: Observes, levels: *x}}\n", "4:17 anchor\n5:37 anchor"},
		"number by reference":            {"scale: {levels: &x {1: A, 2: B}}\nitems: {a: {text: Observes, weight: *x}}\n", "4:17 anchor\n5:37 anchor"},
		"keys by reference":              {"scale: four-levels\nitems:\n  a: &x {title: A}\n  b:\n    <<: *x\n", "6:6 anchor\n8:5 anchor"},
		"list as a code":                 {"scale: four-levels\nitems:\n  [a]: Observes\n", "6:3 wrong-type"},
		"item of a placeholder":          {"scale: four-levels\nitems:\n  a: {{text}}\n", "6:7 wrong-type"},
		"title of a placeholder":         {"scale: four-levels\nitems:\n  a: {title: {{title}}}\n", "6:15 wrong-type"},
		"source of a placeholder":        {"source: {{source}}\nscale: four-levels\nitems: {a: Observes}\n", "4:10 wrong-type"},
		"second document":                {rest + "---\nrubric: v1\n", "6:1 second-document"},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := read(c.body)
			if diff := cmp.Diff(c.want, strings.Join(places(findings), "\n")); diff != "" {
				t.Errorf("%s(-want +got)\n%s", diff, findings)
			}
		})
	}
}

// What is no framework at all gives none, and says why.
func TestNoFramework(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nothing":      {"", "0:0 empty-file"},
		"comments":     {"# to be written\n", "0:0 empty-file"},
		"a list":       {"- Observes\n- Plans\n", "1:1 wrong-type"},
		"a text":       {"Observes lessons\n", "1:1 wrong-type"},
		"Windows-1252": {"rubric: v1\ntitle: Lyc\xe9e\n", "2:11 not-utf8"},
		"a letter after a mark and old line ends": {"\ufeffrubric: v1\rtitle: é\xe9\r", "2:9 not-utf8"},
		"a byte behind the mark":                  {"\ufeff\x95", "1:1 not-utf8"},
		"UTF-16":                                  {"\xff\xfer\x00", "1:1 not-utf8"},
	} {
		t.Run(name, func(t *testing.T) {
			f, findings := load.Framework("f.yaml", []byte(c.text))
			if f != nil {
				t.Error("there is a framework")
			}
			if diff := cmp.Diff([]string{c.want}, places(findings)); diff != "" {
				t.Errorf("%s(-want +got)\n%s", diff, findings)
			}
		})
	}
}

// An unknown key names the one that was probably meant, and what is allowed.
func TestUnknownKeyHints(t *testing.T) {
	for name, c := range map[string]struct{ body, near, allowed string }{
		"of the framework": {"scale: four-levels\npublischer: X\nitems: {a: Observes}\n", "publisher", "rubric, id, title, version"},
		"of an item":       {"scale: four-levels\nitems: {a: {text: Observes, wieght: 2}}\n", "weight", "title, text, stem"},
		"of a level":       {"scale: {levels: {1: {lable: A}}}\nitems: {a: Observes}\n", "label", "label, value, from, text"},
		"of a scale":       {"scale: {levels: {1: A}, steps: 1}\nitems: {a: Observes}\n", "step", "levels, own, step, nulls, blank"},
		"of the nulls":     {"scale: {levels: {1: A}, nulls: {not_aplicable: x}}\nitems: {a: Observes}\n", "not_applicable", "not_applicable, not_observed"},
		"of the source":    {"source: {right: none}\nscale: four-levels\nitems: {a: Observes}\n", "rights", "title, url, retrieved, rights, note"},
		"like no key":      {"scale: four-levels\ncolour: red\nitems: {a: Observes}\n", "", "rubric, id"},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := read(c.body)
			if len(findings) != 1 || findings[0].Code != yamldoc.CodeUnknownKey {
				t.Fatalf("want one unknown key, got %v", findings)
			}
			hint := findings[0].Hint
			if near := fmt.Sprintf("did you mean %q?", c.near); strings.Contains(hint, "did you mean") != (c.near != "") || c.near != "" && !strings.Contains(hint, near) {
				t.Errorf("the hint is %q, want it to name %q", hint, c.near)
			}
			if !strings.Contains(hint, "allowed here: "+c.allowed) {
				t.Errorf("the hint is %q, want it to list %s", hint, c.allowed)
			}
		})
	}
}

// Whatever is wrong in a file is found at once, in the order of the file.
func TestAllMistakesAtOnce(t *testing.T) {
	_, findings := load.Framework("f.yaml", []byte(`rubric: v2
id: no good
titel: Coaching
language: English
tags: {L1: Level 1}
scale: four-levels
items:
  a: {text: Observes, tags: [L2], weight: none}
  (b): Plans
  a: Gives feedback
  c:
  d: {text: Reflects, levels: {5: Always}}
`))
	want := []string{
		"1:9 format-version", "2:5 bad-id", "3:1 unknown-key", "4:11 bad-language", "8:30 unknown-tag",
		"8:43 bad-number", "9:3 bad-code", "10:3 duplicate-code", "11:3 empty-item", "12:32 unknown-level",
	}
	if diff := cmp.Diff(want, places(findings)); diff != "" {
		t.Error(diff)
	}
}

// With errors the framework holds what could be read.
func TestWhatCouldBeReadIsThere(t *testing.T) {
	f, findings := read("language: English\nscale: four-levels\nitems: {a: Observes, b: {weight: x, text: Plans}}\n")
	if !findings.HasErrors() || f == nil {
		t.Fatalf("framework %v, findings %v", f, findings)
	}
	if b := f.Item("b"); f.Title != "Coaching" || b == nil || b.Text != "Plans" || b.HasWeight {
		t.Errorf("the rest was not read: %+v", b)
	}
}

// The SHA-256 is that of the bytes as they were read.
func TestSHA256(t *testing.T) {
	const want = "49566f8631160370dfa9ba0c2b773f5995b7e46d3cac42926934552ed6ef5ca6"
	f := mustRead(t, "scale: four-levels\nitems: {a: Observes}\n")
	if f.SHA256 != want {
		t.Errorf("got %s, want %s", f.SHA256, want)
	}
}
