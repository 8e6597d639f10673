package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/yamldoc"
)

// writeFindingsText writes each finding as a compiler would: the place and
// the message, the line with the one before it, a caret, and what to do.
func writeFindingsText(w io.Writer, f Findings, o Options) error {
	t := findingWriter{ink: inkFor(o.Color), width: max(o.Width, 40), lines: map[string][]string{}}
	for _, d := range f.List.Sorted() {
		t.finding(d, f.Sources[d.File])
	}
	if len(f.List) > 0 {
		t.out.WriteByte('\n')
	}
	t.out.WriteString(f.Summary() + "\n")
	_, err := io.WriteString(w, t.out.String())
	return err
}

type findingWriter struct {
	out   strings.Builder
	ink   ink
	width int
	lines map[string][]string // split sources, by file
}

func (t *findingWriter) finding(d diag.Diagnostic, source []byte) {
	fmt.Fprintf(&t.out, "%s: %s: %s\n",
		t.ink.bold(d.Span.String()), t.ink.severity(d.Severity, fmt.Sprintf("%s[%s]", d.Severity, d.Code)), d.Message)
	margin := 4
	if !d.Start.IsZero() && source != nil {
		margin = t.snippet(d, t.split(d.File, source))
	}
	for _, r := range d.Related {
		t.note(margin, fmt.Sprintf("%s: %s", place(r.Span, d.File), r.Message))
	}
	if d.Hint != "" {
		t.note(margin, d.Hint)
	}
}

// place names a related place: by its line within the same file.
func place(s diag.Span, file string) string {
	if s.File == file {
		return fmt.Sprintf("line %d", s.Start.Line)
	}
	return s.String()
}

func (t *findingWriter) split(file string, source []byte) []string {
	if t.lines[file] == nil {
		t.lines[file] = yamldoc.Lines(string(source))
	}
	return t.lines[file]
}

// snippet draws the line of a finding, the line before it, and the caret. It
// returns the width of the margin with the line numbers.
func (t *findingWriter) snippet(d diag.Diagnostic, lines []string) int {
	digits := len(fmt.Sprint(d.Start.Line))
	margin := digits + 3
	if d.Start.Line > len(lines) {
		return margin
	}
	view := viewAround(lines[d.Start.Line-1], d.Start.Column, caretEnd(d, lines[d.Start.Line-1]), t.width-margin-2)
	if above := d.Start.Line - 1; above >= 1 && strings.TrimSpace(lines[above-1]) != "" {
		fmt.Fprintf(&t.out, "%s %s\n", t.ink.faint(fmt.Sprintf("%*d |", margin-1, above)), view.window(lines[above-1]))
	}
	fmt.Fprintf(&t.out, "%s %s\n", t.ink.faint(fmt.Sprintf("%*d |", margin-1, d.Start.Line)), view.text)
	fmt.Fprintf(&t.out, "%s %s%s\n", t.ink.faint(fmt.Sprintf("%*s |", margin-1, "")),
		strings.Repeat(" ", view.indent), t.ink.severity(d.Severity, strings.Repeat("^", view.caret)))
	return margin
}

// caretEnd is the column after the last marked character on the first line.
func caretEnd(d diag.Diagnostic, line string) int {
	if d.End.Line == d.Start.Line && d.End.Column > d.Start.Column {
		return d.End.Column
	}
	if d.End.Line > d.Start.Line {
		return len([]rune(line)) + 1
	}
	return d.Start.Column + 1
}

// note writes a wrapped remark below the snippet.
func (t *findingWriter) note(margin int, text string) {
	prefix := strings.Repeat(" ", margin) + "= "
	for i, line := range table.Wrap(text, max(t.width-len(prefix), 20)) {
		if i > 0 {
			prefix = strings.Repeat(" ", margin+2)
		}
		t.out.WriteString(t.ink.faint(prefix) + line + "\n")
	}
}
