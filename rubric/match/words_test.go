package match

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		name     string
		language Language
		text     string
		want     string // terms, separated by spaces
	}{
		{"stems", English, "Developing developers developed development", "develop develop develop develop"},
		{"stop words", English, "the use of data, and with it the school", "data school"},
		{"possessive", English, "the school's vision, the students’ work", "school vision student work"},
		{"contraction", English, "Don't blame", "don blame"},
		{"hyphen", English, "grade-level, high-quality", "grade level high qualiti"},
		{"digits", English, "K-12, 360-degree, 5 years", "12 360 degre year"},
		{"upper case", English, "SEE It", "see"},
		{"accents", English, "Naïve café, nai\u0308ve cafe\u0301", "naiv cafe naiv cafe"},
		{"ligatures", English, "Œuvre, Straße, o\ufb03ce", "oeuvr strass offic"},
		{"soft hyphens", English, "leader\u00adship, school\u200bwide", "leadership schoolwid"},
		{"plain keeps forms", Plain, "les écoles et l'école", "les ecoles et ecole"},
		{"plain keeps English stop words", Plain, "the schools", "the schools"},
		{"other scripts", Plain, "Школа, школы", "школа школы"},
		{"nothing", English, " — 7 • ", ""},
	} {
		var terms []string
		for _, token := range lexiconOf(c.language).tokens(words(c.text)) {
			terms = append(terms, token.term)
		}
		if got := strings.Join(terms, " "); got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestTokensKeepTheForm(t *testing.T) {
	tokens := lexiconOf(English).tokens(words("Visions"))
	if len(tokens) != 1 || tokens[0] != (token{"vision", "visions"}) {
		t.Errorf("got %v", tokens)
	}
}

func TestStopWordsAreWords(t *testing.T) {
	for word := range stopWords {
		if got := words(word); len(got) != 1 || got[0] != word {
			t.Errorf("the stop word %q is taken apart as %q, so it never matches", word, got)
		}
	}
}

// Words are folded, in lower case, without anything but letters and digits,
// and taking them apart again changes nothing.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"The school's vision", "naïve cafe\u0301", "Straße ŒUVRE İ", "a\xffb \x00", "ſ K Å"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := words(text)
		for _, w := range got {
			if w == "" || !utf8.ValidString(w) || strings.ContainsFunc(w, func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.ToLower(r) != r
			}) {
				t.Errorf("%q: the word %q", text, w)
			}
		}
		if again := words(strings.Join(got, " ")); !slices.Equal(again, got) {
			t.Errorf("%q gives %q, and that gives %q", text, got, again)
		}
		for _, token := range lexiconOf(English).tokens(words(text)) {
			if token.term == "" || token.form == "" {
				t.Errorf("%q: the token %v", text, token)
			}
		}
	})
}
