package load

import (
	"slices"
	"strings"
)

// foreignWords are what other programs and people call our keys. A word that
// could be several stands with each; the first that the object has is meant.
var foreignWords = []struct{ key, words string }{
	{"title", "name heading header caption label"},
	{"label", "name title caption heading"},
	{"text", "description desc statement body content definition details summary descriptor"},
	{"stem", "prompt intro introduction lead lead-in leadin"},
	{"guidance", "help hint hints instructions look-fors lookfors evidence examples"},
	{"notes", "comment comments remark remarks memo"},
	{"note", "comment comments remark remarks memo notes"},
	{"items", "children standards competencies competences criteria criterion indicators statements skills elements domains " +
		"sections nodes rows questions"},
	{"levels", "ratings descriptors cells columns options choices anchors"},
	{"scale", "rating range"},
	{"value", "points score number"},
	{"weight", "points score weighting percent"},
	{"aliases", "alias synonyms alternatives"},
	{"tiers", "hierarchy depths tier-names"},
	{"tags", "keywords categories labels"},
	{"publisher", "author authors owner organisation organization issuer"},
	{"language", "lang locale"},
	{"version", "revision edition"},
	{"uri", "url link href identifier"},
	{"url", "uri link href"},
	{"rights", "license licence copyright"},
	{"retrieved", "accessed date"},
	{"source", "origin reference citation"},
	{"retired", "deprecated withdrawn obsolete"},
}

// ourKey is the key that a word of another program stands for, out of those that
// are allowed; "" where it is none that is known.
func ourKey(word string, allowed []string) string {
	word = strings.ReplaceAll(strings.ToLower(word), "_", "-")
	for _, f := range foreignWords {
		if slices.Contains(allowed, f.key) && slices.Contains(strings.Fields(f.words), word) {
			return f.key
		}
	}
	return ""
}
