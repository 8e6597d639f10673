package ratings

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// fileReader reads one table of a file into its session: the only one that
// most files have, or a sheet of a workbook.
type fileReader struct {
	*session
	index  int // among the tables of all files
	nth    int // among those of its file
	file   File
	report FileReport
	dates  func(string) string
	cells  int // cells taken up, counted apart from what became of them
	taken  int // of them, those that say something
	ledger rubric.Ledger
	// unnamed are the rows that name no ratee and have no rating.
	unnamed rowCount
	// leftItems are the rows that rate an item which the mapping leaves out.
	leftItems rowCount
	// summed are rejects that are not kept, since nothing fits so far.
	summed reasons
	// provenance is what the file was, where it was not read from its bytes.
	provenance rubric.Input
}

// read reads a file: each of its tables.
func (s *session) read(file File) error {
	for _, streamed := range []func(File) (bool, error){s.streamed, s.streamedObjects} {
		if done, err := streamed(file); done || err != nil {
			return err
		}
	}
	s.options.witness.begins()
	return s.eachTable(file, func(r *fileReader, t *table) error {
		r.index = len(s.files)
		s.files = append(s.files, r)
		return r.read(t)
	})
}

// eachTable opens a file whole, and reads each of its tables.
func (s *session) eachTable(file File, read func(*fileReader, *table) error) error {
	file, err := file.loaded()
	if err != nil {
		return err
	}
	first := &fileReader{session: s, file: file, report: FileReport{File: file.Name}}
	tables, err := first.open()
	if err != nil {
		return err
	}
	for i, t := range tables {
		if err := read(&fileReader{session: s, nth: i, file: file, report: first.report}, t); err != nil {
			return t.inSheet(err)
		}
	}
	return nil
}

// read reads a table.
func (r *fileReader) read(t *table) error {
	t.unmask()
	r.describe(t)
	r.options.witness.finds(r, t)
	if err := errors.Join(r.checkColumns(t), r.checkFramework(t)); err != nil {
		return err
	}
	r.join(t, joints(t.columns))
	r.options.witness.reads(r, t)
	var err error
	if r.dates, err = r.dateReader(t); err != nil {
		return err
	}
	rejects := len(r.rejects)
	if err := t.shape.read(r, t); err != nil {
		return err
	}
	r.noteRows()
	r.strayColumns(t)
	if r.wish != nil {
		return nil
	}
	return r.checkTaken(r.rejects[rejects:])
}

// describe reports how the table was found.
func (r *fileReader) describe(t *table) {
	r.report.Sheet, r.report.Layout = t.sheet, t.layout
	if t.delimiter != 0 {
		r.report.Delimiter = string(t.delimiter)
	}
	r.report.Header, r.report.Columns = t.header.line, t.columns
	r.report.HeaderLines, r.report.Skipped = t.headerLines, t.skipped
	r.report.Shape, r.report.Records = t.shape.name, len(t.records)
	r.report.Notes = append(slices.Clone(r.report.Notes), t.notes...)
	r.notePassed(t.left, leftOut)
}

// checkTaken refuses a file of which nothing fits. A single reject speaks for
// itself.
func (r *fileReader) checkTaken(rejects []rejection) error {
	switch {
	case r.taken > 0 && len(r.summed) > 0:
		return errSummed
	case r.cells == 0 && r.leftItems.n > 0:
		return nil
	case r.cells == 0:
		return fmt.Errorf("it has a header in line %d and no ratings below it", r.report.Header)
	case r.taken > 0 || len(rejects) < 2 && len(r.summed) == 0:
		return nil
	}
	why := reasons{}
	why.add(rejects)
	why.join(r.summed)
	return r.nothingFits(why)
}

// account completes a ledger with the number of cells that were taken up.
func (r *fileReader) account(l rubric.Ledger) rubric.Ledger {
	l.Cells = r.cells
	return l
}

// addInput adds the table to the provenance, which has a line for each file.
func (r *fileReader) addInput(inputs []rubric.Input, rejects int) []rubric.Input {
	if r.nth > 0 {
		last := &inputs[len(inputs)-1]
		last.Rows, last.Rejects = last.Rows+r.report.Records, last.Rejects+rejects
		return inputs
	}
	in := r.provenance
	if in.File == "" {
		sum := sha256.Sum256(r.file.Data)
		in = rubric.Input{File: r.file.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(r.file.Data))}
	}
	in.Rows, in.Rejects = r.report.Records, rejects
	return append(inputs, in)
}

// note adds a remark on the file to the report.
func (r *fileReader) note(format string, args ...any) {
	r.report.Notes = append(r.report.Notes, fmt.Sprintf(format, args...))
}

// noteRows reports the rows that say nothing to be taken.
func (r *fileReader) noteRows() {
	r.notePassed(r.leftItems, "of items "+leftOut)
	r.notePassed(r.unnamed, "no ratee and no rating")
}
