package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
)

// Language says how texts are taken apart into words.
type Language uint8

// The languages. Plain takes the words as they stand, whatever the language;
// a language without spaces between words is beyond it.
const (
	English Language = iota // stop words out, Porter's second stemmer
	Plain
)

// LanguageOf returns the language in which two frameworks can be compared,
// from their BCP 47 tags: English when both are English or say nothing, else
// Plain.
func LanguageOf(source, target string) Language {
	if isEnglish(source) && isEnglish(target) {
		return English
	}
	return Plain
}

// SameLanguage reports whether two BCP 47 tags name one language, whatever the
// region or the script. No tag counts as English.
func SameLanguage(source, target string) bool { return primary(source) == primary(target) }

func isEnglish(tag string) bool { return primary(tag) == "en" }

// primary is the language that a tag begins with.
func primary(tag string) string {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if language == "" {
		return "en"
	}
	return language
}

// token is a word as it is compared, and as it stood.
type token struct{ term, form string }

// tokens takes a text apart. Words of one letter are left out, and with them
// the s of a possessive: an apostrophe ends a word.
func (l Language) tokens(text string) []token {
	var out []token
	for _, form := range words(text) {
		if utf8.RuneCountInString(form) < 2 {
			continue
		}
		switch {
		case l == Plain:
			out = append(out, token{form, form})
		case !isStopWord(form):
			out = append(out, token{english.Stem(form, true), form})
		}
	}
	return out
}

// words returns the runs of letters and digits of a text in lower case and
// without accents.
func words(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
