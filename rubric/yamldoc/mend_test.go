package yamldoc_test

import (
	"fmt"
	"testing"

	"rubrickit/rubric/yamldoc"
)

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
