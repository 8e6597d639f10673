// Package ratings reads filled-in rating files. Every cell is text until it
// meets the scale of its item; what does not fit is rejected with its place
// and a reason, and nothing is guessed. The ledger accounts for every cell.
package ratings

import (
	"crypto/sha256"
	"encoding/hex"
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
	Nulls map[string]rubric.State
	// Delimiter is the character between cells; 0 finds it.
	Delimiter rune
	// Dates is the order of dates such as 3/4/2026: "dmy" or "mdy"; "" takes
	// only what the file itself decides.
	Dates string
	// AllowVersionMismatch reads files that name another version of the
	// framework.
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
	Records   int // data records
	Notes     []string
	Ledger    rubric.Ledger
}

// Read reads all files against a framework. The error names a file that could
// not be understood as a whole; cells that could not be taken are rejects.
func Read(f *rubric.Framework, files []File, o Options) (*rubric.Ratings, *Report, error) {
	out, report := &rubric.Ratings{}, &Report{}
	var failed []error
	for _, file := range files {
		r := &fileReader{
			framework: f, options: o, file: file, items: indexItems(f), out: out,
			report: FileReport{File: file.Name}, matchers: map[*rubric.Item]*matcher{},
		}
		if err := r.read(); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", file.Name, err))
			continue
		}
		report.Files = append(report.Files, r.report)
	}
	if len(failed) > 0 {
		return nil, nil, errors.Join(failed...)
	}
	settleDuplicates(out, report)
	report.Notes = append(report.Notes, nearNames(out.Ratings)...)
	return out, report, nil
}

// fileReader reads one file into the common result.
type fileReader struct {
	framework *rubric.Framework
	options   Options
	file      File
	items     itemIndex
	out       *rubric.Ratings
	report    FileReport
	matchers  map[*rubric.Item]*matcher
	dates     func(string) string
}

func (r *fileReader) read() error {
	text, encoding, err := decode(r.file.Data)
	if err != nil {
		return err
	}
	r.report.Encoding = encoding
	t, err := r.findTable(text)
	if err != nil {
		return err
	}
	r.report.Delimiter, r.report.Header, r.report.Columns = string(t.delimiter), t.header.line, t.columns
	if err := r.checkFramework(t); err != nil {
		return err
	}
	shape := shapeOf(t)
	if shape == nil {
		return errors.New(noShape(t))
	}
	r.report.Shape = shape.name
	if r.dates, err = r.dateReader(t); err != nil {
		return err
	}
	before, rejects := len(r.out.Ratings), len(r.out.Rejects)
	if err := shape.read(r, t); err != nil {
		return err
	}
	if len(r.out.Ratings) == before {
		return fmt.Errorf("none of its %d cells could be taken as a rating of %s: is it a file for another framework?", r.report.Ledger.Cells, r.framework.ID)
	}
	r.finish(t, len(r.out.Rejects)-rejects)
	return nil
}

// finish adds the file's part to the common result.
func (r *fileReader) finish(t *table, rejects int) {
	sum := sha256.Sum256(r.file.Data)
	r.report.Records = len(t.records)
	r.out.Inputs = append(r.out.Inputs, rubric.Input{
		File: r.file.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(r.file.Data)),
		Rows: len(t.records), Rejects: rejects,
	})
	l := r.report.Ledger
	for state, n := range map[rubric.State]int{
		rubric.Rated: l.Rated, rubric.NotApplicable: l.NotApplicable, rubric.NotObserved: l.NotObserved, rubric.Missing: l.Missing,
	} {
		r.out.Ledger.Count(state, n)
	}
	r.out.Ledger.Reject(l.Rejected)
}
