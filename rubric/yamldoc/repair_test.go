package yamldoc_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// sound is a file without a mistake; each case spoils a piece of it.
const sound = `rubric: v1
id: coaching
title: Coaching
source: {title: Handbook, rights: none stated}
tiers:
  - Practice
  - Skill
scale: four-levels
items:
  C:
    title: "Coaching: the craft"
    text: |-
      Two skills.
      Both matter.
    items:
      C.1: Observes lessons
      C.2: Gives feedback within a week
`

const titleText, firstItem = `"Coaching: the craft"`, "C.1: Observes lessons"

// repairs are slips in the sound file: the code and the place that they are
// reported with, and what the repair makes of them. Where mended is empty, it
// brings back what was.
var repairs = []struct {
	was, now string
	code     diag.Code
	at       string
	mended   string
}{
	{"title: Coaching\n", "title Coaching\n", yamldoc.CodeMissingColon, "3:6", ""},
	{"title: Coaching\n", "title; Coaching\n", yamldoc.CodeMissingColon, "3:6", ""},
	{"title: Coaching\n", "title = Coaching\n", yamldoc.CodeMissingColon, "3:6", ""},
	{"    items:\n", "    items\n", yamldoc.CodeMissingColon, "15:10", ""},
	{"id: coaching", "id:coaching", yamldoc.CodeMissingSpace, "2:4", ""},
	{"id: coaching", "id:c oaching", yamldoc.CodeMissingSpace, "2:4", ""},
	{firstItem, "C.1 :Observes lessons", yamldoc.CodeMissingSpace, "16:10", ""},
	{"- Skill", "-Skill", yamldoc.CodeMissingSpace, "7:4", ""},
	{titleText, `"Coaching: the craft`, yamldoc.CodeUnclosedQuote, "11:12", ""},
	{titleText, `"Coaching: the craft'`, yamldoc.CodeUnclosedQuote, "11:12", ""},
	{titleText, `Coaching: the craft"`, yamldoc.CodeUnclosedQuote, "11:12", ""},
	{"  C:\n", "  \"C:\n", yamldoc.CodeUnclosedQuote, "10:3", "  \"C\":\n"},
	{titleText, `"Coaching: the "craft" of it"`, yamldoc.CodeQuoteInText, "11:27", `"Coaching: the \"craft\" of it"`},
	{titleText, `'Coaching: the coach's craft'`, yamldoc.CodeQuoteInText, "11:32", `'Coaching: the coach''s craft'`},
	{titleText, `"Coaching: the craft""`, yamldoc.CodeQuoteInText, "11:32", ""},
	{firstItem, `C.1: "Often" observes`, yamldoc.CodeQuoteInText, "16:12", `C.1: '"Often" observes'`},
	{titleText, `"Coaching: C:\My craft"`, yamldoc.CodeBackslash, "11:25", `"Coaching: C:\\My craft"`},
	{titleText, `"Coaching: the craft”`, yamldoc.CodeSmartQuote, "11:32", ""},
	{titleText, `“Coaching: the craft”`, yamldoc.CodeSmartQuote, "11:12", ""},
	{"    items:\n", "\t\titems:\n", yamldoc.CodeTab, "15:1", ""},
	{"    items:\n", "  \titems:\n", yamldoc.CodeTab, "15:3", ""},
	{"    title:", "\u00a0\u00a0  title:", yamldoc.CodeNoBreakSpace, "11:1", ""},
	{"id: coaching", "id:\u00a0coaching", yamldoc.CodeNoBreakSpace, "2:4", ""},
	{firstItem, "C.1: Obs\x0berves lessons", yamldoc.CodeControlCharacter, "16:15", ""},
	{firstItem, "C.1: Observes\u2028lessons", yamldoc.CodeControlCharacter, "16:20", ""},
	{"    title:", "     title:", yamldoc.CodeIndentation, "11:6", ""},
	{"      C.2:", "     C.2:", yamldoc.CodeIndentation, "17:6", ""},
	{"      Both matter.", "    Both matter.", yamldoc.CodeIndentation, "14:5", ""},
	{"  - Skill", "  Skill", yamldoc.CodeMissingDash, "7:3", ""},
	{"none stated}", "none stated", yamldoc.CodeUnclosedBracket, "4:9", ""},
	{"none stated}", "none stated]", yamldoc.CodeUnclosedBracket, "4:46", ""},
	{"none stated}", "none stated}}", yamldoc.CodeUnclosedBracket, "4:47", ""},
	{"{title: Handbook", "title: Handbook", yamldoc.CodeUnclosedBracket, "4:9", ""},
	{"Handbook, rights", "Handbook rights", yamldoc.CodeMissingComma, "4:25", ""},
	{firstItem, "C.1: First: observes", yamldoc.CodeColonInText, "16:17", "C.1: 'First: observes'"},
	{firstItem, "C.1: @all, observe", yamldoc.CodeReservedCharacter, "16:12", "C.1: '@all, observe'"},
	{firstItem, "C.1: [draft] the school's", yamldoc.CodeReservedCharacter, "16:12", `C.1: "[draft] the school's"`},
	{firstItem, "C.1: Observes #1\n        lessons", yamldoc.CodeTextCut, "16:21", "C.1: 'Observes #1\n        lessons'"},
	{"four-levels\nitems:", "four-levels items:", yamldoc.CodeJoinedLines, "8:20", ""},
	{"four-levels\nitems:", "four-levelsitems:", yamldoc.CodeJoinedLines, "8:19", ""},
	{"    items:\n", "    #items:\n", yamldoc.CodeStrayText, "15:5", ""},
	{"items:\n  C:", "items:\n%%\n  C:", yamldoc.CodeStrayText, "10:1", "items:\n\n  C:"},
	{"id: coaching\n", "<<<<<<< HEAD\nid: coaching\n=======\nid: coach\n>>>>>>> draft\n", yamldoc.CodeConflictMarker, "2:1", "<<<<<<< HEAD\nid: coaching\n=======\nid: coach\n>>>>>>> draft\n"},
}

// TestRepair holds each kind of slip to its code, its place and its repair.
func TestRepair(t *testing.T) {
	covered := map[diag.Code]bool{}
	for _, c := range repairs {
		covered[c.code] = true
		t.Run(fmt.Sprintf("%s %q", c.code, c.now), func(t *testing.T) {
			text := strings.Replace(sound, c.was, c.now, 1)
			errors := errorsOf(text)
			if len(errors) != 1 || errors[0].Code != c.code || errors[0].Span.String() != "x.yaml:"+c.at {
				t.Fatalf("%v\nwant one %s at %s", errors, c.code, c.at)
			}
			if errors[0].Hint == "" || !errors[0].Start.Before(errors[0].End) {
				t.Errorf("no hint or no end: %+v", errors[0])
			}
			want := c.mended
			if want == "" {
				want = c.was
			}
			if diff := cmp.Diff(strings.Replace(sound, c.was, want, 1), mended(text, errors[0].Edits)); diff != "" {
				t.Errorf("mended otherwise (-want +got):\n%s", diff)
			}
		})
	}
	for _, code := range yamldoc.SlipCodes() {
		if !covered[code] {
			t.Errorf("no case for the slip %s", code)
		}
	}
}

func TestSlipCodesAreCodes(t *testing.T) {
	for _, code := range yamldoc.SlipCodes() {
		if !slices.Contains(yamldoc.Codes(), code) {
			t.Errorf("%s is not among the codes of the package", code)
		}
	}
}

// Three slips and two other mistakes are all found in one run, in the places
// where they stand in the file, also below a slip that joins or tabs lines.
func TestSeveralSlips(t *testing.T) {
	text := strings.NewReplacer(
		"title: Coaching\n", "title Coaching\n",
		"four-levels\nitems:", "four-level items:",
		"    items:\n", "\t\titems:\n",
		"      C.2: Gives", "      C.1: Gives",
	).Replace(sound)
	var got []string
	for _, d := range errorsOf(text) {
		got = append(got, fmt.Sprintf("%d:%d %s", d.Start.Line, d.Start.Column, d.Code))
	}
	want := []string{"3:6 missing-colon", "8:8 unknown-scale", "8:19 joined-lines", "14:1 tab", "16:7 duplicate-code"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// Positions in the node are those of the file, not of the repaired text.
func TestNodePlacesAfterRepair(t *testing.T) {
	root, findings := yamldoc.Parse("x", []byte("a: \"one\" b: [two, \"three\"]\nc: four: five\nd: six\n"))
	if root == nil || len(findings) != 2 {
		t.Fatalf("%v %v", root, findings)
	}
	for _, c := range []struct {
		node *yamldoc.Node
		want string
	}{
		{root.Get("a"), "1:4-1:9"}, {root.Pairs[1].Key, "1:10-1:11"}, {root.Get("b").Items[1], "1:19-1:26"},
		{root.Get("c"), "2:4-2:14"}, {root.Get("d"), "3:4-3:7"},
	} {
		s := c.node.Span
		if got := fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Column, s.End.Line, s.End.Column); got != c.want {
			t.Errorf("%q stands at %s, want %s", c.node.Value, got, c.want)
		}
	}
}

// Without a repair the place is where the parser stopped, and the message
// says no more than is known.
func TestUnrepaired(t *testing.T) {
	for name, text := range map[string]string{
		"slips without number": "]]}}\n{[\n: ]\n\n\n",
		"too deep":             strings.Repeat("[", 20_000),
		"nothing but marks":    "]]}}\n{[\n",
	} {
		root, findings := yamldoc.Parse("x", []byte(text))
		if root != nil || len(findings) == 0 {
			t.Errorf("%s: %v %v", name, root, findings)
			continue
		}
		last := findings[len(findings)-1]
		if last.Code != yamldoc.CodeSyntax || last.Edits != nil || !strings.Contains(last.Message, "stopped here") {
			t.Errorf("%s: %v", name, last)
		}
		if at := last.Start; strings.TrimSpace(yamldoc.Lines(text)[at.Line-1]) == "" {
			t.Errorf("%s: reported on the blank line %d", name, at.Line)
		}
	}
}

func TestMaxSlips(t *testing.T) {
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, "key%d: some text\nslip%d text\nend%d: more text\n\n", i, i, i)
	}
	root, findings := yamldoc.Parse("x", []byte(b.String()))
	if root != nil || len(findings) != 9 {
		t.Fatalf("%d findings, want 8 slips and one that says that there are more: %v", len(findings), findings)
	}
	last := findings[8]
	if last.Code != yamldoc.CodeSyntax || !strings.Contains(last.Hint, "first") {
		t.Errorf("%v (%s)", last, last.Hint)
	}
}

// Characters that YAML takes for line ends and editors do not are reported
// and do not move the places below them.
func TestSeparators(t *testing.T) {
	root, findings := yamldoc.Parse("x", []byte("a: \"one\u2028two\"\nb: c\n"))
	if root == nil || len(findings) != 1 || findings[0].String() != "x:1:8: error[control-character]: the invisible character U+2028 stands here" {
		t.Fatalf("%v %v", root, findings)
	}
	if got := root.Get("a").Value; got != "one two" {
		t.Errorf("a is %q", got)
	}
	if at := root.Get("b").Span.Start; at.Line != 2 || at.Column != 4 {
		t.Errorf("the value of b stands at %v, want 2:4", at)
	}
}
