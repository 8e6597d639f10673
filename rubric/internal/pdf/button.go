package pdf

// Buttons are a field of which one state at most can be marked: each has a
// button of its own.
type Buttons struct {
	document *Document
	name     string
	label    string
	shape    Shape
	kids     []ref
	widgets  []*dict // of the kids, yet to be written
}

// Shape is how a button looks and behaves.
type Shape uint8

// The shapes.
const (
	Circle Shape = iota // one of several, which stays marked until another is
	Box                 // a box to tick, and to untick
)

// shapes has what the shapes differ in.
var shapes = [...]struct {
	flags    int
	sign     string // in the font of signs
	off, dot func(c *canvas, size float64, l Look)
}{
	Circle: {radioButtons | noToggleToOff, "l", (*canvas).ring, (*canvas).dot},
	Box:    {0, "4", (*canvas).box, (*canvas).tick},
}

// off is the state of a button that is not marked.
const off = "Off"

// AddButtons adds a field with buttons; the label says what it asks.
func (d *Document) AddButtons(name, label string, shape Shape) *Buttons {
	b := &Buttons{document: d, name: name, label: label, shape: shape}
	d.fields = append(d.fields, b.write)
	return b
}

// write writes the field above the buttons. A box alone is its own field, as
// programs expect.
func (b *Buttons) write() ref {
	o := b.document.objects
	if len(b.kids) == 1 && b.shape == Box {
		o.put(b.kids[0], b.entries(b.widgets[0]).bytes())
		return b.kids[0]
	}
	field := o.alloc()
	for i, kid := range b.kids {
		o.put(kid, b.widgets[i].ref("Parent", field).bytes())
	}
	o.put(field, b.entries(newDict()).text("TU", b.label).refs("Kids", b.kids).bytes())
	return field
}

// entries adds to a dictionary what makes it the field.
func (b *Buttons) entries(d *dict) *dict {
	return d.name("FT", "Btn").int("Ff", shapes[b.shape].flags).text("T", b.name).name("V", off).name("DV", off)
}

// Place draws the button of a state; its corner is given, and how long its
// sides are. The label says the state to those who hear the form. States of one
// field differ (see [StateName] for what they may be).
func (b *Buttons) Place(p *Page, in *Tag, state, label string, x, y, size float64, l Look) {
	s := shapes[b.shape]
	unmarked, marked := &canvas{}, &canvas{}
	s.off(unmarked, size, l)
	s.off(marked, size, l)
	s.dot(marked, size, l)
	states := newDict().ref(StateName(state), b.document.appearance(size, size, marked.b)).
		ref(off, b.document.appearance(size, size, unmarked.b))
	w := l.widget().name("H", "P").name("AS", off).dict("AP", newDict().dict("N", states)).
		text("DA", "/"+signFontName+" 0 Tf 0 g").text("TU", label).text("Contents", label).
		dict("MK", newDict().text("CA", s.sign).numbers("BC", l.Border[:]...).numbers("BG", white[:]...))
	b.kids = append(b.kids, p.annotation(in, "Form", x, y, size, size, w))
	b.widgets = append(b.widgets, w)
}

// StateName is the name of a state in the file: the state itself, unless that
// would say that nothing is marked. Such a one gets a "+" before, and so does
// every one that begins with "+".
func StateName(state string) string {
	if state == off || len(state) > 0 && state[0] == '+' {
		return "+" + state
	}
	return state
}
