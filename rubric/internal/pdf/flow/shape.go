package flow

import (
	"unicode"

	"github.com/rivo/uniseg"

	"rubrickit/rubric/internal/pdf"
)

// shape turns text of one span into glyphs at the end of a word.
func (t *Typesetter) shape(w *word, s *Span, text string) {
	state := -1
	for text != "" {
		var cluster string
		cluster, text, _, state = uniseg.FirstGraphemeClusterInString(text, state)
		p, ok := t.cluster(s, cluster)
		if ok {
			w.add(p, isSpaces(cluster))
		}
	}
}

// add puts a letter at the end of the word.
func (w *word) add(p part, space bool) {
	if n := len(w.parts); n > 0 && w.parts[n-1].joins(&p) {
		last := &w.parts[n-1]
		kern(&last.text, p.text.Glyphs[0])
		last.text.Glyphs = append(last.text.Glyphs, p.text.Glyphs...)
		before := last.width
		last.width = last.text.Width()
		p.width = last.width - before
	} else {
		w.parts = append(w.parts, p)
	}
	if space {
		w.spaces += p.width
		return
	}
	w.width += w.spaces + p.width
	w.spaces = 0
}

func kern(t *pdf.Text, next pdf.Glyph) {
	t.Font.Kern(&t.Glyphs[len(t.Glyphs)-1], next)
}

// cluster draws what a person takes for one letter: in the first face that has
// all of it, else as a box. It reports whether there is anything to draw.
func (t *Typesetter) cluster(s *Span, cluster string) (part, bool) {
	if script := shapedScript(cluster); script != "" {
		t.gaps.addScript(script)
	}
	drawn := false
	for i, face := range s.Style.Faces {
		glyphs, ok := glyphsOf(face.Font, cluster)
		if !ok {
			continue
		}
		if drawn = len(glyphs) > 0; drawn {
			text := pdf.Text{Font: face.Font, Size: s.Style.Size, Color: s.Style.Color, Heavy: face.Heavy, Glyphs: glyphs}
			return part{style: s.Style, face: i, text: text, link: s.Link, width: text.Width()}, true
		}
		return part{}, false
	}
	t.gaps.addMissing(cluster, s.Style.Faces)
	return part{style: s.Style, link: s.Link, box: cluster, width: boxWidth * s.Style.Size}, true
}

// glyphsOf returns the glyphs of a cluster, and whether the font has them all.
func glyphsOf(f *pdf.Font, cluster string) ([]pdf.Glyph, bool) {
	var out []pdf.Glyph
	for _, r := range cluster {
		if isInvisible(r) {
			continue
		}
		g, ok := f.Glyph(r)
		if !ok {
			return nil, false
		}
		out = append(out, g)
	}
	return out, true
}

// isInvisible tells what only says how its neighbours are drawn.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u200b'
}

func isSpaces(cluster string) bool {
	for _, r := range cluster {
		if r != ' ' {
			return false
		}
	}
	return true
}
