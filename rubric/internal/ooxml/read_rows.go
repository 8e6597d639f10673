package ooxml

import (
	"fmt"
	"strconv"
)

// Record is a row of a sheet that has a cell with something in it.
type Record struct {
	Number int     // of the row; 1 is the first
	Fields []Field // in the order of their columns
}

// Field is a cell that is not empty.
type Field struct {
	Column int    // 0 is A
	Text   string // what is stored: a text, or a number in digits
	// Date is the day, with the time where there is one, of a number that is
	// shown as a date: 2026-02-01 or 2026-02-01T14:05.
	Date string
	// Uncomputed says that a formula stands there without the value that it
	// had: Text is the formula then.
	Uncomputed bool
}

// Rows gives the rows of a sheet one by one. The record is valid during the
// call. The error is that of yield, or says what is wrong with the sheet.
func (r *Reader) Rows(sheet SheetInfo, yield func(Record) error) error {
	rows := &rowReader{book: r, yield: yield}
	return r.parts.Scan(sheet.part, Handler{Open: rows.open, Text: rows.add, Close: rows.close})
}

// rowReader puts cells together to rows.
type rowReader struct {
	book  *Reader
	yield func(Record) error
	row   Record
	cell  cellReader
	inRow bool
}

// cellReader is the cell that is being read.
type cellReader struct {
	in      bool
	kind    string // of the value: the attribute t
	style   string
	column  int
	inValue bool // within <v>
	inCode  bool // within <f>
	value   []byte
	code    []byte
	formula bool
	valued  bool
	text    richText // within <is>
}

func (r *rowReader) open(e Element) error {
	switch name := e.Name(); {
	case name == "row":
		return r.openRow(e.Attr("r"))
	case name == "c" && r.inRow:
		return r.openCell(e)
	case r.cell.in:
		r.cell.open(name)
	}
	return nil
}

// openRow begins a row. One without a number follows the one before.
func (r *rowReader) openRow(reference string) error {
	n := r.row.Number + 1
	if reference != "" {
		n = number(reference)
	}
	if n <= r.row.Number || n > mostRows {
		return fmt.Errorf("the row %q follows row %d; a workbook has the rows 1 to %d in order", reference, r.row.Number, mostRows)
	}
	r.row, r.inRow = Record{Number: n, Fields: r.row.Fields[:0]}, true
	r.cell = cellReader{column: -1}
	return nil
}

// openCell begins a cell. One without a reference follows the one before.
func (r *rowReader) openCell(e Element) error {
	before, column := r.cell.column, r.cell.column+1
	if reference := e.Attr("r"); reference != "" {
		column = columnOf(reference)
	}
	if column <= before || column >= mostColumns {
		return fmt.Errorf("the cell %q in row %d does not stand after the cell before it, or not within %d columns", e.Attr("r"), r.row.Number, mostColumns)
	}
	r.cell = cellReader{in: true, kind: e.Attr("t"), style: e.Attr("s"), column: column, value: r.cell.value[:0], code: r.cell.code[:0]}
	return nil
}

// columnOf is the column of a reference such as AB12; -1 for what is none.
func columnOf(reference string) int {
	n := 0
	for i, c := range reference {
		switch {
		case c >= 'A' && c <= 'Z' && n < mostColumns:
			n = n*26 + int(c-'A') + 1
		case c >= '1' && c <= '9' && i > 0:
			return n - 1
		default:
			return -1
		}
	}
	return -1
}

func (c *cellReader) open(name string) {
	switch name {
	case "v":
		c.inValue, c.valued = true, true
	case "f":
		c.inCode, c.formula = true, true
	default:
		c.text.open(name)
	}
}

func (r *rowReader) add(text []byte) {
	c := &r.cell
	switch {
	case !c.in:
	case c.inValue:
		c.value = append(c.value, text...)
	case c.inCode:
		c.code = append(c.code, text...)
	default:
		c.text.add(text)
	}
}

func (r *rowReader) close(name string) error {
	switch {
	case name == "row" && r.inRow:
		return r.closeRow()
	case name == "c" && r.cell.in:
		return r.closeCell()
	case r.cell.in:
		r.cell.close(name)
	}
	return nil
}

func (c *cellReader) close(name string) {
	switch name {
	case "v":
		c.inValue = false
	case "f":
		c.inCode = false
	default:
		c.text.close(name)
	}
}

func (r *rowReader) closeRow() error {
	r.inRow = false
	if len(r.row.Fields) == 0 {
		return nil
	}
	return r.yield(r.row)
}

// closeCell keeps a cell that is not empty.
func (r *rowReader) closeCell() error {
	c := &r.cell
	c.in = false
	f := Field{Column: c.column}
	if c.formula && !c.valued {
		f.Text, f.Uncomputed = "="+string(c.code), true
	} else if err := r.book.read(c, &f); err != nil {
		return fmt.Errorf("row %d, column %s: %w", r.row.Number, letters(c.column), err)
	}
	if f.Text != "" {
		r.row.Fields = append(r.row.Fields, f)
	}
	return nil
}

// read gives the value of a cell by its kind (ECMA-376, ST_CellType).
func (r *Reader) read(c *cellReader, to *Field) error {
	value := string(c.value)
	switch c.kind {
	case "", "n":
		to.Text = plainNumber(value)
		if r.isDate(c.style) {
			to.Date = r.date(value)
		}
	case "s":
		n, err := strconv.Atoi(value)
		if value != "" && (err != nil || n < 0 || n >= len(r.texts)) {
			return fmt.Errorf("it names the shared text %q; there are %d", value, len(r.texts))
		}
		if value != "" {
			to.Text = r.texts[n]
		}
	case "b":
		to.Text = map[string]string{"0": "FALSE", "1": "TRUE", "false": "FALSE", "true": "TRUE"}[value]
	case "d":
		to.Text = withoutMidnight(value)
		to.Date = to.Text
	case "inlineStr":
		to.Text = c.text.take()
	default: // str: what a formula gave; e: an error such as #N/A
		to.Text = unescape(value)
	}
	return nil
}
