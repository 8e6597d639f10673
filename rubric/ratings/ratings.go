// Package ratings reads filled-in rating files. Every cell is text until it
// meets the scale of its item; what does not fit is rejected with its place
// and a reason, and nothing is guessed. The ledger accounts for every cell.
package ratings

import (
	"errors"
	"fmt"

	"rubrickit/rubric"
)

// Report tells how the files were understood.
type Report struct {
	Files []FileReport
	// Notes are remarks on the ratings as a whole: doubled ratings, names
	// that are nearly alike.
	Notes []string
	// Kept is what the columns of [Options.Keep] say of the ratees.
	Kept Kept
}

// FileReport tells how one file, or one sheet of a workbook, was understood.
type FileReport struct {
	File      string
	Container string // how bytes hold cells: "csv", "json", "xlsx" …; see [Containers]
	Packed    bool   // with gzip
	Sheet     string // of a workbook; else ""
	Encoding  string // of a text; else ""
	Delimiter string // between the cells of a CSV; else ""
	Layout    string // the producer whose header it has, such as "Qualtrics"; else ""
	Shape     string // "long" or "wide"
	Header    int    // physical line of the header's first row
	// HeaderLines are the physical lines of all its rows, none where the columns
	// are the keys of objects. Skipped are those of the rows below it that hold
	// no data, blank ones not counted.
	HeaderLines, Skipped []int
	Columns              []Column
	Records              int // data records, blank ones not counted
	// Dates is the order in which day and month were read: "dmy" or "mdy"; ""
	// where the file has no date that depends on it.
	Dates string
	// Notes are remarks on the file: rows that were passed over, columns
	// without a name.
	Notes  []string
	Ledger rubric.Ledger
}

// Read reads all files against a framework. The error names each file that
// could not be understood as a whole; cells that could not be taken are
// rejects. Ratings stand in the order of the files, rejects and comments too.
func Read(f *rubric.Framework, files []File, o Options) (*rubric.Book, *Report, error) {
	o, err := o.settled(f)
	if err != nil {
		return nil, nil, err
	}
	for {
		book, report, err := read(f, files, o)
		switch {
		case errors.Is(err, errWhole) && !o.whole:
			o.whole = true
		case errors.Is(err, errSummed) && !o.unsummed:
			o.unsummed = true
		default:
			return book, report, err
		}
		o.witness.begins()
	}
}

func read(f *rubric.Framework, files []File, o Options) (*rubric.Book, *Report, error) {
	s := newSession(f, o)
	var failed []error
	for _, file := range files {
		if err := s.read(file); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", file.Name, err))
		}
	}
	if len(failed) > 0 {
		return nil, nil, errors.Join(failed...)
	}
	if err := s.settle(files); err != nil {
		return nil, nil, err
	}
	kept, err := s.settleKept()
	if err != nil {
		return nil, nil, err
	}
	out, report := s.result()
	report.Kept = kept
	out.Find = func(want func(rubric.Form, *rubric.Item) bool) ([]rubric.Rating, error) { return s.find(files, want) }
	return out, report, nil
}
