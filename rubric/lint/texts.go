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

// texts yields every text that is printed: the framework's, its scale's, its
// items' and their cells'.
func texts(f *rubric.Framework) iter.Seq[prose] {
	return func(yield func(prose) bool) {
		for _, key := range []struct{ name, text string }{{"title", f.Title}, {"text", f.Text}, {"guidance", f.Guidance}} {
			if key.text != "" && !yield(prose{"the framework's " + key.name, key.text, f.Places.At(key.name)}) {
				return
			}
		}
		for it := range f.All() {
			if !itemTexts(it, yield) {
				return
			}
		}
	}
}

func itemTexts(it *rubric.Item, yield func(prose) bool) bool {
	for _, key := range []struct{ name, text string }{{"title", it.Title}, {"text", it.Text}, {"stem", it.Stem}, {"guidance", it.Guidance}} {
		if key.text != "" && !yield(prose{"the " + key.name + " of " + it.Code, key.text, it.Places.At(key.name)}) {
			return false
		}
	}
	for _, l := range it.Levels {
		if l.Text != "" && !yield(prose{"level " + l.Code + " of " + it.Code, l.Text, l.Places.At("text")}) {
			return false
		}
	}
	return true
}
