package render_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"rubrickit/rubric/render"
)

// drawn is an empty picture of a size.
func drawn(t testing.TB, width, height int, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	picture := image.NewGray(image.Rect(0, 0, width, height))
	err := png.Encode(&b, picture)
	if kind == "image/jpeg" {
		b.Reset()
		err = jpeg.Encode(&b, picture, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadLogo(t *testing.T) {
	for _, kind := range []string{"image/png", "image/jpeg"} {
		data := drawn(t, 20, 10, kind)
		logo, err := render.ReadLogo(bytes.NewReader(data))
		if err != nil || logo.Type != kind || logo.Width != 20 || logo.Height != 10 || !bytes.Equal(logo.Data, data) {
			t.Errorf("%s: %+v, %v", kind, logo, err)
		}
	}
}

func TestReadLogoRefuses(t *testing.T) {
	small := drawn(t, 20, 10, "image/png")
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty":       {nil, "neither a PNG nor a JPEG"},
		"a drawing":   {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>`), "neither a PNG nor a JPEG"},
		"cut off":     {small[:len(small)/2], "the PNG picture is damaged"},
		"only magic":  {[]byte("\xff\xd8\xff"), "the JPEG picture is damaged"},
		"too heavy":   {make([]byte, 2<<20), "more than 1024 KiB"},
		"many pixels": {drawn(t, 3000, 3000, "image/png"), "3000 × 3000 pixels"},
	} {
		if _, err := render.ReadLogo(bytes.NewReader(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
