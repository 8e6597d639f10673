package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"rubrickit/rubric/internal/meaning"
)

// token is a word as it is compared, and as it stood.
type token struct{ term, form string }

// lexicon takes texts apart and remembers every word that it has seen: what
// takes long is done once for each of them.
type lexicon struct {
	language Language
	table    *meaning.Table // nil but for English
	entries  map[string]*entry
}

// entry is what is known of a word.
type entry struct {
	term   string          // as it is compared; "" for one that says nothing
	pieces []meaning.Piece // those that have a meaning
}

func lexiconOf(l Language) *lexicon {
	x := &lexicon{language: l, entries: map[string]*entry{}}
	if l == English {
		x.table = meaning.English()
	}
	return x
}

// entry looks a word up.
func (x *lexicon) entry(word string) *entry {
	e := x.entries[word]
	if e == nil {
		e = &entry{term: x.language.term(word)}
		if x.table != nil {
			e.pieces = x.table.Pieces(word)
		}
		x.entries[word] = e
	}
	return e
}

// tokens are the words of a text that count.
func (x *lexicon) tokens(words []string) []token {
	var out []token
	for _, form := range words {
		if term := x.entry(form).term; term != "" {
			out = append(out, token{term, form})
		}
	}
	return out
}

// pieces are the parts of a text that have a meaning.
func (x *lexicon) pieces(words []string) []meaning.Piece {
	var out []meaning.Piece
	for _, word := range words {
		out = append(out, x.entry(word).pieces...)
	}
	return out
}

// term is a word as it is compared. Words of one letter are left out, and with
// them the s of a possessive: an apostrophe ends a word.
func (l Language) term(word string) string {
	switch {
	case utf8.RuneCountInString(word) < 2:
		return ""
	case l == Plain:
		return word
	case isStopWord(word):
		return ""
	}
	return english.Stem(word, true)
}

// words returns the runs of letters and digits of a text in lower case and
// without accents.
func words(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
