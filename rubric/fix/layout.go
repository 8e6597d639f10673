package fix

import (
	"errors"
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// step is by how many columns a line stands deeper than the one it belongs to.
const step = 2

// ErrLayout says that a file cannot be laid out without changing what it says.
var ErrLayout = errors.New("the layout cannot be changed without changing what the file says")

// Format lays a YAML file out: two spaces of indentation, one space behind a
// colon or dash, no blanks at the end of a line, one blank line at most in a
// row, and a line break at the end of the file. Texts, quotes, remarks and the
// kind of line breaks stay as they are, and what stands in brackets keeps its
// lines. Formatting twice gives the same bytes.
//
// The error is a [diag.List] where the file is not readable YAML, and
// [ErrLayout] where it is written in a way that this does not master; the file
// is left as it is then.
func Format(file string, data []byte) ([]byte, error) {
	root, findings := yamldoc.Parse(file, data)
	if err := findings.Err(); err != nil {
		return nil, err
	}
	l := newLayout(data)
	l.root(root)
	if at := l.unplaced(); at > 0 {
		return nil, fmt.Errorf("%w: line %d", ErrLayout, at)
	}
	l.remarks()
	out, _ := Apply(data, diag.List{{Edits: l.edits()}})
	again, findings := yamldoc.Parse(file, out)
	if findings.HasErrors() || !sameTree(root, again, nil) || !sameMarks(data, out) {
		return nil, ErrLayout
	}
	return out, nil
}

// sameMarks reports whether two texts differ in white space only, and by line
// breaks not within a remark.
func sameMarks(before, after []byte) bool {
	return strings.Join(strings.Fields(string(before)), "") == strings.Join(strings.Fields(string(after)), "")
}

// layout is where each line of a file is to begin.
type layout struct {
	text
	rows []row
	gaps []diag.Edit // between a key or a dash and what follows on its line
}

// row is a line in the layout.
type row struct {
	runes  []rune
	blank  bool
	indent int // the columns of white space that it begins with
	to     int // those that it is to begin with; -1 while that is not known
	// heads says that a key, a dash or a value begins here, with which remarks
	// above are aligned.
	heads bool
	// inside says that the line goes on with a value, to which a blank line may
	// belong; keepsEnd, that blanks at its end do.
	inside, keepsEnd bool
}

func newLayout(data []byte) *layout {
	l := &layout{text: newText(data)}
	for n := range l.lines {
		runes := []rune(l.line(n + 1))
		r := row{runes: runes, to: -1}
		for r.indent < len(runes) && (runes[r.indent] == ' ' || runes[r.indent] == '\t') {
			r.indent++
		}
		r.blank = r.indent == len(runes)
		l.rows = append(l.rows, r)
	}
	return l
}

// row is a line, counted from 1; nil where the file has none.
func (l *layout) row(n int) *row {
	if n < 1 || n > len(l.rows) {
		return nil
	}
	return &l.rows[n-1]
}

func (r *row) isRemark() bool { return !r.blank && r.runes[r.indent] == '#' }

// isMarker reports whether the line begins or ends a document, or is meant
// for the parser.
func (r *row) isMarker() bool {
	line := string(r.runes)
	return strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...") || strings.HasPrefix(line, "%")
}

// char is the character at a place, a line break where there is none.
func (l *layout) char(p diag.Pos) rune {
	if r := l.row(p.Line); r != nil && p.Column >= 1 && p.Column <= len(r.runes) {
		return r.runes[p.Column-1]
	}
	return '\n'
}

// head begins a line with what stands at a place, unless something else on
// the line stands before it.
func (l *layout) head(at diag.Pos, column int) {
	if r := l.row(at.Line); r != nil && r.indent == at.Column-1 {
		r.to, r.heads = column, true
	}
}

// unplaced is the first line of which it is not known what it is; 0 where
// there is none.
func (l *layout) unplaced() int {
	for i, r := range l.rows {
		if r.to < 0 && !r.blank && !r.isRemark() && !r.isMarker() {
			return i + 1
		}
	}
	return 0
}
