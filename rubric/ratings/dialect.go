package ratings

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// record is one record of a file. fields is nil when its quotes are broken.
type record struct {
	fields []string
	line   int // physical line on which it begins
	number int // among the data records; 0 before them
}

// blank reports whether no cell of the record has a text.
func (r record) blank() bool {
	return r.fields != nil && !slices.ContainsFunc(r.fields, func(f string) bool { return clean(f) != "" })
}

// table is a file split into cells, with its header found.
type table struct {
	delimiter rune
	header    record
	columns   []Column
	records   []record // data records; blank ones are left out
}

// delimiters are the candidates, in the order in which messages list them.
var delimiters = []rune{',', ';', '\t', '|'}

// names of delimiters in messages.
var delimiterNames = map[rune]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "vertical bar"}

// firstRecords is how many records decide on the delimiter, likeness the
// share of them, in percent, that must have as many cells as the header.
const (
	firstRecords = 1000
	likeness     = 95
)

// findTable splits the text by the delimiter that is given, or by the only
// one under which it has a header for this framework and like records.
func (r *fileReader) findTable(text string) (*table, error) {
	text, told := separatorLine(text)
	if told == 0 {
		told = r.options.Delimiter
	}
	if told != 0 {
		t := r.split(text, told)
		if t == nil {
			return nil, errors.New(r.noHeader())
		}
		return t, r.columnsError(t)
	}
	var fitting []*table
	for _, d := range delimiters {
		if t := r.split(text, d); t != nil && t.alike() {
			fitting = append(fitting, t)
		}
	}
	switch len(fitting) {
	case 1:
		return fitting[0], r.columnsError(fitting[0])
	case 0:
		return nil, errors.New(r.noHeader())
	}
	var names []string
	for _, t := range fitting {
		names = append(names, delimiterNames[t.delimiter])
	}
	return nil, fmt.Errorf("the file can be split by %s; say which with --delimiter", strings.Join(names, " and by "))
}

// separatorLine takes a first line `sep=;` away, which Excel writes.
func separatorLine(text string) (string, rune) {
	first, _, _ := strings.Cut(text, "\n")
	first = strings.TrimRight(first, "\r")
	told, ok := strings.CutPrefix(strings.Trim(first, `"`), "sep=")
	if runes := []rune(told); ok && len(runes) == 1 {
		// The line stays as an empty one, so that lines keep their numbers.
		return text[len(first):], runes[0]
	}
	return text, 0
}

// split reads all records and finds the header; nil without one.
func (r *fileReader) split(text string, delimiter rune) *table {
	records := readRecords(text, delimiter)
	for i, rec := range records {
		if rec.fields == nil {
			continue
		}
		if columns := r.recognise(rec.fields); columns != nil {
			t := &table{delimiter: delimiter, header: rec, columns: columns}
			t.addData(records[i+1:])
			return t
		}
	}
	return nil
}

func (t *table) addData(records []record) {
	for _, rec := range records {
		if rec.blank() {
			continue
		}
		rec.number = len(t.records) + 1
		t.records = append(t.records, rec)
	}
}

// alike reports whether nearly all records have as many cells as the header.
func (t *table) alike() bool {
	first := t.records[:min(len(t.records), firstRecords)]
	same := 0
	for _, rec := range first {
		if len(rec.fields) == len(t.header.fields) {
			same++
		}
	}
	return len(t.header.fields) > 1 && (same*100 >= likeness*len(first) || len(first)-same <= 1)
}

// readRecords splits a text into records. A record with broken quotes has no
// fields; reading goes on after it.
func readRecords(text string, delimiter rune) []record {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord = delimiter, -1
	var out []record
	for {
		fields, err := reader.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return out
		case errors.As(err, &broken):
			out = append(out, record{line: broken.StartLine})
		case err != nil:
			return out // the reader is a string: nothing else can fail
		default:
			line, _ := reader.FieldPos(0)
			out = append(out, record{fields: fields, line: line})
		}
	}
}
