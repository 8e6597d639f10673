package adopt

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// commas are what may stand between cells, and their names.
var commas = []struct {
	char rune
	name string
}{{'\t', "tabs"}, {';', "semicolons"}, {',', "commas"}, {'|', "vertical bars"}}

// isTable reports whether a text is rows of separated values.
func isTable(_ string, data []byte) bool {
	_, _, ok := commaOf(data)
	return ok
}

// commaOf finds the separator under which most of the first records have equally
// many cells, two at least. A line sep=; says it.
func commaOf(data []byte) (comma rune, rest []byte, ok bool) {
	if first, after, found := bytes.Cut(data, []byte("\n")); found && bytes.HasPrefix(first, []byte("sep=")) {
		if told := []rune(strings.TrimSpace(string(first[4:]))); len(told) == 1 {
			return told[0], append([]byte("\n"), after...), true
		}
	}
	best := 0
	for _, c := range commas {
		if share := alike(data, c.char); share > best {
			comma, best = c.char, share
		}
	}
	return comma, data, best > 0
}

// alike is the share of the first records that have as many cells as most of
// them, in percent; 0 where that is one cell or the text cannot be split so.
func alike(data []byte, comma rune) int {
	const first = 200
	r := csvReader(data, comma, true)
	widths, n := map[int]int{}, 0
	for ; n < first; n++ {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0
		}
		widths[len(record)]++
	}
	most, width := 0, 0
	for w, count := range widths {
		if w > 1 && (count > most || count == most && w > width) {
			most, width = count, w
		}
	}
	return most * 100 / max(n, 1)
}

func csvReader(data []byte, comma rune, lazy bool) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, lazy, -1
	return r
}

// readTable reads separated values. Quotes within a cell that has none around it
// are taken as they stand.
func readTable(_ string, data []byte, n *notes) (*document, error) {
	comma, data, _ := commaOf(data)
	rows, err := records(data, comma, false)
	var at *csv.ParseError
	if errors.As(err, &at) && errors.Is(at.Err, csv.ErrBareQuote) {
		n.add(place{what: "line", number: at.Line}, "quotes stand within a cell and were taken as they are")
		rows, err = records(data, comma, true)
	}
	if errors.As(err, &at) {
		return nil, errorAt(place{what: "line", number: at.StartLine}, "the quotes of a cell that begins here do not close as they should: write quotes within a cell twice")
	}
	if err != nil {
		return nil, err
	}
	g, err := newGrid("", "table", rows)
	if err != nil {
		return nil, err
	}
	return &document{grids: []*grid{g}}, nil
}

// records splits a text into rows.
func records(data []byte, comma rune, lazy bool) ([]row, error) {
	var rows []row
	last := 0
	for r := csvReader(data, comma, lazy); ; {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		at, _ := r.FieldPos(0)
		if at > last+1 && len(rows) > 0 {
			rows = append(rows, row{}) // the reader passes over empty lines
		}
		if len(rows) > 2*mostRows || len(record) > 1<<14 {
			return nil, fmt.Errorf("line %d: the table goes on; at most %d rows are read: is it a framework?", at, mostRows)
		}
		rows = append(rows, plainRow(record, place{what: "line", number: at}))
		last = at + strings.Count(strings.Join(record, ""), "\n")
	}
}

// plainRow makes a row of typed texts.
func plainRow(texts []string, at place) row {
	r := row{at: at, cells: make([]cell, len(texts))}
	for i, text := range texts {
		r.cells[i] = typedCell(text)
	}
	return r
}
