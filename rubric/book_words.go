package rubric

import (
	"bytes"
	"iter"
	"maps"
	"slices"

	"rubrickit/rubric/internal/parallel"
)

// Words are the words that the forms have in the optional dimensions.
type Words struct {
	Raters bool // some form names its rater
	// Groups and Occasions stand in the order of code points, each once; ""
	// is among them where a form has none.
	Groups, Occasions []string
}

// Words lists the words of all forms but the blank ones. Each processor looks
// at some parts of the forms.
func (b *Book) Words() Words {
	return together(parallel.Gather(b.forms.Parts(), func(parts iter.Seq[int]) heard {
		var h heard
		for part := range parts {
			for row := range b.forms.Part(part) {
				b.hear(&h, sheetOf(row))
			}
		}
		return h
	}))
}

// heard is the words of some forms.
type heard struct {
	raters            bool
	groups, occasions wordSet
}

// hear takes the words of a form, unless it is blank.
func (b *Book) hear(h *heard, s Sheet) {
	if b.blank(&s) {
		return
	}
	h.raters = h.raters || len(s.Rater) > 0
	h.groups.add(s.Group)
	h.occasions.add(s.Occasion)
}

// blank reports whether nothing stands in a form, as where all its ratings were
// rejected.
func (b *Book) blank(s *Sheet) bool {
	for column := range b.items {
		if s.Mark(column) != MarkAbsent {
			return false
		}
	}
	return true
}

// together are all words that were heard.
func together(all []heard) Words {
	raters, groups, occasions := false, map[string]bool{}, map[string]bool{}
	for _, h := range all {
		raters = raters || h.raters
		maps.Copy(groups, h.groups.words)
		maps.Copy(occasions, h.occasions.words)
	}
	return Words{raters, slices.Sorted(maps.Keys(groups)), slices.Sorted(maps.Keys(occasions))}
}

// wordSet is a set of words.
type wordSet struct {
	words map[string]bool
	last  []byte // that was added: one word often comes many times in a row
}

func (w *wordSet) add(word []byte) {
	if w.words == nil {
		w.words = map[string]bool{}
	} else if bytes.Equal(word, w.last) {
		return
	}
	if w.last = word; !w.words[string(word)] {
		w.words[string(word)] = true
	}
}
