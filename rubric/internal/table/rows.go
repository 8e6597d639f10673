package table

import "io"

// Rows writes rows of separated values, cell by cell, as they come. Its memory
// does not grow with them.
type Rows struct {
	line   *Line
	out    io.Writer
	buffer []byte
	cell   int  // where the present cell begins in the buffer
	within bool // a row
	err    error
}

// enough is how many bytes are gathered before they are written.
const enough = 1 << 16

// NewRows begins to write rows.
func NewRows(w io.Writer, d Dialect) *Rows {
	r := &Rows{line: NewLine(d), out: w, buffer: make([]byte, 0, 2*enough)}
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
		r.buffer = r.line.Comma(r.buffer)
	}
	r.within, r.cell = true, len(r.buffer)
	return r.buffer
}

// End ends the cell. Plain says that its text needs no quotes and is no
// formula, as a number does and is not.
func (r *Rows) End(buffer []byte, plain bool) {
	if !plain {
		buffer = r.line.Cell(buffer, r.cell)
	}
	r.buffer = buffer
}

// EndRow ends the row. The error is the writer's.
func (r *Rows) EndRow() error {
	r.within = false
	r.buffer = r.line.End(r.buffer)
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
