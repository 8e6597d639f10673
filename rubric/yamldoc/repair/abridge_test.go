package repair_test

import (
	"strings"
	"testing"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
	"rubrickit/rubric/yamldoc/repair"
)

// A slip beside a line of megabytes, or near an end of it, is found like any
// other, and its repair is for the line in full.
func TestLongLines(t *testing.T) {
	long := strings.Repeat("wörd ", 200_000) + "end"
	for name, c := range map[string]struct {
		text, mended string
		code         diag.Code
	}{
		"below":        {"a: LONG\nb: x: y\n", "a: LONG\nb: 'x: y'\n", repair.CodeColonInText},
		"above":        {"a x\nb: LONG\n", "a: x\nb: LONG\n", repair.CodeMissingColon},
		"at its start": {"a: b\n c: LONG\n", "a: b\nc: LONG\n", repair.CodeIndentation},
		"at its end":   {"a: \"LONG\nb: c\n", "a: \"LONG\"\nb: c\n", repair.CodeUnclosedQuote},
		"at both ends": {"a: 'LONG' x\nb: c\n", "a: \"'LONG' x\"\nb: c\n", repair.CodeQuoteInText},
		"in brackets":  {"a: [x, LONG\nb: c\n", "a: [x, LONG]\nb: c\n", repair.CodeUnclosedBracket},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(c.text, "LONG", long, 1)
			_, findings := yamldoc.Parse("long.yaml", []byte(text))
			if len(findings) != 1 || findings[0].Code != c.code {
				t.Fatalf("%d findings, the first %v, want one %s", len(findings), findings[:1], c.code)
			}
			if got := strings.Replace(mended(text, findings[0].Edits), long, "LONG", 1); got != c.mended {
				t.Errorf("mended: %.200q, want %q", got, c.mended)
			}
		})
	}
}

// What happens in the middle of a line of megabytes is left to the parser.
func TestMiddleOfALongLine(t *testing.T) {
	long := strings.Repeat("word ", 200_000)
	node, findings := yamldoc.Parse("long.yaml", []byte("a: "+long+": "+long+"\nb: c\n"))
	if node != nil || len(findings) != 1 || findings[0].Code != repair.CodeSyntax {
		t.Errorf("%d findings, the first %v", len(findings), findings[:1])
	}
}
