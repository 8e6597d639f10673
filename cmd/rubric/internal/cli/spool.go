package cli

import (
	"fmt"
	"io"
	"os"

	"rubrickit/rubric/ratings"
)

// spool copies a stream to a temporary file, so that it can be read twice. The
// file goes with the process, however that ends (see unnamed).
func (in *ratingFiles) spool(name string, from io.Reader) (ratings.File, error) {
	failed := func(err error) (ratings.File, error) {
		return ratings.File{}, fmt.Errorf("cannot keep a copy of %s: %w", name, err)
	}
	temp, err := os.CreateTemp("", "rubric-*")
	if err != nil {
		return failed(err)
	}
	if temp, err = unnamed(temp); err != nil {
		return failed(err)
	}
	in.spools = append(in.spools, temp)
	size, err := io.Copy(temp, from)
	if err != nil {
		return failed(err)
	}
	return ratings.File{Name: name, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.NewSectionReader(temp, 0, size)), nil
	}}, nil
}

// close gives the copies up.
func (in *ratingFiles) close() {
	for _, temp := range in.spools {
		temp.Close()
	}
}
