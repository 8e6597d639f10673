package fix

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

// text is a file with the place of every line in it. A line ends at a line
// feed, a carriage return or both, as in [diag.Pos]; a byte order mark belongs
// to no line.
type text struct {
	data  []byte
	lines []line
}

// line is a stretch of bytes: its text up to end, its line break up to next.
type line struct{ start, end, next int }

const byteOrderMark = "\uFEFF"

func newText(data []byte) text {
	t := text{data: data}
	start := 0
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		start = len(byteOrderMark)
	}
	for {
		length := bytes.IndexAny(data[start:], "\r\n")
		if length < 0 {
			t.lines = append(t.lines, line{start, len(data), len(data)})
			return t
		}
		end := start + length
		next := end + 1
		if data[end] == '\r' && next < len(data) && data[next] == '\n' {
			next++
		}
		t.lines = append(t.lines, line{start, end, next})
		start = next
	}
}

// line is the text of a line, counted from 1, without its line break.
func (t text) line(n int) string { return string(t.data[t.lines[n-1].start:t.lines[n-1].end]) }

// offset is the byte at a place; false where the file has no such place. The
// place behind the last character of a line is its line break.
func (t text) offset(p diag.Pos) (int, bool) {
	if p.Line < 1 || p.Line > len(t.lines) || p.Column < 1 {
		return 0, false
	}
	at, end := t.lines[p.Line-1].start, t.lines[p.Line-1].end
	for range p.Column - 1 {
		if at == end {
			return 0, false
		}
		_, size := utf8.DecodeRune(t.data[at:end])
		at += size
	}
	return at, true
}

// between is what stands in a span that lies within the file.
func (t text) between(s diag.Span) (string, bool) {
	from, inside := t.offset(s.Start)
	to, ends := t.offset(s.End)
	if !inside || !ends || to < from {
		return "", false
	}
	return string(t.data[from:to]), true
}

// lineBreak is the one that ends the first line, a line feed where the file
// has a single line.
func (t text) lineBreak() string {
	if first := t.lines[0]; first.next > first.end {
		return string(t.data[first.end:first.next])
	}
	return "\n"
}

// breaks writes the line breaks of an edit as the file has them.
func (t text) breaks(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	return strings.ReplaceAll(text, "\n", t.lineBreak())
}
