package diag

import "fmt"

// Pos is a place in a text file. Line and Column start at 1; Column counts
// characters (Unicode code points), as editors count them, and a byte order
// mark at the start of the file is not counted. The zero Pos means "the file
// as a whole".
type Pos struct {
	Line   int
	Column int
}

// IsZero reports whether p names no place within the file.
func (p Pos) IsZero() bool { return p == Pos{} }

// Before reports whether p stands before q in the text.
func (p Pos) Before(q Pos) bool {
	if p.Line != q.Line {
		return p.Line < q.Line
	}
	return p.Column < q.Column
}

// Span is a stretch of a file: from Start up to, not including, End. A zero
// End means that only the start is known.
type Span struct {
	File  string
	Start Pos
	End   Pos
}

// String gives "file:line:column", or only the file where no place is known.
func (s Span) String() string {
	if s.Start.IsZero() {
		return s.File
	}
	return fmt.Sprintf("%s:%d:%d", s.File, s.Start.Line, s.Start.Column)
}
