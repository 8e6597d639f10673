package fix

import (
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// owner is what a value belongs to, a key or a dash: the column where it
// stands and the one where it is to stand, both counted from 0.
type owner struct{ was, is int }

func (l *layout) root(n *yamldoc.Node) {
	if n != nil {
		l.block(n, 0, owner{-1, -step})
	}
}

// block puts a value that begins on a line of its own in its column, and what
// it holds in columns to its right.
func (l *layout) block(n *yamldoc.Node, column int, of owner) {
	switch {
	case n.Kind == yamldoc.Scalar || l.isFlow(n):
		l.head(n.Span.Start, column)
		l.inner(n, of)
	case n.Kind == yamldoc.Map:
		for _, p := range n.Pairs {
			l.head(p.Key.Span.Start, column)
			l.pair(p, owner{p.Key.Span.Start.Column - 1, column})
		}
	default:
		l.list(n, column)
	}
}

// isFlow reports whether a collection is written in brackets.
func (l *layout) isFlow(n *yamldoc.Node) bool {
	c := l.char(n.Span.Start)
	return n.Kind == yamldoc.Map && c == '{' || n.Kind == yamldoc.List && c == '['
}

// pair lays out the value of a key.
func (l *layout) pair(p yamldoc.Pair, of owner) {
	switch key, value := p.Key.Span, p.Value.Span.Start; {
	case p.Value.IsEmpty() && p.Value.Value == "":
	case value.Line > key.Start.Line:
		l.block(p.Value, of.is+step, of)
	default:
		l.gap(key.End, value, ": ")
		l.inner(p.Value, of)
	}
}

// list lays out a list written with dashes, each entry two columns behind its
// dash. Its nodes do not say where the dashes are: they stand in one column.
func (l *layout) list(n *yamldoc.Node, column int) {
	dash := n.Span.Start
	for _, item := range n.Items {
		at, found := l.dashOf(item, dash)
		if !found {
			return // an entry without a value
		}
		dash.Line = at.Line + 1
		l.head(at, column)
		of := owner{at.Column - 1, column}
		if item.Span.Start.Line == at.Line {
			l.gap(diag.Pos{Line: at.Line, Column: at.Column + 1}, item.Span.Start, " ")
		}
		l.block(item, column+step, of)
	}
}

// dashOf finds the dash of an entry: on its line or above, not before the
// place from.
func (l *layout) dashOf(item *yamldoc.Node, from diag.Pos) (diag.Pos, bool) {
	for at := from; at.Line <= item.Span.Start.Line; at.Line++ {
		next := diag.Pos{Line: at.Line, Column: at.Column + 1}
		if l.char(at) == '-' && strings.ContainsRune(" \t\n", l.char(next)) && l.beginsWithDashes(at) {
			return at, true
		}
	}
	return from, false
}

// beginsWithDashes reports whether nothing but white space and the dashes of
// outer lists stands before a place on its line.
func (l *layout) beginsWithDashes(at diag.Pos) bool {
	return !slices.ContainsFunc(l.row(at.Line).runes[:at.Column-1], func(r rune) bool {
		return r != ' ' && r != '\t' && r != '-'
	})
}

// gap puts text between the end of a key or dash and the value behind it,
// where only white space and the colon stand there.
func (l *layout) gap(from, to diag.Pos, text string) {
	r := l.row(from.Line)
	if from.Line != to.Line || from.Column > to.Column || to.Column-1 > len(r.runes) {
		return
	}
	if was := string(r.runes[from.Column-1 : to.Column-1]); was != text && strings.TrimSpace(was) == strings.TrimSpace(text) {
		l.gaps = append(l.gaps, diag.Edit{Span: diag.Span{Start: from, End: to}, Text: text})
	}
}

// inner lays out the lines of a value below the one on which it begins.
func (l *layout) inner(n *yamldoc.Node, of owner) {
	switch {
	case n.Kind != yamldoc.Scalar:
		l.flow(n, of)
	case n.Style == yamldoc.Block:
		l.blockText(n.Span.Start, of)
	case n.Style == yamldoc.Quoted:
		l.quotedText(n.Span.Start, of)
	default:
		l.plainText(n.Span.Start, of)
	}
}

// flow moves the lines of a value in brackets along with its first line or its
// owner, and puts one space behind each colon in it.
func (l *layout) flow(n *yamldoc.Node, of owner) {
	l.flowGaps(n)
	start := n.Span.Start
	by := of.is - of.was
	if first := l.row(start.Line); first.indent == start.Column-1 {
		by = first.to - first.indent
	}
	for at := start.Line + 1; at <= l.flowEnd(start.Line, of); at++ {
		r := l.row(at)
		r.inside = true
		switch {
		case r.blank:
			r.to = 0
		case r.closes():
			r.to = max(r.indent+by, of.is, 0)
		default:
			r.to = max(r.indent+by, of.is+1)
		}
	}
}

// flowEnd is the last line that is deeper than the owner, or closes a bracket.
func (l *layout) flowEnd(first int, of owner) int {
	last := first
	for at := first + 1; at <= len(l.rows); at++ {
		r := l.row(at)
		if r.blank {
			continue
		}
		if r.indent < of.was || r.indent == of.was && !r.closes() {
			break
		}
		last = at
	}
	return last
}

// closes reports whether a line begins with a closing bracket.
func (r *row) closes() bool { return !r.blank && strings.ContainsRune("]}", r.runes[r.indent]) }

func (l *layout) flowGaps(n *yamldoc.Node) {
	for _, p := range n.Pairs {
		if p.Value.Value != "" || p.Value.Kind != yamldoc.Scalar {
			l.gap(p.Key.Span.End, p.Value.Span.Start, ": ")
		}
		l.flowGaps(p.Value)
	}
	for _, item := range n.Items {
		l.flowGaps(item)
	}
}
