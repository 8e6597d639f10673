package lint

import (
	"iter"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// prose is one text of a framework that people read on a form.
type prose struct {
	what string // "the title of 1.2"
	text string
	at   diag.Span
}

// texts yields every text that is printed: the framework's, its scales', its
// items' and their cells'.
func texts(f *rubric.Framework) iter.Seq[prose] {
	return func(yield func(prose) bool) {
		y := &yielder{yield: yield}
		y.text("the framework's title", f.Title, f.Places.At("title"))
		y.text("the framework's text", f.Text, f.Places.At("text"))
		y.text("the framework's guidance", f.Guidance, f.Places.At("guidance"))
		for _, s := range scales(f) {
			y.levels(s.Levels, " of the scale")
		}
		for it := range f.All() {
			y.item(it)
			if y.done {
				return
			}
		}
	}
}

// scales are those of the framework as a whole, each once.
func scales(f *rubric.Framework) []*rubric.Scale {
	out := f.Scales
	if f.Scale != nil && f.Scale.Name == "" {
		out = append([]*rubric.Scale{f.Scale}, out...)
	}
	return out
}

// yielder passes texts on until the reader has enough.
type yielder struct {
	yield func(prose) bool
	done  bool
}

func (y *yielder) text(what, text string, at diag.Span) {
	if text != "" && !y.done {
		y.done = !y.yield(prose{what, text, at})
	}
}

func (y *yielder) item(it *rubric.Item) {
	of := " of " + it.Code
	y.text("the title"+of, it.Title, it.Places.At("title"))
	y.text("the text"+of, it.Text, it.Places.At("text"))
	y.text("the stem"+of, it.Stem, it.Places.At("stem"))
	y.text("the guidance"+of, it.Guidance, it.Places.At("guidance"))
	y.levels(it.Levels, of)
}

func (y *yielder) levels(levels []rubric.Level, of string) {
	for _, l := range levels {
		y.text("the label of level "+l.Code+of, l.Label, l.Places.At("label"))
		y.text("the text of level "+l.Code+of, l.Text, l.Places.At("text"))
		y.text("the guidance for level "+l.Code+of, l.Guidance, l.Places.At("guidance"))
	}
}
