package render

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
)

// Logo is a picture that stands at the head of a form.
type Logo struct {
	Type          string // media type: "image/png", "image/jpeg"
	Data          []byte // the file as it is
	Width, Height int    // in pixels
}

// What a logo may be: more is a photograph, which would make each form heavy.
const (
	mostLogoBytes  = 1 << 20
	mostLogoPixels = 4 << 20
)

// picture is a kind of file that a logo may be: one row of pictures.
type picture struct {
	name, media string
	begins      string // the first bytes of every such file
	config      func(*bytes.Reader) (image.Config, error)
	decode      func(*bytes.Reader) (image.Image, error)
}

var pictures = []picture{
	{"PNG", "image/png", "\x89PNG\r\n\x1a\n",
		func(r *bytes.Reader) (image.Config, error) { return png.DecodeConfig(r) },
		func(r *bytes.Reader) (image.Image, error) { return png.Decode(r) }},
	{"JPEG", "image/jpeg", "\xff\xd8\xff",
		func(r *bytes.Reader) (image.Config, error) { return jpeg.DecodeConfig(r) },
		func(r *bytes.Reader) (image.Image, error) { return jpeg.Decode(r) }},
}

// ReadLogo reads and checks a picture: what it is, its content says and not its
// name; it must be whole, of at most 1 MiB and 4 million pixels.
func ReadLogo(in io.Reader) (*Logo, error) {
	data, err := io.ReadAll(io.LimitReader(in, mostLogoBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostLogoBytes {
		return nil, fmt.Errorf("the picture has more than %d KiB: save it smaller", mostLogoBytes>>10)
	}
	return checkLogo(data)
}

func checkLogo(data []byte) (*Logo, error) {
	i := slices.IndexFunc(pictures, func(p picture) bool { return bytes.HasPrefix(data, []byte(p.begins)) })
	if i < 0 {
		return nil, errors.New("it is neither a PNG nor a JPEG picture")
	}
	kind := pictures[i]
	size, err := kind.config(bytes.NewReader(data))
	if err == nil && int64(size.Width)*int64(size.Height) > mostLogoPixels {
		return nil, fmt.Errorf("the picture is %d × %d pixels, more than %d million in all: save it smaller", size.Width, size.Height, mostLogoPixels>>20)
	}
	if err == nil {
		_, err = kind.decode(bytes.NewReader(data))
	}
	if err != nil {
		return nil, fmt.Errorf("the %s picture is damaged: %w", kind.name, err)
	}
	return &Logo{Type: kind.media, Data: data, Width: size.Width, Height: size.Height}, nil
}
