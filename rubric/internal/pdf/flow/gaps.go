package flow

import (
	"maps"
	"slices"
	"unicode"
)

// Gaps are what text has and its fonts have not, in the order of Unicode.
type Gaps struct {
	Letters []rune   // without which the text cannot be read
	Symbols []string // for which a box is drawn
	Scripts []string // whose letters change beside each other, which is not done here
}

type gapSet struct {
	letters map[rune]bool
	symbols map[string]bool
	scripts map[string]bool
}

// Gaps returns what the fonts lacked for the text that was set so far.
func (t *Typesetter) Gaps() Gaps {
	return Gaps{
		slices.Sorted(maps.Keys(t.gaps.letters)),
		slices.Sorted(maps.Keys(t.gaps.symbols)),
		slices.Sorted(maps.Keys(t.gaps.scripts)),
	}
}

// addMissing notes a cluster that no face has: a symbol, or the letters of it
// that are missing everywhere.
func (g *gapSet) addMissing(cluster string, faces []Face) {
	first := []rune(cluster)[0]
	if unicode.IsSymbol(first) || unicode.Is(unicode.Co, first) {
		note(&g.symbols, cluster)
		return
	}
	found := false
	for _, r := range cluster {
		if !isInvisible(r) && !hasGlyph(faces, r) {
			note(&g.letters, r)
			found = true
		}
	}
	if !found { // each letter is in some face, but no face has them all
		note(&g.letters, first)
	}
}

func hasGlyph(faces []Face, r rune) bool {
	return slices.ContainsFunc(faces, func(f Face) bool {
		_, ok := f.Font.Glyph(r)
		return ok
	})
}

func (g *gapSet) addScript(name string) { note(&g.scripts, name) }

// note puts a key into a set, which is made when it is first needed.
func note[K comparable](set *map[K]bool, key K) {
	if *set == nil {
		*set = map[K]bool{}
	}
	(*set)[key] = true
}

// shaped are the scripts whose letters take other forms, places or an order
// from right to left depending on their neighbours.
var shaped = []string{
	"Arabic", "Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Hebrew", "Kannada", "Khmer", "Malayalam",
	"Mongolian", "Myanmar", "Nko", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu", "Thaana", "Tibetan",
}

// beforeShaped is the last letter before all of these scripts.
const beforeShaped = '\u0590'

// shapedScript names the script of a cluster if it is one of them.
func shapedScript(cluster string) string {
	for _, r := range cluster {
		if r < beforeShaped {
			continue
		}
		for _, name := range shaped {
			if unicode.Is(unicode.Scripts[name], r) {
				return name
			}
		}
	}
	return ""
}
