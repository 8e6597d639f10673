package pdf

// TextField is a field to write into.
type TextField struct {
	Name  string
	Label string // what it asks, for those who hear the form
	Lines bool   // whether it takes several lines
}

// TextField draws a field to write into.
func (p *Page) TextField(in *Tag, f TextField, x, y, width, height float64, l Look) {
	flags := 0
	if f.Lines {
		flags = multiline
	}
	frame := &canvas{}
	frame.frame(width, height, l)
	w := l.widget().name("FT", "Tx").int("Ff", flags).text("T", f.Name).text("TU", f.Label).text("Contents", f.Label).
		text("V", "").text("DV", "").text("DA", l.entry()).
		dict("AP", newDict().ref("N", p.document.appearance(width, height, frame.b))).
		dict("MK", newDict().numbers("BC", l.Border[:]...).numbers("BG", l.Fill[:]...))
	r := p.annotate(in, "Form", x, y, width, height, w)
	p.document.fields = append(p.document.fields, func() ref { return r })
}

// entry is how what is written looks (12.7.3.3).
func (l Look) entry() string {
	b := append([]byte("/"+entryFontName+" "), decimal(l.Size)...)
	b = append(b, " Tf "...)
	return string(append(appendNumbers(b, l.Ink[:]...), " rg"...))
}
