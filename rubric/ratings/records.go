package ratings

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"
)

// record is one record of a file. fields is nil when its quotes are broken.
type record struct {
	fields []string
	line   int // physical line on which it begins
	span   int // physical lines that it takes
	number int // among the data records, empty lines counted; 0 before them
	// emptyBefore is how many empty lines stand before it, in a CSV.
	emptyBefore int
	lines       []int // the line of each field; nil while all stand on one
	// open says that blank cells at the end may be left out.
	open bool
	// has says which cells there are: objects need not have all keys. nil is
	// all of them.
	has []bool
	// days are the dates that numbers stand for, by column.
	days map[int]string
}

// holds reports whether the record has a cell in a column, blank or not.
func (r record) holds(i int) bool {
	return r.has == nil || i < len(r.has) && r.has[i]
}

// blank reports whether no cell of the record has a text.
func (r record) blank() bool {
	return r.fields != nil && r.filled() == 0
}

// filled counts the cells with a text.
func (r record) filled() int {
	n := 0
	for _, f := range r.fields {
		if clean(f) != "" {
			n++
		}
	}
	return n
}

// at is the cell in a column; "" where the record is too short.
func (r record) at(i int) string {
	if i < len(r.fields) {
		return r.fields[i]
	}
	return ""
}

// lineOf is the physical line on which a cell begins.
func (r record) lineOf(i int) int {
	if i < len(r.lines) {
		return r.lines[i]
	}
	return r.line
}

// firstRecord is the record at the beginning of a text that holds one and nothing
// else. It is what readRecords comes to, with less ado where nothing stands in
// quotes.
func firstRecord(text string, delimiter rune) (record, bool) {
	line := strings.TrimSuffix(text, "\n")
	if line != "" && !strings.ContainsAny(line, "\"\r\n") {
		return record{fields: strings.Split(line, string(delimiter)), line: 1, span: 1}, true
	}
	if found := readRecords(text, delimiter, 1); len(found) > 0 {
		return found[0], true
	}
	return record{}, false
}

// readRecords splits a text into records, at most so many; 0 is all of them.
// A record with broken quotes has no fields; reading goes on after it.
func readRecords(text string, delimiter rune, most int) []record {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord = delimiter, -1
	var out []record
	for line := 1; most == 0 || len(out) < most; {
		from := reader.InputOffset()
		rec, ok := readRecord(reader)
		if !ok {
			break
		}
		rec.emptyBefore = rec.line - line
		line += strings.Count(text[from:reader.InputOffset()], "\n")
		out = append(out, rec)
	}
	return out
}

func readRecord(reader *csv.Reader) (record, bool) {
	fields, err := reader.Read()
	var broken *csv.ParseError
	switch {
	case errors.As(err, &broken):
		return record{line: broken.StartLine, span: broken.Line - broken.StartLine + 1}, true
	case err != nil: // the end, for the reader is a string, and the delimiter was checked
		return record{}, false
	}
	return placed(reader, fields), true
}

// placed adds the lines on which a record and its fields stand.
func placed(reader *csv.Reader, fields []string) record {
	rec := record{fields: fields}
	rec.line, _ = reader.FieldPos(0)
	last, _ := reader.FieldPos(len(fields) - 1)
	rec.span = last - rec.line + 1
	if rec.span > 1 {
		for i := range fields {
			line, _ := reader.FieldPos(i)
			rec.lines = append(rec.lines, line)
		}
	}
	return rec
}

// width is the number of columns up to the last one with a name.
func (t *table) width() int {
	n := len(t.header.fields)
	for n > 0 && clean(t.header.fields[n-1]) == "" {
		n--
	}
	return n
}

// fits reports whether a record has a cell for each named column, and no text
// beyond the header. Blank cells at the end, there or left out, are nothing.
func (t *table) fits(rec record) bool {
	if len(rec.fields) < t.width() && !rec.open {
		return false
	}
	beyond := rec.fields[min(len(rec.fields), len(t.header.fields)):]
	return !slices.ContainsFunc(beyond, func(f string) bool { return clean(f) != "" })
}
