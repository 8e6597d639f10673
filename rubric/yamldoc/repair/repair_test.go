package repair_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
	"rubrickit/rubric/yamldoc/repair"
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
	{"title: Coaching\n", "title Coaching\n", repair.CodeMissingColon, "3:6", ""},
	{"title: Coaching\n", "title; Coaching\n", repair.CodeMissingColon, "3:6", ""},
	{"title: Coaching\n", "title = Coaching\n", repair.CodeMissingColon, "3:6", ""},
	{"    items:\n", "    items\n", repair.CodeMissingColon, "15:10", ""},
	{"id: coaching", "id:coaching", repair.CodeMissingSpace, "2:4", ""},
	{"id: coaching", "id:c oaching", repair.CodeMissingSpace, "2:4", ""},
	{firstItem, "C.1 :Observes lessons", repair.CodeMissingSpace, "16:10", ""},
	{"- Skill", "-Skill", repair.CodeMissingSpace, "7:4", ""},
	{titleText, `"Coaching: the craft`, repair.CodeUnclosedQuote, "11:12", ""},
	{titleText, `"Coaching: the craft'`, repair.CodeUnclosedQuote, "11:12", ""},
	{titleText, `Coaching: the craft"`, repair.CodeUnclosedQuote, "11:12", ""},
	{"  C:\n", "  \"C:\n", repair.CodeUnclosedQuote, "10:3", "  \"C\":\n"},
	{titleText, `"Coaching: the "craft" of it"`, repair.CodeQuoteInText, "11:27", `"Coaching: the \"craft\" of it"`},
	{titleText, `'Coaching: the coach's craft'`, repair.CodeQuoteInText, "11:32", `'Coaching: the coach''s craft'`},
	{titleText, `"Coaching: the craft""`, repair.CodeQuoteInText, "11:32", ""},
	{firstItem, `C.1: "Often" observes`, repair.CodeQuoteInText, "16:12", `C.1: '"Often" observes'`},
	{titleText, `"Coaching: C:\My craft"`, repair.CodeBackslash, "11:25", `"Coaching: C:\\My craft"`},
	{titleText, `"Coaching: the craft”`, repair.CodeSmartQuote, "11:32", ""},
	{titleText, `“Coaching: the craft”`, repair.CodeSmartQuote, "11:12", ""},
	{"    items:\n", "\t\titems:\n", repair.CodeTab, "15:1", ""},
	{"    items:\n", "  \titems:\n", repair.CodeTab, "15:3", ""},
	{"    title:", "\u00a0\u00a0  title:", repair.CodeNoBreakSpace, "11:1", ""},
	{"id: coaching", "id:\u00a0coaching", repair.CodeNoBreakSpace, "2:4", ""},
	{firstItem, "C.1: Obs\x0berves lessons", repair.CodeControlCharacter, "16:15", ""},
	{firstItem, "C.1: Observes\u2028lessons", repair.CodeControlCharacter, "16:20", ""},
	{"    title:", "     title:", repair.CodeIndentation, "11:6", ""},
	{"      C.2:", "     C.2:", repair.CodeIndentation, "17:6", ""},
	{"      Both matter.", "    Both matter.", repair.CodeIndentation, "14:5", ""},
	{"  - Skill", "  Skill", repair.CodeMissingDash, "7:3", ""},
	{"none stated}", "none stated", repair.CodeUnclosedBracket, "4:9", ""},
	{"none stated}", "none stated]", repair.CodeUnclosedBracket, "4:46", ""},
	{"none stated}", "none stated}}", repair.CodeUnclosedBracket, "4:47", ""},
	{"{title: Handbook", "title: Handbook", repair.CodeUnclosedBracket, "4:9", ""},
	{"Handbook, rights", "Handbook rights", repair.CodeMissingComma, "4:25", ""},
	{firstItem, "C.1: First: observes", repair.CodeColonInText, "16:17", "C.1: 'First: observes'"},
	{firstItem, "C.1: @all, observe", repair.CodeReservedCharacter, "16:12", "C.1: '@all, observe'"},
	{firstItem, "C.1: [draft] the school's", repair.CodeReservedCharacter, "16:12", `C.1: "[draft] the school's"`},
	{firstItem, "C.1: Observes #1\n        lessons", repair.CodeTextCut, "16:21", "C.1: 'Observes #1\n        lessons'"},
	{"four-levels\nitems:", "four-levels items:", repair.CodeJoinedLines, "8:20", ""},
	{"four-levels\nitems:", "four-levelsitems:", repair.CodeJoinedLines, "8:19", ""},
	{"    items:\n", "    #items:\n", repair.CodeStrayText, "15:5", ""},
	{"items:\n  C:", "items:\n%%\n  C:", repair.CodeStrayText, "10:1", "items:\n\n  C:"},
	{"id: coaching\n", "<<<<<<< HEAD\nid: coaching\n=======\nid: coach\n>>>>>>> draft\n", repair.CodeConflictMarker, "2:1", "<<<<<<< HEAD\nid: coaching\n=======\nid: coach\n>>>>>>> draft\n"},
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
			if errors[0].Hint == "" || errors[0].End.Before(errors[0].Start) {
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
	for _, code := range slipCodes() {
		if !covered[code] {
			t.Errorf("no case for the slip %s", code)
		}
	}
}

// slipCodes are the codes of slips that are undone.
func slipCodes() []diag.Code {
	return slices.DeleteFunc(repair.Codes(), func(c diag.Code) bool { return c == repair.CodeSyntax })
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
		if last.Code != repair.CodeSyntax || last.Edits != nil || !strings.Contains(last.Message, "stopped here") {
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
	if last.Code != repair.CodeSyntax || !strings.Contains(last.Hint, "first") {
		t.Errorf("%v (%s)", last, last.Hint)
	}
}
