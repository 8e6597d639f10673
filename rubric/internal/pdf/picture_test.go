package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// picture is a PNG file whose pixels all cover as much.
func picture(t testing.TB, alpha uint8) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 4, 3))
	for i := range 12 {
		img.Set(i%4, i/4, color.NRGBA{200, 10, 10, alpha})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
