package yamldoc

import (
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc/repair"
)

// mend reads a text that YAML cannot read as it stands, repaired slip by slip.
// The node and all findings stand where they belong in the text as it is. The
// node is nil when a slip is left for which no repair was found.
func mend(file string, lines []string, at *repair.Stop, fits func(*Node) int) (*Node, diag.List) {
	r := repair.New(file, lines, stops, func(lines []string) repair.Verdict { return judge(lines, fits) })
	var found diag.List
	for {
		after, slip := r.Mend(lines, *at)
		found.Add(slip)
		if after == nil {
			return nil, found
		}
		doc := read(file, after)
		if doc.stop == nil {
			doc.node.move(r.Span)
			for _, d := range doc.findings {
				found.Add(r.Finding(d))
			}
			return doc.node, found
		}
		lines, at = after, doc.stop
	}
}

// stops reports how many bytes the parser reads of a text, and where it stops.
func stops(lines []string) (size int, at *repair.Stop) {
	tree := scan(lines)
	return tree.size, tree.stop
}

// judge counts what is wrong with a text that can be parsed, and its keys.
func judge(lines []string, fits func(*Node) int) repair.Verdict {
	doc := read("", lines)
	v := repair.Verdict{Misfits: doc.findings.Count(diag.Error)}
	if doc.node == nil {
		return v
	}
	if fits != nil {
		v.Misfits += fits(doc.node)
	}
	keyed := map[int]bool{}
	doc.node.keyLines(keyed)
	v.Keyed = len(keyed)
	return v
}

// keyLines marks the lines on which a key stands.
func (n *Node) keyLines(lines map[int]bool) {
	for _, p := range n.Pairs {
		lines[p.Key.Span.Start.Line] = true
		p.Value.keyLines(lines)
	}
	for _, item := range n.Items {
		item.keyLines(lines)
	}
}

// move gives all places of a tree anew, in place.
func (n *Node) move(to func(diag.Span) diag.Span) {
	if n == nil {
		return
	}
	n.Span, n.CutAt = to(n.Span), to(n.CutAt)
	for _, p := range n.Pairs {
		p.Key.move(to)
		p.Value.move(to)
	}
	for _, item := range n.Items {
		item.move(to)
	}
}
