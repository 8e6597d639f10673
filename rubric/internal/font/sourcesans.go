package font

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
)

// The fonts stand as published, with their licence, which goes where they go.
//
//go:embed sourcesans
var sourceSans embed.FS

// Regular and Semibold read Source Sans 3, in which forms are set.
func Regular() (*Font, error) { return shipped("Regular") }

// Semibold is the weight for headings, see [Regular].
func Semibold() (*Font, error) { return shipped("Semibold") }

func shipped(weight string) (*Font, error) {
	packed, err := sourceSans.ReadFile("sourcesans/SourceSans3-" + weight + ".ttf.gz")
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return Parse(data)
}
