package fix

import (
	"strings"

	"rubrickit/rubric/diag"
)

// remarks puts each remark on a line of its own in the column of what it was
// aligned with: the next key or dash, or else the nearest above.
func (l *layout) remarks() {
	for n := len(l.rows); n >= 1; n-- {
		r := l.row(n)
		if r.to >= 0 || r.blank || !r.isRemark() {
			continue
		}
		r.to = 0
		if next := l.nextHead(n); next != nil && next.indent == r.indent {
			r.to = next.to
		} else if above := l.headAbove(n); above != nil {
			r.to = above.to
		} else if next != nil {
			r.to = next.to
		}
	}
}

func (l *layout) nextHead(n int) *row {
	for n++; n <= len(l.rows); n++ {
		if r := l.row(n); r.heads {
			return r
		}
	}
	return nil
}

// headAbove is the nearest key or dash above a line that stands no deeper.
func (l *layout) headAbove(n int) *row {
	indent := l.row(n).indent
	for n--; n >= 1; n-- {
		if r := l.row(n); r.heads && r.indent <= indent {
			return r
		}
	}
	return nil
}

// edits are what lays the file out.
func (l *layout) edits() []diag.Edit {
	out := l.gaps
	blank := false
	for i := range l.rows {
		r, n := &l.rows[i], i+1
		if r.blank && !r.inside && (blank || l.isEnd(n)) {
			out = append(out, l.drop(n)...)
			continue
		}
		blank = r.blank && !r.inside
		out = append(out, r.edits(n)...)
	}
	if last := l.row(len(l.rows)); !last.blank {
		at := diag.Pos{Line: len(l.rows), Column: len(last.runes) + 1}
		out = append(out, diag.Edit{Span: diag.Span{Start: at, End: at}, Text: "\n"})
	}
	return out
}

// isEnd reports whether only blank lines follow, none of which belong to a
// text.
func (l *layout) isEnd(n int) bool {
	for ; n <= len(l.rows); n++ {
		if r := l.row(n); !r.blank || r.inside {
			return false
		}
	}
	return true
}

// drop takes a line away with its line break. What stands behind the last
// line break has none, and is emptied.
func (l *layout) drop(n int) []diag.Edit {
	end := diag.Pos{Line: n + 1, Column: 1}
	if n == len(l.rows) {
		end = diag.Pos{Line: n, Column: len(l.row(n).runes) + 1}
	}
	if start := (diag.Pos{Line: n, Column: 1}); start != end {
		return []diag.Edit{{Span: diag.Span{Start: start, End: end}}}
	}
	return nil
}

// edits begin the line in its column and end it with its last character.
func (r *row) edits(n int) []diag.Edit {
	var out []diag.Edit
	to := max(r.to, 0)
	if r.to < 0 && !r.blank {
		to = r.indent
	}
	put := func(from, until int, text string) {
		if string(r.runes[from:until]) != text {
			span := diag.Span{Start: diag.Pos{Line: n, Column: from + 1}, End: diag.Pos{Line: n, Column: until + 1}}
			out = append(out, diag.Edit{Span: span, Text: text})
		}
	}
	put(0, r.indent, strings.Repeat(" ", to))
	if end := r.end(); end > r.indent {
		put(end, len(r.runes), "")
	}
	return out
}

// end is behind the last character that is to stay.
func (r *row) end() int {
	end := len(r.runes)
	for end > 0 && (r.runes[end-1] == ' ' || r.runes[end-1] == '\t') {
		end--
	}
	if r.keepsEnd || end > 0 && r.runes[end-1] == '\\' {
		return len(r.runes)
	}
	return end
}
