// Package table writes a plain table of texts for the three places a product
// goes as rows and columns: a terminal, a Markdown document, a CSV file. It
// knows nothing of rubrics.
//
// Cells are texts, never markup: each writer escapes what its format would
// take for more than text.
package table

// Align says to which side of its column a text stands.
type Align uint8

// The alignments; numbers stand to the right.
const (
	Left Align = iota
	Right
)

// Table is a table of texts. Rows may be shorter than the widest one; the
// cells they lack are empty.
type Table struct {
	Header []string // empty for a table without a header line
	Rows   [][]string
	Align  []Align // by column; Left for the columns it does not reach
	// Width is the number of terminal columns that [Table.Text] may fill; 0
	// is without limit. A table of many columns may need more than it gets.
	Width int
	// Ruled draws a line between rows in [Table.Text], for rows of several
	// lines.
	Ruled bool
}

// columns is the number of columns of the widest row.
func (t Table) columns() int {
	n := len(t.Header)
	for _, row := range t.Rows {
		n = max(n, len(row))
	}
	return n
}

// align is the alignment of column i.
func (t Table) align(i int) Align {
	if i < len(t.Align) {
		return t.Align[i]
	}
	return Left
}

// full returns a copy of a row with n cells, each passed through edit.
func full(row []string, n int, edit func(column int, cell string) string) []string {
	out := make([]string, n)
	for i := range out {
		if i < len(row) {
			out[i] = edit(i, row[i])
		}
	}
	return out
}
