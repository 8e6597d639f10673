package ratings

import (
	"fmt"

	"rubrickit/rubric"
)

// Inspection is how files were understood, those included that could not be
// read.
type Inspection struct {
	Framework *rubric.Framework
	Options   Options          // that the files were read with, the mapping's included
	Files     []FileInspection // a workbook has one for each sheet
	Notes     []string         // remarks on the ratings as a whole
	Ratings   *rubric.Book     // of the files that could be read; nil where there are none
}

// FileInspection is how one file, or one sheet of a workbook, was understood.
type FileInspection struct {
	FileReport
	// Err is why the file could not be read as a whole; what was understood of
	// it until then stands in the other fields.
	Err error
	// Guess says that no row is a header for the framework. Delimiter, Header
	// and Columns are then those of the row that is most like one.
	Guess bool
	// Hints are what the columns that were not recognised could be, and
	// Samples the first different texts of each column, both by its index in
	// Columns.
	Hints   map[int]Hint
	Samples [][]string
	// Cells are the texts of the cells that hold ratings. Names are those of
	// the cells that name an item, in a file that has such a column.
	Cells, Names Tally
}

// Inspect reads files as [Read] does, and tells how each was understood
// instead of stopping at one that cannot be read. The error is about the
// options, or about what no file shows alone.
func Inspect(f *rubric.Framework, files []File, o Options) (*Inspection, error) {
	o, err := o.settled(f)
	if err != nil {
		return nil, err
	}
	out := &Inspection{Framework: f, Options: o}
	var readable []File
	var alone reading
	for _, file := range files {
		seen, read := inspectFile(f, file, o)
		out.Files = append(out.Files, seen...)
		if seen[0].Err == nil {
			readable, alone = append(readable, file), read
		}
	}
	switch len(readable) {
	case 0:
		return out, nil
	case 1:
		out.take(alone)
		return out, nil
	}
	return out, out.readTogether(readable)
}

// reading is what came of reading files.
type reading struct {
	book   *rubric.Book
	report *Report
}

// inspectFile reads a file alone: what was seen of each of its tables.
func inspectFile(f *rubric.Framework, file File, o Options) ([]FileInspection, reading) {
	o.witness = &witness{}
	book, report, err := Read(f, []File{file}, o)
	out := o.witness.seen(file)
	for i := range out {
		out[i].Err = err
	}
	return out, reading{book, report}
}

// readTogether reads the files that can be read once more, all together: which
// ratings stand twice, and which blanks mean a level, no file knows alone.
func (x *Inspection) readTogether(files []File) error {
	book, report, err := Read(x.Framework, files, x.Options)
	if err != nil {
		return fmt.Errorf("the files can be read one by one, and not together: %w", err)
	}
	x.take(reading{book, report})
	return nil
}

// take takes over what came of reading all files that can be read.
func (x *Inspection) take(read reading) {
	x.Ratings, x.Notes = read.book, read.report.Notes
	reports := read.report.Files
	for i := range x.Files {
		if x.Files[i].Err == nil {
			x.Files[i].FileReport, reports = reports[0], reports[1:]
		}
	}
}
