package yamldoc_test

import (
	"testing"

	"rubrickit/rubric/yamldoc"
)

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
