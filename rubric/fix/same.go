package fix

import (
	"sort"
	"strings"
	"unicode"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// keepsWords reports whether every letter and digit that edits take away comes
// back with them, in order: what they change is signs and spaces only.
func (t text) keepsWords(edits []diag.Edit) bool {
	for _, e := range edits {
		before, ok := t.between(e.Span)
		if !ok || letters(before) != letters(e.Text) {
			return false
		}
	}
	return true
}

// letters is a text without all that is neither a letter nor a digit.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) {
			return r
		}
		return -1
	}, text)
}

// leaf is a node of a tree in document order. What a program reads of a file
// follows from its leaves alone.
type leaf struct {
	depth int
	kind  yamldoc.Kind
	style yamldoc.Style
	value string
	at    diag.Pos
}

func leaves(n *yamldoc.Node, depth int, out []leaf) []leaf {
	if n == nil {
		return out
	}
	out = append(out, leaf{depth, n.Kind, n.Style, n.Value, n.Span.Start})
	for _, p := range n.Pairs {
		out = leaves(p.Value, depth+1, leaves(p.Key, depth+1, out))
	}
	for _, item := range n.Items {
		out = leaves(item, depth+1, out)
	}
	return out
}

// sameTree reports whether two trees are one, texts that an edit touches apart:
// those may differ in what they say, not in place or kind.
func sameTree(before, after *yamldoc.Node, edits []diag.Edit) bool {
	was, is := leaves(before, 0, nil), leaves(after, 0, nil)
	if len(was) != len(is) {
		return false
	}
	touched := touchedLeaves(was, edits)
	for i := range was {
		if touched[i] {
			is[i].value = was[i].value
		}
		is[i].at = was[i].at
		if was[i] != is[i] {
			return false
		}
	}
	return true
}

// touchedLeaves tells which texts an edit begins in: behind the start of the
// text and before that of the next.
func touchedLeaves(list []leaf, edits []diag.Edit) map[int]bool {
	var texts []int
	for i, l := range list {
		if l.kind == yamldoc.Scalar && !l.at.IsZero() {
			texts = append(texts, i)
		}
	}
	touched := map[int]bool{}
	for _, e := range edits {
		next := sort.Search(len(texts), func(i int) bool { return e.Start.Before(list[texts[i]].at) })
		if next > 0 {
			touched[texts[next-1]] = true
		}
	}
	return touched
}
