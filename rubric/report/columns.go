package report

import (
	"io"
	"iter"
	"strconv"

	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/internal/table"
)

// kind is what stands in a column of a table of records, and how each format
// writes it.
type kind struct {
	name     string // for people
	number   bool   // a workbook gets a number; else a text
	whole    bool   // JSON gets a number, as a count is; decimals are texts, so that no digit is lost
	optional bool   // JSON has null where there is nothing
	exact    bool   // for who computes on: CSV and tables for people leave it out
	width    int    // of a workbook's column
	pattern  string // of the text in JSON
	free     bool   // any JSON
	omitted  bool   // JSON leaves it out where there is nothing
}

// The kinds of columns.
var (
	word     = kind{name: "text", width: 18}
	beside   = kind{name: "text", width: 18, omitted: true}
	mark     = kind{name: "text", optional: true, width: 18}
	prose    = kind{name: "text", width: 50}
	decimal  = kind{name: "decimal", number: true, optional: true, width: 10, pattern: `^-?[0-9]+(\.[0-9]+)?$`}
	fraction = kind{name: "fraction", optional: true, exact: true, width: 14, pattern: `^-?[0-9]+(/[0-9]+)?$`}
	count    = kind{name: "count", number: true, whole: true, width: 10}
)

// field is a column as a reader needs to know it. Names, and the order of
// columns, are a promise.
type field struct {
	name  string
	kind  kind
	about string
}

// column is a field of records, with the way to its value: it is appended to
// what stands before it; nothing is "".
type column[R any] struct {
	field
	append func(to []byte, r *R) []byte
}

// text is the way to a text.
func text[R any](of func(*R) string) func([]byte, *R) []byte {
	return func(to []byte, r *R) []byte { return append(to, of(r)...) }
}

// whole is the way to a count.
func whole[R any](of func(*R) int) func([]byte, *R) []byte {
	return func(to []byte, r *R) []byte { return strconv.AppendInt(to, int64(of(r)), 10) }
}

// rounded leaves out the columns of exact numbers.
func rounded[R any](columns []column[R]) []column[R] {
	var out []column[R]
	for _, c := range columns {
		if !c.kind.exact {
			out = append(out, c)
		}
	}
	return out
}

// fields are the columns without their values.
func fields[R any](columns []column[R]) []field {
	out := make([]field, len(columns))
	for i, c := range columns {
		out[i] = c.field
	}
	return out
}

// writeRows writes records as rows of separated values, below a header.
func writeRows[R any](w io.Writer, d table.Dialect, columns []column[R], records iter.Seq[R]) error {
	out := table.NewRows(w, d)
	var header []string
	for _, c := range columns {
		header = append(header, c.name)
	}
	if err := out.Texts(header); err != nil {
		return err
	}
	var r R // one place for all records, since the columns take a pointer
	for r = range records {
		for i := range columns {
			out.End(columns[i].append(out.Cell(), &r), columns[i].kind.number)
		}
		if err := out.EndRow(); err != nil {
			return err
		}
	}
	return out.Flush()
}

// sheetOf makes a sheet of records.
func sheetOf[R any](name string, columns []column[R], records iter.Seq[R]) ooxml.Sheet {
	sheet := ooxml.Sheet{Name: name}
	for _, c := range columns {
		sheet.Columns = append(sheet.Columns, ooxml.Column{Name: c.name, Width: c.kind.width})
	}
	sheet.Rows = func(yield func([]ooxml.Cell) bool) {
		cells := make([]ooxml.Cell, len(columns))
		var r R
		for r = range records {
			for i, c := range columns {
				cells[i] = cellOf(c.kind, string(c.append(nil, &r)))
			}
			if !yield(cells) {
				return
			}
		}
	}
	return sheet
}

func cellOf(k kind, value string) ooxml.Cell {
	if k.number {
		return ooxml.Number(value)
	}
	return ooxml.Text(value)
}
