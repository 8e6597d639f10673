package ratings

import (
	"errors"
	"fmt"
	"strings"
)

// table is a file split into cells, with its header found.
type table struct {
	delimiter rune   // of a CSV; else 0
	sheet     string // where a file has several; kind is what it is then
	kind      string
	layout    string   // whose header it has
	header    record   // its names; the line is that of its first row
	rows      []record // of the header, as they stand
	columns   []Column
	shape     *shape
	trials    []trialColumn
	records   []record // data records; blank ones are left out
	notes     []string // on the rows that were passed over
	// headerLines are the physical lines of the header's rows, skipped those of
	// the rows below that hold no data.
	headerLines, skipped []int
	// left are the rows that the mapping leaves out; below is the line of the
	// last row below the header that belongs to it, 0 without one.
	left  rowCount
	below int
}

// inSheet adds the sheet to an error, where a file has several.
func (t *table) inSheet(err error) error {
	if t.sheet == "" {
		return err
	}
	return fmt.Errorf("%s %q: %w", t.kind, t.sheet, err)
}

// delimiter is a character that may stand between cells.
type delimiter struct {
	char rune
	name string // in messages
}

// delimiters are the candidates, in the order in which messages list them.
var delimiters = []delimiter{{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "vertical bar"}}

// A candidate is judged by the first records after its header: at least 95 of
// 100 must be split like it. One record may differ in any file, so that a
// small one with a torn row is read and the row rejected.
const (
	firstRecords = 1000
	likeness     = 95
)

// findTable splits the text by the delimiter that is given, or by the only
// one under which it has a header for this framework and like records. It looks
// at so many records at most; at all where that is 0.
func (r *fileReader) findTable(text string, most int) (*table, error) {
	text, told := separatorLine(text)
	if told == 0 {
		told = r.options.Delimiter
	}
	if told == 0 {
		found, err := r.findDelimiter(text)
		if err != nil {
			return nil, err
		}
		if found.seen < beginning || most == beginning {
			return found.table, nil
		}
		told = found.char
	}
	t := r.split(readRecords(text, told, most), told)
	if t == nil {
		return nil, errors.New(r.noHeader(widestStart(text, []rune{told}), []rune{told}))
	}
	return t, nil
}

// beginning is how many records of a text are looked at under each candidate.
const beginning = headerWithin + firstRecords

// foundDelimiter is a delimiter that fits.
type foundDelimiter struct {
	char  rune
	table *table // by it, of the beginning
	seen  int    // records of the beginning
}

// findDelimiter looks at the beginning of the text under each candidate.
func (r *fileReader) findDelimiter(text string) (found foundDelimiter, err error) {
	var fitting, uneven []string
	var all []rune
	for _, d := range candidates(text) {
		all = append(all, d.char)
		records := readRecords(text, d.char, beginning)
		t := r.split(records, d.char)
		if t == nil {
			continue
		}
		same, of := t.alike()
		if (of-same)*100 > (100-likeness)*of && of-same > 1 {
			uneven = append(uneven, fmt.Sprintf("by %s, %d of its first %d records have as many cells as the header in line %d", d.name, same, of, t.header.line))
			continue
		}
		fitting, found = append(fitting, d.name), foundDelimiter{d.char, t, len(records)}
	}
	switch {
	case len(fitting) == 1:
		return found, nil
	case len(fitting) > 1:
		return found, fmt.Errorf("the file can be split by %s; say which with --delimiter", strings.Join(fitting, " and by "))
	case len(uneven) > 0:
		return found, fmt.Errorf("what stands between the cells is not certain: split %s; cells with a delimiter in them need quotes; if it is right all the same, say so with --delimiter", strings.Join(uneven, "; "))
	}
	return found, errors.New(r.noHeader(widestStart(text, all), all))
}

// candidates are the delimiters that stand in the beginning of a text at all;
// where none does, every one of them makes the same of it.
func candidates(text string) []delimiter {
	const beginning = 64 << 10
	text = text[:min(len(text), beginning)]
	var out []delimiter
	for _, d := range delimiters {
		if strings.ContainsRune(text, d.char) {
			out = append(out, d)
		}
	}
	if out == nil {
		return delimiters[:1]
	}
	return out
}

// separatorLine takes a first line `sep=;` away, which Excel writes.
func separatorLine(text string) (string, rune) {
	first, _, _ := strings.Cut(text, "\n")
	told, ok := strings.CutPrefix(strings.Trim(first, `"`), "sep=")
	if runes := []rune(told); ok && len(runes) == 1 {
		// The line stays as an empty one, so that lines keep their numbers.
		return text[len(first):], runes[0]
	}
	return text, 0
}

// alike counts the first records that have as many cells as the header.
func (t *table) alike() (same, of int) {
	first := t.records[:min(len(t.records), firstRecords)]
	for _, rec := range first {
		if t.fits(rec) {
			same++
		}
	}
	return same, len(first)
}
