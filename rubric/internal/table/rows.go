package table

import (
	"bytes"
	"io"
	"slices"
	"unicode"
	"unicode/utf8"
)

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\ufeff"

// Dialect is a way to write separated values.
type Dialect struct {
	Comma rune // between cells; 0 is a comma
	// Excel begins with a byte order mark, ends lines with CRLF, and puts an
	// apostrophe before each cell that a spreadsheet would calculate.
	Excel bool
}

// Rows writes rows of separated values, cell by cell, as they come. Its memory
// does not grow with them. Cells are quoted where RFC 4180 asks for it, and
// where they begin with a space.
type Rows struct {
	out     io.Writer
	dialect Dialect
	buffer  []byte
	cell    int  // where the present cell begins in the buffer
	within  bool // a row
	err     error
}

// enough is how many bytes are gathered before they are written.
const enough = 1 << 16

// NewRows begins to write rows.
func NewRows(w io.Writer, d Dialect) *Rows {
	if d.Comma == 0 {
		d.Comma = ','
	}
	r := &Rows{out: w, dialect: d, buffer: make([]byte, 0, 2*enough)}
	if d.Excel {
		r.buffer = append(r.buffer, byteOrderMark...)
	}
	return r
}

// Texts writes a row of texts.
func (r *Rows) Texts(cells []string) error {
	for _, cell := range cells {
		r.End(append(r.Cell(), cell...), false)
	}
	return r.EndRow()
}

// Cell begins the next cell of the row: its text is to be appended to what is
// returned, and the whole handed to End.
func (r *Rows) Cell() []byte {
	if r.within {
		r.buffer = utf8.AppendRune(r.buffer, r.dialect.Comma)
	}
	r.within, r.cell = true, len(r.buffer)
	return r.buffer
}

// End ends the cell. Plain says that its text needs no quotes and is no
// formula, as a number does and is not.
func (r *Rows) End(buffer []byte, plain bool) {
	r.buffer = buffer
	if plain {
		return
	}
	if r.dialect.Excel && isFormula(buffer[r.cell:]) {
		r.buffer = slices.Insert(r.buffer, r.cell, '\'')
	}
	if r.needsQuotes(r.buffer[r.cell:]) {
		r.quote()
	}
}

// needsQuotes reports whether a cell would be read as another, or as several,
// without quotes. A lone \. ends the input of some databases.
func (r *Rows) needsQuotes(cell []byte) bool {
	if len(cell) == 0 {
		return false
	}
	for _, c := range cell {
		if c == '"' || c == '\n' || c == '\r' || rune(c) == r.dialect.Comma && c < utf8.RuneSelf {
			return true
		}
	}
	if r.dialect.Comma >= utf8.RuneSelf && bytes.ContainsRune(cell, r.dialect.Comma) || string(cell) == `\.` {
		return true
	}
	first, _ := utf8.DecodeRune(cell)
	return unicode.IsSpace(first)
}

// quote puts the cell into quotes.
func (r *Rows) quote() {
	text := slices.Clone(r.buffer[r.cell:])
	r.buffer = append(r.buffer[:r.cell], '"')
	for i, c := range text {
		switch {
		case c == '"':
			r.buffer = append(r.buffer, '"', '"')
		case c == '\n' && r.dialect.Excel && (i == 0 || text[i-1] != '\r'):
			r.buffer = append(r.buffer, '\r', '\n')
		default:
			r.buffer = append(r.buffer, c)
		}
	}
	r.buffer = append(r.buffer, '"')
}

// EndRow ends the row. The error is the writer's.
func (r *Rows) EndRow() error {
	r.within = false
	if r.dialect.Excel {
		r.buffer = append(r.buffer, '\r')
	}
	r.buffer = append(r.buffer, '\n')
	if len(r.buffer) < enough {
		return r.err
	}
	return r.Flush()
}

// Flush writes what is gathered.
func (r *Rows) Flush() error {
	if r.err == nil {
		_, r.err = r.out.Write(r.buffer)
	}
	r.buffer = r.buffer[:0]
	return r.err
}
