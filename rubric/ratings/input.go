package ratings

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"

	"rubrickit/rubric"
)

// File is one file of ratings.
type File struct {
	Name string // used for places
	Data []byte
	// Open, where Data is nil, opens the file. It may be called more than once,
	// and gives the same bytes each time.
	Open func() (io.ReadCloser, error)
}

// loaded is the file with its bytes at hand.
func (f File) loaded() (File, error) {
	if f.Data != nil || f.Open == nil {
		return f, nil
	}
	in, err := f.Open()
	if err != nil {
		return f, err
	}
	defer in.Close()
	f.Data, err = readHeld(f.Name, in)
	return f, err
}

// input is a file that is read from its beginning to its end, unpacked, and
// summed up on the way.
type input struct {
	io.Reader
	io.Closer
	packed bool
	raw    *bufio.Reader // the file's own bytes
	sum    hash.Hash
	bytes  int64
	name   string
}

// stream opens the file.
func (f File) stream() (*input, error) {
	in := &input{sum: sha256.New(), name: f.Name}
	opened := io.NopCloser(bytes.NewReader(f.Data))
	if f.Data == nil && f.Open != nil {
		var err error
		if opened, err = f.Open(); err != nil {
			return nil, err
		}
	}
	in.Closer = opened
	in.raw = bufio.NewReaderSize(opened, 4<<10)
	in.Reader = io.TeeReader(in.raw, in)
	if first, err := in.raw.Peek(2); err == nil && isPacked(first) {
		z, err := gzip.NewReader(bufio.NewReaderSize(in.Reader, 64<<10))
		if err != nil {
			return in, nil // reading it whole says what is wrong
		}
		in.Reader, in.packed = z, true
	}
	return in, nil
}

// fileText is the text of a file in UTF-8, without a byte order mark.
type fileText struct {
	io.Reader
	encoding string // of the file, in reports
	// sum is to be given what was read, in the order of the file: so that
	// summing up can be done elsewhere than reading.
	sum io.Writer
}

// text is the text of a file, which is in UTF-8 unless it says otherwise or
// something else was told.
func (in *input) text(told string) (fileText, error) {
	ahead := in.raw
	if in.packed {
		ahead = bufio.NewReaderSize(in.Reader, 64<<10)
		in.Reader = ahead
	}
	first, _ := ahead.Peek(longestMark) // an error comes again
	m, err := markOf(first, told)
	if err == nil {
		_, err = io.CopyN(io.Discard, in.Reader, int64(len(m.bytes)))
	}
	switch {
	case m.charset.name != utf8Charset.name:
		return fileText{&decoded{from: in.Reader, charset: m.charset}, m.name, io.Discard}, err
	case in.packed:
		return fileText{in.Reader, m.name, io.Discard}, err
	}
	return fileText{in.raw, m.name, in}, err
}

// Write sums up what is read.
func (in *input) Write(p []byte) (int, error) {
	in.bytes += int64(len(p))
	return in.sum.Write(p)
}

// provenance is what the file was, once it is read.
func (in *input) provenance() (rubric.Input, error) {
	_, err := io.Copy(in, in.raw) // what stands behind the packed text
	return rubric.Input{File: in.name, SHA256: hex.EncodeToString(in.sum.Sum(nil)), Bytes: in.bytes}, err
}
