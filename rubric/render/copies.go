package render

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"time"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
)

// Copy is a form for one person: what its head says, and the name of its file,
// without an extension.
type Copy struct {
	Name string
	Who  rubric.Form
}

// Extension is the extension of the format's files, with its dot.
func (f *Format) Extension() string {
	if f.Name == "text" {
		return ".txt"
	}
	return "." + f.Name
}

// CopyWriter writes the copy of a form for one person.
type CopyWriter func(w io.Writer, c Copy) error

// Copier returns what writes copies of a blank form; what all of them share is done
// once, where the format allows it. No others than these copies may be written. An
// error of the writer's names whose copy it is.
func (f *Format) Copier(blank *form.Form, copies []Copy, o Options) (CopyWriter, error) {
	write := func(w io.Writer, c Copy) error { return f.Write(w, blank.For(c.Who), o) }
	if f.stencil != nil {
		var err error
		if write, err = f.stencil(blank, copies, o); err != nil {
			return nil, err
		}
	}
	return func(w io.Writer, c Copy) error {
		if err := write(w, c); err != nil {
			return fmt.Errorf("the form for %s: %w", c.Who.Ratee, err)
		}
		return nil
	}, nil
}

// WriteZIP writes copies as the files of an archive, one after the other, so that
// its memory does not grow with their number; next is told how many are written
// before each. The same copies give the same bytes.
func WriteZIP(w io.Writer, blank *form.Form, copies []Copy, format *Format, o Options, next func(done int)) error {
	write, err := format.Copier(blank, copies, o)
	if err != nil {
		return err
	}
	archive := zip.NewWriter(w)
	var one bytes.Buffer
	for i, c := range copies {
		next(i)
		one.Reset()
		if err := write(&one, c); err != nil {
			return err
		}
		out, err := archive.CreateHeader(&zip.FileHeader{Name: c.Name + format.Extension(), Method: format.packing(), Modified: dawn})
		if err != nil {
			return err
		}
		if _, err := one.WriteTo(out); err != nil {
			return err
		}
	}
	return archive.Close()
}

// packing is how files of the format go into an archive: those that are packed
// already gain nothing.
func (f *Format) packing() uint16 {
	if f.Binary {
		return zip.Store
	}
	return zip.Deflate
}

// dawn is the time of every file: the archive has no clock, and no earlier time.
var dawn = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
