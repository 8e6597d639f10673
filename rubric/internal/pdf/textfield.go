package pdf

// TextField is a field to write into.
type TextField struct {
	Name  string
	Label string // what it asks, for those who hear the form
	Lines bool   // whether it takes several lines
	// Value is what stands in it, and Drawn how that looks until a program draws
	// it anew.
	Value string
	Drawn []Text
	// Late leaves what stands in it to [Template.Write].
	Late bool
}

// TextField draws a field to write into.
func (p *Page) TextField(in *Tag, f TextField, x, y, width, height float64, l Look) {
	flags := 0
	if f.Lines {
		flags = multiline
	}
	w := l.widget().name("FT", "Tx").int("Ff", flags).text("T", f.Name).text("TU", f.Label).text("Contents", f.Label)
	look := newDict().numbers("BC", l.Border[:]...).numbers("BG", l.Fill[:]...)
	late := lateField{name: f.Name, width: width, height: height, look: l}
	if f.Late {
		w.text("DA", l.entry()).dict("MK", look)
		late.ref, late.widget = p.annotation(in, "Form", x, y, width, height, w), w
		p.document.late = append(p.document.late, late)
	} else {
		drawing := p.document.appearance(width, height, late.drawing(f.Drawn), f.Drawn...)
		w.text("V", f.Value).text("DV", "").text("DA", l.entry()).dict("AP", newDict().ref("N", drawing)).dict("MK", look)
		late.ref = p.annotate(in, "Form", x, y, width, height, w)
	}
	p.document.fields = append(p.document.fields, func() ref { return late.ref })
}

// entry is how what is written looks (12.7.3.3).
func (l Look) entry() string {
	b := append([]byte("/"+entryFontName+" "), decimal(l.Size)...)
	b = append(b, " Tf "...)
	return string(append(appendNumbers(b, l.Ink[:]...), " rg"...))
}
