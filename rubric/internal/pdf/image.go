package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // what pictures may be
	_ "image/png"
)

// Image is a picture of a document.
type Image struct {
	name          string
	ref           ref
	Width, Height int // in pixels
}

// mostPixels bounds what a picture may unpack to.
const mostPixels = 16 << 20

// AddImage adds a picture, a PNG or JPEG file. Where it lets through what is
// behind it, it does so here.
func (d *Document) AddImage(data []byte) (*Image, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New("this is no picture that can be read; take a PNG or JPEG file")
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > mostPixels/config.Height {
		return nil, fmt.Errorf("this picture has %d × %d pixels; take a smaller one, 1,000 across print well", config.Width, config.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("this %s picture is damaged: %w", kind, err)
	}
	i := &Image{name: resourceName("I", len(d.images)), ref: d.objects.alloc(), Width: config.Width, Height: config.Height}
	d.images = append(d.images, i)
	colors, cover, opaque := samples(picture)
	about := i.samples("DeviceRGB")
	if !opaque {
		mask := d.objects.alloc()
		d.objects.stream(mask, i.samples("DeviceGray"), cover)
		about.ref("SMask", mask)
	}
	d.objects.stream(i.ref, about, colors)
	return i, nil
}

// samples describes a stream of pixels.
func (i *Image) samples(space string) *dict {
	return typed("XObject").name("Subtype", "Image").int("Width", i.Width).int("Height", i.Height).
		name("ColorSpace", space).int("BitsPerComponent", 8)
}

// samples returns the colours of a picture's pixels, how much each covers, and
// whether all cover fully.
func samples(picture image.Image) (colors, cover []byte, opaque bool) {
	b := picture.Bounds()
	opaque = true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
			colors = append(colors, c.R, c.G, c.B)
			cover = append(cover, c.A)
			opaque = opaque && c.A == 0xff
		}
	}
	return colors, cover, opaque
}

// Image draws a picture of a size.
func (p *Page) Image(i *Image, x, y, width, height float64) {
	p.content = append(p.content, "q\n"...)
	p.op("cm", width, 0, 0, height, x, p.up(y+height))
	p.content = append(appendName(p.content, i.name), " Do Q\n"...)
}
