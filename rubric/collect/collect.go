// Package collect brings returned forms together: files of all formats that
// package ratings reads become one set of ratings with the source of each, and
// it is told what could not be read, what came twice, and who has not answered.
// It is pure, but for the files that it is given to read.
package collect

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// Collection is what the files hold together.
type Collection struct {
	Framework *rubric.Framework
	Book      *rubric.Book    // of all files that could be read
	Report    *ratings.Report // how these were understood
	Rows      []Row           // of one long ratings file, in the order of the files
	Unread    []Unread        // files that could not be read
	Same      []Same          // files that are another one, byte for byte
	Repeats   []Repeat        // forms that came in more than one file
	filings   []filing
}

// Unread is a file that could not be read, and why.
type Unread struct {
	File string
	Err  error
}

// Same is a file with the same bytes as one before it. It is not read again.
type Same struct{ File, As string }

// ErrNothing says that no file could be read. What is wrong with each stands in
// the collection.
var ErrNothing = errors.New("none of the files could be read as ratings")

// Files reads files against a framework. What cannot be read is left out and
// listed; with nothing left the error is [ErrNothing], beside a collection that
// lists it.
func Files(f *rubric.Framework, files []ratings.File, o ratings.Options) (*Collection, error) {
	c := &Collection{Framework: f}
	s := newSifter(c, o)
	for _, file := range files {
		s.sift(file)
	}
	if len(s.good) == 0 {
		return c, ErrNothing
	}
	c.filings = s.filings
	c.Repeats = s.repeats()
	var err error
	if c.Book, c.Report, err = ratings.Read(f, s.good, o); err != nil {
		return nil, err
	}
	c.Rows, err = rowsOf(c)
	return c, err
}

// sifter reads files one by one, to tell those that can be read, and to see which
// forms each of them holds.
type sifter struct {
	*Collection
	options ratings.Options
	seen    map[[sha256.Size]byte]string // the first file with these bytes
	good    []ratings.File
	voices  voices
	filings []filing
}

func newSifter(c *Collection, o ratings.Options) *sifter {
	return &sifter{Collection: c, options: o, seen: map[[sha256.Size]byte]string{}, voices: voices{}}
}

// sift takes a file up.
func (s *sifter) sift(file ratings.File) {
	sum, err := sumOf(file)
	if err != nil {
		s.Unread = append(s.Unread, Unread{file.Name, err})
		return
	}
	if first, known := s.seen[sum]; known {
		s.Same = append(s.Same, Same{file.Name, first})
		return
	}
	s.seen[sum] = file.Name
	book, _, err := ratings.Read(s.Framework, []ratings.File{file}, s.options)
	if err != nil {
		s.Unread = append(s.Unread, Unread{file.Name, bare(err)})
		return
	}
	s.good = append(s.good, file)
	s.filings = append(s.filings, s.filingsOf(file.Name, book)...)
}

// sumOf sums the bytes of a file up.
func sumOf(file ratings.File) ([sha256.Size]byte, error) {
	if file.Data != nil || file.Open == nil {
		return sha256.Sum256(file.Data), nil
	}
	var out [sha256.Size]byte
	in, err := file.Open()
	if err != nil {
		return out, fmt.Errorf("it cannot be opened: %w", err)
	}
	defer in.Close()
	h := sha256.New()
	if _, err := io.Copy(h, in); err != nil {
		return out, fmt.Errorf("it cannot be read: %w", err)
	}
	h.Sum(out[:0])
	return out, nil
}

// bare is the error of one file without the file's name, which the collection
// tells.
func bare(err error) error {
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) || len(joined.Unwrap()) != 1 {
		return err
	}
	if inner := errors.Unwrap(joined.Unwrap()[0]); inner != nil {
		return inner
	}
	return err
}
