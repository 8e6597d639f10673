package crosswalk_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diag"
)

// withoutPlaces compares pairs but for where they stand.
var withoutPlaces = cmpopts.IgnoreFields(crosswalk.Pair{}, "Places")

// parse reads a crosswalk without errors.
func parse(t rapid.TB, text string) *crosswalk.Crosswalk {
	t.Helper()
	c, findings := crosswalk.Parse("c", []byte(text))
	if len(findings) > 0 {
		t.Fatalf("%v\n%s", findings, text)
	}
	return c
}

func flat(id, version string, items ...string) *rubric.Framework {
	f := &rubric.Framework{ID: id, Version: version}
	for _, item := range items {
		code, text, _ := strings.Cut(item, " ")
		it := &rubric.Item{Code: code, Text: text}
		it.Text, it.Retired = text, ""
		if rest, found := strings.CutPrefix(text, "(retired) "); found {
			it.Text, it.Retired = rest, "gone"
		}
		f.Items = append(f.Items, it)
	}
	f.Index()
	return f
}

// The same pairs in each form: codes stay texts, case and blanks of columns do
// not matter, a blank relation is undecided, and cells made for spreadsheets
// come back.
func TestForms(t *testing.T) {
	want := []crosswalk.Pair{
		{Source: "1.10", Target: "2", Relation: crosswalk.Overlaps, Note: "=SUM(1), or so", By: "AB", On: "2026-11-20", SourceText: "a1234567"},
		{Source: "No", Relation: crosswalk.None},
		{Target: "3", Relation: crosswalk.Undecided},
	}
	for name, text := range map[string]string{
		"yaml": "crosswalk: v1\nsource: a\ntarget: {id: b, version: \"2\"}\npairs:\n" +
			"  - {source: 1.10, target: 2, relation: overlaps, note: '=SUM(1), or so', by: AB, on: 2026-11-20, source_text: a1234567}\n" +
			"  - {source: No, relation: none}\n  - {target: 3, relation: undecided}\n",
		"csv": "\ufeffSource,Target,Relation,note,by,on,Source text,source_framework,target_framework,target_version,Discussed with\r\n" +
			"1.10,2,Overlaps,\"'=SUM(1), or so\",AB,2026-11-20,a1234567,a,b,2,all\r\nNo,,none,,,,,a,b,2,\r\n,,,,,,,,,,a heading\r\n,3,,,,,,a,b,2,\r\n",
		"semicolons below a title": "Crosswalk of May\n\nsource;target;relation;note;by;on;source_text;source_framework;target_framework;target_version\n" +
			"1.10;2;overlaps;=SUM(1), or so;AB;2026-11-20;a1234567;a;b;2\nNo;;none;;;;;;;\n;3;undecided;;;;;;;\n",
	} {
		t.Run(name, func(t *testing.T) {
			c := parse(t, text)
			if d := cmp.Diff(want, c.Pairs, withoutPlaces); d != "" {
				t.Errorf("pairs (-want +got):\n%s", d)
			}
			if c.Source.String() != "a" || c.Target.String() != "b 2" || len(c.SHA256) != 64 {
				t.Errorf("it is about %s and %s, SHA-256 %s", c.Source, c.Target, c.SHA256)
			}
		})
	}
}

// Each mistake is one finding, in its place.
func TestMistakes(t *testing.T) {
	yaml := func(pairs string) string { return head + "pairs:\n" + pairs }
	for _, c := range []struct {
		name, text string
		code       diag.Code
		line       int
		says       string
	}{
		{"a relation", yaml("  - {source: 1, target: 2, relation: sam}\n"), crosswalk.CodeRelation, 5, `"sam"`},
		{"a day", yaml("  - {source: 1, target: 2, relation: same, on: 1.5.2026}\n"), crosswalk.CodeValue, 5, "no day"},
		{"a hash", yaml("  - {source: 1, target: 2, relation: same, target_text: xyz}\n"), crosswalk.CodeValue, 5, "no hash"},
		{"no item", yaml("  - {relation: none}\n"), crosswalk.CodePair, 5, "no item"},
		{"one item", yaml("  - {target: 2, relation: same}\n"), crosswalk.CodePair, 5, "target 2 is same to no item"},
		{"twice", yaml("  - {source: 1, target: 2, relation: same}\n  - {source: 1, target: 2, relation: same}\n"), crosswalk.CodeTwice, 6, "1 → 2 stands in two rows"},
		{"half decided", yaml("  - {source: 1, target: 2, relation: same}\n  - {source: 1, target: 2, relation: undecided}\n"), crosswalk.CodeTwice, 6, "undecided in another"},
		{"two relations", yaml("  - {source: 1, target: 2, relation: same}\n  - {source: 1, target: 2, relation: none}\n"), crosswalk.CodeContradiction, 6, "is none here and same"},
		{"a gap that is none", yaml("  - {target: 2, relation: none}\n  - {source: 1, target: 2, relation: related}\n"), crosswalk.CodeContradiction, 6, "nothing fits target 2"},
		{"a format", strings.Replace(yaml(""), "v1", "v7", 1), crosswalk.CodeFormat, 1, `"v7"`},
		{"a column", "source,target,relatoin\n1,2,same\n", crosswalk.CodeTable, 1, "did you mean relation"},
		{"no relation", "source,target,note\n1,2,same\n", crosswalk.CodeTable, 1, "no column `relation`"},
		{"two columns", "source,target,relation,Relation\n1,2,same,same\n", crosswalk.CodeTable, 1, "two columns"},
		{"two frameworks", "source,target,relation,source_framework\n1,2,same,a\n2,2,same,b\n", crosswalk.CodeTable, 3, `"b" here and "a" above`},
		{"a quote", "source,target,relation\n1,\"2,same\n", crosswalk.CodeTable, 2, "cannot be read"},
		{"a row of a table", "source,target,relation\n1,2,same\n1,2,sam\n", crosswalk.CodeRelation, 3, `"sam"`},
		{"no workbook", "PK\x03\x04 and nothing else", crosswalk.CodeTable, 0, "the workbook cannot be read"},
		{"bytes", "source,target,relation\n1,\xff,same\n", "not-utf8", 0, "not UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := crosswalk.Parse("c", []byte(c.text))
			if len(findings) != 1 || findings[0].Code != c.code || findings[0].Start.Line != c.line || !strings.Contains(findings[0].Message, c.says) || findings[0].Hint == "" {
				t.Errorf("found %+v", findings)
			}
		})
	}
	if _, findings := crosswalk.Parse("c", make([]byte, 17<<20)); len(findings) != 1 || findings[0].Code != crosswalk.CodeFormat {
		t.Errorf("of 17 MiB of nothing: %v", findings)
	}
}

// What has become of the texts decides whether a row holds.
func TestHold(t *testing.T) {
	old := flat("a", "1", "1 listen", "2 plan", "3 hire", "4 greet", "5 twice", "6 twice")
	row := func(code, text string) string {
		return fmt.Sprintf("  - {source: %s, target: x, relation: same, source_text: %s}\n", code, text)
	}
	text := "crosswalk: v1\nsource: {id: a, version: 1}\ntarget: b\npairs:\n"
	for _, it := range old.Items[:5] {
		text += row(it.Code, crosswalk.TextHash(it))
	}
	text += "  - {source: 6, target: x, relation: same}\n"
	now := flat("a", "2", "1 listen", "20 plan", "3 hire well", "4 (retired) greet", "50 twice", "60 twice")
	rows, findings := parse(t, text).Hold(now, flat("b", "", "x see"))
	var got []string
	for _, r := range rows {
		got = append(got, strings.Trim(r.Source+" "+r.Stale+r.Moved, " "))
	}
	want := []string{
		"1", "20 2 is now 20", "3 the text of a 3 has changed", "4 a 4 is retired", "5 a has no item 5 any more", "6 a has no item 6 any more",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("rows (-want +got):\n%s", d)
	}
	if findings.HasErrors() || len(findings) != 5 {
		t.Errorf("findings %v", findings)
	}
}

// A code that never was is an error, also in a file that says nothing of
// versions; so are other frameworks.
func TestHoldRefuses(t *testing.T) {
	a, b := flat("a", "1", "1.1 listen"), flat("b", "2", "x see")
	for text, want := range map[string]diag.Code{
		"{source: 1.2, target: x, relation: same}": crosswalk.CodeItem,
		"{source: 1.1, target: y, relation: same}": crosswalk.CodeItem,
	} {
		_, findings := parse(t, string(withPairs(text))).Hold(a, b)
		if len(findings) != 1 || findings[0].Code != want || findings[0].Start.Line != 4 || findings[0].Severity != diag.Error {
			t.Errorf("%s: %v", text, findings)
		}
	}
	rows, findings := parse(t, string(withPairs("{source: 1.1, target: x, relation: same}"))).Hold(a, flat("c", "", "x see"))
	if rows != nil || len(findings) != 1 || findings[0].Code != crosswalk.CodeFramework {
		t.Errorf("for another framework: %v, %v", rows, findings)
	}
}

// Seen from its end, a crosswalk says the same the other way about, and places
// lead to what they led to.
func TestInverted(t *testing.T) {
	a, b := flat("a", "", "1 listen"), flat("b", "2", "x see")
	c := parse(t, string(withPairs("{source: 1, target: x, relation: broader}, {source: 1, target: y, relation: same}")))
	rows, findings := c.Hold(b, a)
	if rows[0].Source != "x" || rows[0].Relation != crosswalk.Narrower || rows[0].TargetItem != a.Items[0] || !c.LeadsBack(b, a) || c.LeadsBack(a, b) {
		t.Errorf("rows %+v", rows)
	}
	if want := (diag.Pos{Line: 4, Column: 72}); len(findings) != 1 || findings[0].Start != want {
		t.Errorf("findings %v", findings)
	}
	if d := cmp.Diff(c.Pairs, c.Inverted().Inverted().Pairs); d != "" {
		t.Errorf("twice inverted:\n%s", d)
	}
}

// Going one way and then the other never claims more than being related, and
// turning a way round turns its relation round.
func TestRelationsCompose(t *testing.T) {
	all := crosswalk.Relations()[:5]
	for _, r := range all {
		for _, s := range all {
			if got := r.After(s).Inverse(); got != s.Inverse().After(r.Inverse()) {
				t.Errorf("%s, %s: %s one way and %s the other", r, s, r.After(s), got)
			}
			for _, u := range all {
				if r.After(s).After(u) != r.After(s.After(u)) {
					t.Errorf("%s, %s, %s: the order of joining matters", r, s, u)
				}
			}
		}
		if r.After(crosswalk.Same) != r || r.Predicate() == "" || r.About() == "" {
			t.Errorf("%s: %+v", r, r)
		}
	}
	if got := crosswalk.Broader.After(crosswalk.Narrower); got != crosswalk.Related {
		t.Errorf("broader than what is narrower: %s", got)
	}
}

func TestChain(t *testing.T) {
	ab := parse(t, "crosswalk: v1\nsource: a\ntarget: {id: b, version: 1}\npairs:\n  - {source: 1, target: x, relation: same}\n"+
		"  - {source: 1, target: y, relation: overlaps}\n  - {source: 2, relation: none}\n  - {source: 3, target: x, relation: none}\n")
	cb := parse(t, "crosswalk: v1\nsource: c\ntarget: b\npairs:\n  - {source: k, target: x, relation: narrower}\n  - {source: k, target: y, relation: same}\n  - {source: m, target: x, relation: undecided}\n")
	got, findings := crosswalk.Chain("a", "c", []*crosswalk.Crosswalk{ab, cb})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	want := []crosswalk.Pair{{Source: "1", Target: "k", Relation: crosswalk.Broader, Note: "by way of b x (same, broader), and b y (overlaps, same)"}}
	if d := cmp.Diff(want, got.Pairs, withoutPlaces); d != "" {
		t.Errorf("derived (-want +got):\n%s", d)
	}
	if _, findings := crosswalk.Chain("a", "d", []*crosswalk.Crosswalk{ab, cb}); !findings.HasErrors() {
		t.Error("a way to another framework")
	}
	if _, findings := crosswalk.Chain("c", "b", []*crosswalk.Crosswalk{ab}); !findings.HasErrors() {
		t.Error("a way from another framework")
	}
	bc := parse(t, "crosswalk: v1\nsource: {id: b, version: 2}\ntarget: c\npairs:\n  - {source: x, target: k, relation: same}\n")
	if _, findings := crosswalk.Chain("a", "c", []*crosswalk.Crosswalk{ab, bc}); findings.HasErrors() || len(findings) != 1 {
		t.Errorf("two versions of what lies between: %v", findings)
	}
}

// Whatever stands in a row, each form gives it back.
func TestDraftsComeBack(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("aé 1.,;:'\"#-=+@{}[]\\\t|>%&*!?~—中")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		d := crosswalk.Draft{Source: crosswalk.Framework{ID: "a"}, Target: crosswalk.Framework{ID: "b", Version: "2.10"}}
		for i := range rapid.IntRange(1, 4).Draw(t, "rows") {
			d.Lines = append(d.Lines, crosswalk.Line{
				Pair: crosswalk.Pair{
					Source: fmt.Sprintf("1.%d0", i), Target: "No", Relation: rapid.SampledFrom(crosswalk.Relations()).Draw(t, "relation"),
					Note: strings.TrimSpace(text.Draw(t, "note")), By: strings.TrimSpace(text.Draw(t, "by")), SourceText: "e1234567",
				},
				SourceSays: text.Draw(t, "says") + "\n# x", TargetSays: "\u2028", Remark: "candidate 1", OfTarget: i%2 == 0,
			})
		}
		for _, f := range crosswalk.Formats() {
			var out bytes.Buffer
			if err := f.Write(&out, d); err != nil {
				t.Fatal(err)
			}
			c, findings := crosswalk.Parse("draft."+f.Name, out.Bytes())
			if len(findings) > 0 {
				t.Fatalf("%s: %v\n%s", f.Name, findings, out.Bytes())
			}
			want := slices.Clone(d.Lines)
			for i, got := range c.Pairs {
				if d := cmp.Diff(want[i].Pair, got, withoutPlaces); d != "" {
					t.Fatalf("%s (-want +got):\n%s\n%s", f.Name, d, out.Bytes())
				}
			}
			if len(c.Pairs) != len(want) || c.Target.Version != "2.10" {
				t.Fatalf("%s: %d pairs, version %s", f.Name, len(c.Pairs), c.Target.Version)
			}
		}
	})
}

// No text stays what it was when only white space changes, and a hash is no
// number to a spreadsheet.
func TestTextHash(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		hash := crosswalk.TextHash(&rubric.Item{Text: text})
		if len(hash) != 8 || hash[0] < 'a' || hash[0] > 'f' || hash != crosswalk.TextHash(&rubric.Item{Text: " " + text + "\n"}) {
			t.Errorf("%q: %s", text, hash)
		}
	})
	a, b := &rubric.Item{Title: "a", Levels: []rubric.Level{{Text: "x"}}}, &rubric.Item{Title: "a", Levels: []rubric.Level{{Text: "y"}}}
	if crosswalk.TextHash(a) == crosswalk.TextHash(b) {
		t.Error("descriptors that stand for the text are no part of it")
	}
}

// Whatever the bytes are, reading ends, and says something of what it refuses.
func FuzzParse(f *testing.F) {
	f.Add([]byte(head + "pairs:\n  - {source: 1, target: 2, relation: same}\n"))
	f.Add([]byte("source,target,relation\n1,2,same\n"))
	f.Add([]byte("source;target;relation\n1;\"2\nx\";none\n"))
	var book bytes.Buffer
	d := crosswalk.Draft{Source: crosswalk.Framework{ID: "a"}, Target: crosswalk.Framework{ID: "b"}, Lines: []crosswalk.Line{{Pair: crosswalk.Pair{Source: "1", Relation: crosswalk.None}}}}
	if err := crosswalk.Formats()[2].Write(&book, d); err != nil {
		f.Fatal(err)
	}
	f.Add(book.Bytes())
	a, b := flat("a", "", "1 listen"), flat("b", "", "2 see")
	f.Fuzz(func(t *testing.T, data []byte) {
		c, findings := crosswalk.Parse("c", data)
		if c == nil {
			if !findings.HasErrors() {
				t.Error("refused without a word")
			}
			return
		}
		c.Hold(a, b)
		c.Inverted().Hold(b, a)
	})
}
