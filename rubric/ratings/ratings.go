// Package ratings reads filled-in rating files. Every cell is text until it
// meets the scale of its item; what does not fit is rejected with its place
// and a reason, and nothing is guessed. The ledger accounts for every cell.
package ratings

import (
	"errors"
	"fmt"

	"rubrickit/rubric"
)

// File is one file of ratings.
type File struct {
	Name string // used for places
	Data []byte
}

// Options say what a file does not say itself.
type Options struct {
	// Map names the column of a role, where its header is not a usual one.
	Map map[Role]string
	// Set fills a role with one value wherever a file has no column for it, or
	// leaves the cell blank.
	Set map[Role]string
	// Nulls are words of the files that stand for a null state, in any case.
	// They come before everything that the scale says.
	Nulls map[string]rubric.State
	// Delimiter is the character between cells; 0 finds it.
	Delimiter rune
	// Dates is the order of dates such as 3/4/2026: "dmy" or "mdy"; "" takes
	// only what the file itself decides.
	Dates string
	// AllowVersionMismatch reads files that name another framework, another
	// version of it or another fingerprint.
	AllowVersionMismatch bool
}

// Report tells how the files were understood.
type Report struct {
	Files []FileReport
	// Notes are remarks on the ratings as a whole: doubled ratings, names
	// that are nearly alike.
	Notes []string
}

// FileReport tells how one file was understood.
type FileReport struct {
	File      string
	Encoding  string
	Delimiter string
	Shape     string // "long" or "wide"
	Header    int    // physical line of the header
	Columns   []Column
	Records   int // data records, blank ones not counted
	// Notes are remarks on the file: rows that were passed over, columns
	// without a name.
	Notes  []string
	Ledger rubric.Ledger
}

// Read reads all files against a framework. The error names each file that
// could not be understood as a whole; cells that could not be taken are
// rejects. Ratings stand in the order of the files, rejects and comments too.
func Read(f *rubric.Framework, files []File, o Options) (*rubric.Ratings, *Report, error) {
	if err := o.check(); err != nil {
		return nil, nil, err
	}
	s := newSession(f, o)
	var failed []error
	for i, file := range files {
		if err := s.read(i, file); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", file.Name, err))
		}
	}
	if len(failed) > 0 {
		return nil, nil, errors.Join(failed...)
	}
	s.settle()
	out, report := s.result()
	return out, report, nil
}
