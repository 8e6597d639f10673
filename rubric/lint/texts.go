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

// textsOf lists every text that is printed: the framework's, its scales', its
// items' and their cells'.
func textsOf(f *rubric.Framework) []prose {
	var c collector
	c.text("the framework's title", f.Title, f.Places.At("title"))
	c.text("the framework's text", f.Text, f.Places.At("text"))
	c.text("the framework's guidance", f.Guidance, f.Places.At("guidance"))
	for _, s := range scales(f) {
		c.levels(s.Levels, " of the scale")
	}
	for it := range f.All() {
		c.item(it)
	}
	return c.texts
}

// scales are those of the framework as a whole, each once.
func scales(f *rubric.Framework) []*rubric.Scale {
	out := f.Scales
	if f.Scale != nil && f.Scale.Name == "" {
		out = append([]*rubric.Scale{f.Scale}, out...)
	}
	return out
}

type collector struct{ texts []prose }

func (c *collector) text(what, text string, at diag.Span) {
	if text != "" {
		c.texts = append(c.texts, prose{what, text, at})
	}
}

func (c *collector) item(it *rubric.Item) {
	of := " of " + it.Code
	c.text("the title"+of, it.Title, it.Places.At("title"))
	c.text("the text"+of, it.Text, it.Places.At("text"))
	c.text("the stem"+of, it.Stem, it.Places.At("stem"))
	c.text("the guidance"+of, it.Guidance, it.Places.At("guidance"))
	c.levels(it.Levels, of)
}

func (c *collector) levels(levels []rubric.Level, of string) {
	for _, l := range levels {
		c.text("the label of level "+l.Code+of, l.Label, l.Places.At("label"))
		c.text("the text of level "+l.Code+of, l.Text, l.Places.At("text"))
		c.text("the guidance for level "+l.Code+of, l.Guidance, l.Places.At("guidance"))
	}
}

// wording is what an item says on a form: its text, or its title where it has
// no text.
func wording(it *rubric.Item) prose {
	if it.Text != "" {
		return prose{"the text of " + it.Code, it.Text, it.Places.At("text")}
	}
	return prose{"the title of " + it.Code, it.Title, it.Places.At("title")}
}

// cell is the text of a level of an item.
func cell(it *rubric.Item, l rubric.Level) prose {
	return prose{"the text of level " + l.Code + " of " + it.Code, l.Text, l.Places.At("text")}
}

// family is a set of items that stand side by side, retired ones included.
type family struct {
	parent *rubric.Item // nil at the top
	items  []*rubric.Item
}

// families yields every set of siblings, in document order.
func families(f *rubric.Framework) iter.Seq[family] {
	return func(yield func(family) bool) {
		if !yield(family{nil, f.Items}) {
			return
		}
		for it := range f.All() {
			if len(it.Items) > 0 && !yield(family{it, it.Items}) {
				return
			}
		}
	}
}

// live are the items of a family that are in use.
func (f family) live() []*rubric.Item {
	var out []*rubric.Item
	for _, it := range f.items {
		if !it.IsRetired() {
			out = append(out, it)
		}
	}
	return out
}
