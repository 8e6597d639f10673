package ratings

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"rubrickit/rubric"
)

// fileReader reads one file into its session.
type fileReader struct {
	*session
	index  int // among the files
	file   File
	report FileReport
	dates  func(string) string
	cells  int // cells taken up, counted apart from what became of them
	taken  int // of them, those that say something
}

// read reads a file.
func (s *session) read(index int, file File) error {
	r := &fileReader{session: s, index: index, file: file, report: FileReport{File: file.Name}}
	s.files = append(s.files, r)
	text, encoding, err := decode(file.Data)
	if err != nil {
		return err
	}
	r.report.Encoding = encoding
	t, err := r.findTable(text)
	if err != nil {
		return err
	}
	r.describe(t)
	if err := errors.Join(r.checkColumns(t), r.checkFramework(t)); err != nil {
		return err
	}
	if r.dates, err = r.dateReader(t); err != nil {
		return err
	}
	rejects := len(s.rejects)
	if err := t.shape.read(r, t); err != nil {
		return err
	}
	r.strayColumns(t)
	return r.checkTaken(s.rejects[rejects:])
}

// describe reports how the file was split.
func (r *fileReader) describe(t *table) {
	r.report.Delimiter, r.report.Header, r.report.Columns = string(t.delimiter), t.header.line, t.columns
	r.report.Shape, r.report.Records = t.shape.name, len(t.records)
	r.report.Notes = append(r.report.Notes, t.notes...)
}

// checkTaken refuses a file of which nothing fits. A single reject speaks for
// itself.
func (r *fileReader) checkTaken(rejects []rejection) error {
	switch {
	case r.cells == 0:
		return fmt.Errorf("it has a header in line %d and no ratings below it", r.report.Header)
	case r.taken > 0 || len(rejects) < 2:
		return nil
	}
	first := rejects[0]
	return fmt.Errorf("none of its %d cells could be taken as a rating of %s: is it a file for another framework? The first, in line %d: %s",
		r.cells, r.framework.ID, first.At.Line, first.Message)
}

// account completes a ledger with the number of cells that were taken up.
func (r *fileReader) account(l rubric.Ledger) rubric.Ledger {
	l.Cells = r.cells
	return l
}

// input is the file's provenance.
func (r *fileReader) input(rejects int) rubric.Input {
	sum := sha256.Sum256(r.file.Data)
	return rubric.Input{
		File: r.file.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(r.file.Data)),
		Rows: r.report.Records, Rejects: rejects,
	}
}

// note adds a remark on the file to the report.
func (r *fileReader) note(format string, args ...any) {
	r.report.Notes = append(r.report.Notes, fmt.Sprintf(format, args...))
}
