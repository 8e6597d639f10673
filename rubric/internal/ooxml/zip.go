package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A file may inflate to so many bytes whatever its size, and beyond that to so
// many times its size. Sheets of single digits stay far below; what a bomb
// inflates to does not.
const (
	inflatedAlways = 16 << 20
	inflatedRatio  = 200
	mostParts      = 10_000
)

// archive is a ZIP file whose parts inflate from one budget.
type archive struct {
	files  map[string]*zip.File // by their name in lower case
	budget *int64               // bytes that may still be inflated
}

func openArchive(data io.ReaderAt, size int64) (archive, error) {
	z, err := zip.NewReader(data, size)
	if err != nil {
		return archive{}, fmt.Errorf("it cannot be read as a ZIP file (%w): is it complete?", err)
	}
	if len(z.File) > mostParts {
		return archive{}, fmt.Errorf("it has %d parts; a workbook of ratings has a few dozen, and at most %d are read", len(z.File), mostParts)
	}
	budget := inflatedAlways + inflatedRatio*size
	a := archive{files: map[string]*zip.File{}, budget: &budget}
	for _, f := range z.File {
		a.files[partKey(f.Name)] = f
	}
	return a, nil
}

// partKey is the same for the ways in which programs write the name of a part.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (a archive) has(name string) bool { return a.files[partKey(name)] != nil }

// scan reads a part of XML from its beginning to its end.
func (a archive) scan(name string, h handler) error {
	f := a.files[partKey(name)]
	if f == nil {
		return fmt.Errorf("the workbook names the part %s and does not have it: is it complete?", name)
	}
	part, err := f.Open()
	if err != nil {
		return fmt.Errorf("the part %s cannot be unpacked: %w", name, err)
	}
	err = scanXML(&bounded{part, a.budget}, h)
	if err = errors.Join(err, part.Close()); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}

// errTooLarge is what reading a bomb ends in.
var errTooLarge = fmt.Errorf("the file inflates to more than %d times its size and is not read further", inflatedRatio)

// bounded reads until the budget is spent.
type bounded struct {
	from   io.Reader
	budget *int64
}

// Read reads, as far as the bound allows.
func (b *bounded) Read(p []byte) (int, error) {
	if *b.budget <= 0 {
		return 0, errTooLarge
	}
	n, err := b.from.Read(p[:min(int64(len(p)), *b.budget)])
	*b.budget -= int64(n)
	return n, err
}
