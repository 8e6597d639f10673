package fix

import (
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
	"rubrickit/rubric/yamldoc/repair"
)

// Where the mistake is the depth of lines, the repair is certain if no other
// depth gives a file that reads as well: the slip is undone in every way it
// could have been meant, and all but one of them have more errors, or come to
// the same.

// isDepth reports whether edits change the white space at the start of lines,
// and nothing else.
func (t text) isDepth(d diag.Diagnostic) bool {
	if d.Code != repair.CodeTab && d.Code != repair.CodeIndentation || len(d.Edits) == 0 {
		return false
	}
	return !slices.ContainsFunc(d.Edits, func(e diag.Edit) bool {
		was, ok := t.between(e.Span)
		return !ok || e.Start.Column != 1 || strings.TrimSpace(was+e.Text) != ""
	})
}

// depth makes the edits of the first finding about depth that is certain.
func (r *repairer) depth() bool {
	t := newText(r.Data)
	for i, d := range r.Left {
		if t.isDepth(d) && r.onlyDepth(t, i) && r.make(diag.List{d}) {
			return true
		}
	}
	return false
}

// onlyDepth reports whether the edits of a finding are better than any like
// them, all else that YAML stops at being repaired as proposed.
func (r *repairer) onlyDepth(t text, i int) bool {
	d, others := r.Left[i], slices.Concat(r.Left[:i], r.Left[i+1:])
	others = slices.DeleteFunc(others, func(d diag.Diagnostic) bool { return !isSyntax(d.Code) })
	best, errors := r.reading(d, others)
	if best == nil {
		return false
	}
	return !slices.ContainsFunc(t.rivals(d), func(rival diag.Diagnostic) bool {
		tree, n := r.reading(rival, others)
		return tree != nil && n <= errors && !sameTree(best, tree, nil)
	})
}

// reading is what the file says with the edits of findings made, those of the
// first in any case, and how many errors it has; nil where it cannot be read.
func (r *repairer) reading(first diag.Diagnostic, others diag.List) (*yamldoc.Node, int) {
	after, made := Apply(r.Data, append(diag.List{first}, others...))
	if len(made) == 0 || !yamldoc.Reads(after) {
		return nil, 0
	}
	tree, _ := yamldoc.Parse(r.file, after)
	return tree, r.check(r.file, after).Count(diag.Error)
}

// rivals are a finding with other edits: the lines at every other depth that
// the file has, or the tabs of several lines at every usual width.
func (t text) rivals(d diag.Diagnostic) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, depth := range t.depths(d.Edits) {
		rival := d
		rival.Edits = slices.Clone(d.Edits)
		for i, e := range d.Edits {
			rival.Edits[i].Text = strings.Repeat(" ", max(len(e.Text)+depth-len(d.Edits[0].Text), 0))
		}
		out = append(out, rival)
	}
	for _, width := range []int{1, 2, 3, 4, 8} {
		rival := d
		rival.Edits = slices.Clone(d.Edits)
		for i, e := range d.Edits {
			was, _ := t.between(e.Span)
			rival.Edits[i].Text = strings.ReplaceAll(was, "\t", strings.Repeat(" ", width))
		}
		out = append(out, rival)
	}
	return out
}

// maxDepths bounds how many depths are tried.
const maxDepths = 16

// depths are those at which lines begin that the edits leave alone, and one
// step deeper, the shallowest first.
func (t text) depths(edits []diag.Edit) []int {
	edited := map[int]bool{}
	for _, e := range edits {
		edited[e.Start.Line] = true
	}
	var out []int
	for n := range t.lines {
		if l := t.line(n + 1); !edited[n+1] && strings.TrimSpace(l) != "" {
			out = append(out, indentOf(l), indentOf(l)+step)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), maxDepths)]
}
