package table_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/internal/table"
)

// Rows are written as the standard library writes them.
func TestRowsAgainstEncodingCSV(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		comma := rapid.SampledFrom([]rune{',', '\t', ';', '·'}).Draw(r, "comma")
		cell := rapid.OneOf(rapid.StringMatching(`([ab,;·"\n\r\t\\. ]|é){0,6}`), rapid.String())
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 1, 4), 0, 5).Draw(r, "rows")
		var got, want bytes.Buffer
		out, standard := table.NewRows(&got, table.Dialect{Comma: comma}), csv.NewWriter(&want)
		standard.Comma = comma
		for _, row := range rows {
			if err := errors.Join(out.Texts(row), standard.Write(row)); err != nil {
				r.Fatal(err)
			}
		}
		standard.Flush()
		if err := out.Flush(); err != nil || got.String() != want.String() {
			r.Fatalf("%q, want %q (%v)", got.String(), want.String(), err)
		}
	})
}

// For Excel: nothing but a number can look like a formula, and every line ends
// with CRLF.
func TestRowsForExcel(t *testing.T) {
	var b bytes.Buffer
	out := table.NewRows(&b, table.Dialect{Excel: true})
	if err := out.Texts([]string{"=a", "-b", "c\nd\r\ne", "-1"}); err != nil {
		t.Fatal(err)
	}
	out.End(append(out.Cell(), "-1"...), true)
	if err := errors.Join(out.EndRow(), out.Flush()); err != nil {
		t.Fatal(err)
	}
	if want := "\ufeff'=a,'-b,\"c\r\nd\r\ne\",'-1\r\n-1\r\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

// A line whose cells have a comma after them is the row without the last one.
func TestLineAfterComma(t *testing.T) {
	for _, comma := range []rune{',', '·'} {
		l := table.NewLine(table.Dialect{Comma: comma})
		var line []byte
		for _, cell := range []string{"a", "", "b" + string(comma)} {
			from := len(line)
			line = l.Comma(l.Cell(append(line, cell...), from))
		}
		if got, want := string(l.EndAfterComma(line)), strings.ReplaceAll("a,,\"b,\"\n", ",", string(comma)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// shut is a writer that takes so many bytes.
type shut struct{ room int }

func (s *shut) Write(p []byte) (int, error) {
	if s.room -= len(p); s.room < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

// An error of the writer ends the rows soon, and stays.
func TestRowsFail(t *testing.T) {
	out := table.NewRows(&shut{100_000}, table.Dialect{})
	rows := 0
	for ; rows < 1000 && out.Texts([]string{strings.Repeat("x", 999)}) == nil; rows++ {
	}
	if rows > 200 || out.Flush() == nil {
		t.Errorf("%d rows of 1,000 bytes went into 100,000", rows)
	}
}
