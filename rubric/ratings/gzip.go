package ratings

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// A file may unpack to so many bytes whatever its size, and beyond that to so
// many times its size: ratings shrink to a tenth or a fortieth, a bomb to a
// thousandth.
const (
	unpackedAlways = 16 << 20
	unpackedRatio  = 200
)

// isPacked reports whether bytes begin as gzip does, whatever the file is called.
func isPacked(data []byte) bool { return bytes.HasPrefix(data, []byte("\x1F\x8B")) }

// unpack inflates gzip, all its members after each other.
func unpack(data []byte) ([]byte, error) {
	most := unpackedAlways + unpackedRatio*int64(len(data))
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("it begins like a gzip file and cannot be unpacked: %w", err)
	}
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(z, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the gzip file breaks off or is damaged after %d bytes of text: %w; fetch it again", n, err)
	case n > most:
		return nil, fmt.Errorf("the gzip file unpacks to more than %d times its size; if that is right, unpack it and give the file in it", unpackedRatio)
	}
	return out.Bytes(), nil
}
