package table

import (
	"bytes"
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

// Line makes lines of separated values: texts are appended to a line that is
// being made, and Line turns each into a cell. Cells are quoted where RFC 4180
// asks for it, and where they begin with a space. It may be used by many
// goroutines.
type Line struct {
	dialect Dialect
	marked  [256]bool // bytes for which a cell is quoted
}

// NewLine returns what makes lines in a dialect.
func NewLine(d Dialect) *Line {
	if d.Comma == 0 {
		d.Comma = ','
	}
	l := &Line{dialect: d}
	for _, c := range []byte("\"\n\r") {
		l.marked[c] = true
	}
	if d.Comma < utf8.RuneSelf {
		l.marked[d.Comma] = true
	}
	return l
}

// Cell turns the text that a line has from some byte on into a cell.
func (l *Line) Cell(line []byte, from int) []byte {
	if len(line) == from {
		return line
	}
	if l.dialect.Excel && isFormula(line[from:]) {
		line = slices.Insert(line, from, '\'')
	}
	if l.needsQuotes(line[from:]) {
		return l.quote(line, from)
	}
	return line
}

// Comma appends what stands between cells.
func (l *Line) Comma(line []byte) []byte { return utf8.AppendRune(line, l.dialect.Comma) }

// End ends a line.
func (l *Line) End(line []byte) []byte {
	if l.dialect.Excel {
		line = append(line, '\r')
	}
	return append(line, '\n')
}

// EndAfterComma ends a line that has a comma after its last cell.
func (l *Line) EndAfterComma(line []byte) []byte {
	return l.End(line[:len(line)-utf8.RuneLen(l.dialect.Comma)])
}

// needsQuotes reports whether a cell, which is not empty, would be read as
// another, or as several, without quotes. A lone \. ends the input of some
// databases.
func (l *Line) needsQuotes(cell []byte) bool {
	for _, c := range cell {
		if l.marked[c] {
			return true
		}
	}
	if l.dialect.Comma >= utf8.RuneSelf && bytes.ContainsRune(cell, l.dialect.Comma) || string(cell) == `\.` {
		return true
	}
	return beginsWithSpace(cell)
}

func beginsWithSpace(cell []byte) bool {
	if c := cell[0]; ' ' < c && c < utf8.RuneSelf {
		return false
	}
	first, _ := utf8.DecodeRune(cell)
	return unicode.IsSpace(first)
}

// quote puts the text from some byte on into quotes.
func (l *Line) quote(line []byte, from int) []byte {
	text := slices.Clone(line[from:])
	line = append(line[:from], '"')
	for i, c := range text {
		switch {
		case c == '"':
			line = append(line, '"', '"')
		case c == '\n' && l.dialect.Excel && (i == 0 || text[i-1] != '\r'):
			line = append(line, '\r', '\n')
		default:
			line = append(line, c)
		}
	}
	return append(line, '"')
}
