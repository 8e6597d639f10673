package fix

import (
	"strings"
	"unicode"

	"rubrickit/rubric/diag"
)

// blockText moves the lines of a text after | or > to two columns right of its
// owner; deeper ones stay as much deeper. Where the header says how deep the
// text is, it is moved along with its owner.
func (l *layout) blockText(at diag.Pos, of owner) {
	first := l.row(at.Line)
	header, _, _ := strings.Cut(string(first.runes[at.Column-1:]), " ")
	from, to := -1, of.is+step
	if i := strings.IndexFunc(header, unicode.IsDigit); i >= 0 {
		from = of.was + int(header[i]-'0')
		to = from + of.is - of.was
	}
	last := at.Line
	for n := at.Line + 1; n <= len(l.rows); n++ {
		r := l.row(n)
		if from < 0 && !r.blank {
			from = r.indent
		}
		if !r.blank && (r.indent < from || r.indent <= of.was) {
			break
		}
		if !r.blank || strings.Contains(header, "+") {
			last = n
		}
	}
	for n := at.Line + 1; n <= last; n++ {
		r := l.row(n)
		r.inside, r.keepsEnd = true, true
		r.to = max(r.indent+to-from, 0)
		if r.blank && r.indent <= from {
			r.to = 0
		}
	}
}

// plainText moves the further lines of a text without quotes. It ends before
// a remark and where a line is no deeper than its owner.
func (l *layout) plainText(at diag.Pos, of owner) {
	last := at.Line
	for n := at.Line + 1; n <= len(l.rows); n++ {
		r := l.row(n)
		if !r.blank && (r.indent <= of.was || r.isRemark()) {
			break
		}
		if !r.blank {
			last = n
		}
	}
	l.further(at.Line, last, of)
}

// quotedText does the same up to the closing quote.
func (l *layout) quotedText(at diag.Pos, of owner) {
	q := l.char(at)
	last := at.Line
	for column := at.Column; last <= len(l.rows); column = 0 {
		if l.closes(last, column, q) {
			break
		}
		last++
	}
	l.further(at.Line, min(last, len(l.rows)), of)
}

// closes reports whether a quoted text ends on a line; column is where its
// text begins there, counted from 0.
func (l *layout) closes(line, column int, q rune) bool {
	runes := l.row(line).runes
	for i := column; i < len(runes); i++ {
		switch {
		case q == '"' && runes[i] == '\\':
			i++
		case runes[i] != q:
		case q == '\'' && i+1 < len(runes) && runes[i+1] == q:
			i++
		default:
			return true
		}
	}
	return false
}

// further moves the lines of a text behind the first one.
func (l *layout) further(first, last int, of owner) {
	for n := first + 1; n <= last; n++ {
		r := l.row(n)
		r.inside = true
		r.to = 0
		if !r.blank {
			r.to = of.is + step
		}
	}
}
