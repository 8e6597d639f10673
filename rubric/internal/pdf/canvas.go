package pdf

// canvas draws the appearance of a field, from its lower left corner.
type canvas struct{ b []byte }

var white = Color{1, 1, 1}

func (c *canvas) op(operator string, numbers ...float64) {
	c.b = append(appendNumbers(c.b, numbers...), ' ')
	c.b = append(append(c.b, operator...), '\n')
}

// arc is how far from its ends the handles of a quarter of a circle are, in
// its radius.
const arc = 0.5523

// circle is the path of a circle in the middle of a square.
func (c *canvas) circle(size, radius float64) {
	m, k := size/2, radius*arc
	c.op("m", m+radius, m)
	c.op("c", m+radius, m+k, m+k, m+radius, m, m+radius)
	c.op("c", m-k, m+radius, m-radius, m+k, m-radius, m)
	c.op("c", m-radius, m-k, m-k, m-radius, m, m-radius)
	c.op("c", m+k, m-radius, m+radius, m-k, m+radius, m)
	c.op("h")
}

// outlined sets the colours and line of a white shape with a border.
func (c *canvas) outlined(l Look, fill Color) {
	c.op("rg", fill[:]...)
	c.op("RG", l.Border[:]...)
	c.op("w", l.Line)
}

func (c *canvas) ring(size float64, l Look) {
	c.outlined(l, white)
	c.circle(size, (size-l.Line)/2)
	c.op("B")
}

func (c *canvas) dot(size float64, l Look) {
	c.op("rg", l.Sign[:]...)
	c.circle(size, size*0.28)
	c.op("f")
}

func (c *canvas) box(size float64, l Look) {
	c.outlined(l, white)
	c.op("re", l.Line/2, l.Line/2, size-l.Line, size-l.Line)
	c.op("B")
}

func (c *canvas) tick(size float64, l Look) {
	c.op("RG", l.Sign[:]...)
	c.op("w", size*0.14)
	c.op("J", 1)
	c.op("j", 1)
	c.op("m", size*0.24, size*0.52)
	c.op("l", size*0.42, size*0.30)
	c.op("l", size*0.78, size*0.74)
	c.op("S")
}

// frame is a field to write into, with what stands in it; programs put what is
// written between the last two operators.
func (c *canvas) frame(width, height float64, l Look, drawn []Text) {
	c.outlined(l, l.Fill)
	c.op("re", l.Line/2, l.Line/2, width-l.Line, height-l.Line)
	c.op("B")
	c.b = append(c.b, "/Tx BMC\n"...)
	if len(drawn) > 0 {
		c.written(width, height, l, drawn)
	}
	c.b = append(c.b, "EMC\n"...)
}

// entryIndent is the distance of what is written from the border, in points, as
// programs have it.
const entryIndent = 2

// written draws runs of glyphs on one line in the middle of a field; what is too
// long is cut off at the border.
func (c *canvas) written(width, height float64, l Look, drawn []Text) {
	m := drawn[0].Font.Metrics()
	base := (height-(m.Ascent-m.Descent)*drawn[0].Size/1000)/2 - m.Descent*drawn[0].Size/1000
	c.b = append(c.b, "q\n"...)
	c.op("re", l.Line, l.Line, width-2*l.Line, height-2*l.Line)
	c.b = append(c.b, "W n\nBT\n"...)
	c.op("Td", entryIndent+l.Line, base)
	for _, t := range drawn {
		c.b = append(appendName(c.b, t.Font.name), ' ')
		c.op("Tf", t.Size)
		c.op("rg", t.Color[:]...)
		c.b = t.appendGlyphs(c.b)
	}
	c.b = append(c.b, "ET\nQ\n"...)
}
