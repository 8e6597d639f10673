package ratings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

// months begin the names of months in English, German, French, Spanish,
// Italian, Portuguese and Dutch: a spreadsheet writes dates in its user's.
const months = `jan|janv|feb|fev|fév|mar|mär|mrz|mrt|apr|avr|abr|may|mai|mei|mag|jun|juin|giu|jul|juil|lug|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic|ene|gen`

// dateLike is a date, or what a spreadsheet made of one.
var dateLike = lazyregexp.New(`(?i)^(\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?|` +
	`\d{1,2}[-/. ]{0,2}(` + months + `)\pL*\.?([-/. ]\d{2,4})?|(` + months + `)\pL*\.?[-/. ]\d{1,4})$`)

// unknown says what is wrong with a cell that is no level and no null state.
func (m *matcher) unknown(text string) *problem {
	shown := cut(text, 60)
	switch {
	case m.several(text):
		return &problem{code: CodeMultipleValues, message: fmt.Sprintf("%q is more than one rating", shown)}
	case dateLike.MatchString(text):
		return &problem{code: CodeLooksLikeDate, message: fmt.Sprintf("%q looks like a date: a spreadsheet may have changed what was entered", shown)}
	}
	return &problem{
		code: CodeUnknownLabel, suggestion: m.nearest(shown),
		message: fmt.Sprintf("%q is no level of the scale (%s) and no null state", shown, strings.Join(m.names, ", ")),
	}
}

// nearest is the word that a cell was probably meant for; "" where none is. One
// or two characters are near to any others, so that they are taken only for a
// word with the same letters: NA for N/A, and not for NO.
func (m *matcher) nearest(text string) string {
	if utf8.RuneCountInString(text) > 2 {
		return diag.Nearest(text, m.suggestions())
	}
	letters := onlyLetters(text)
	for _, word := range m.suggestions() {
		if letters != "" && onlyLetters(word) == letters {
			return word
		}
	}
	return ""
}

// onlyLetters are the letters and digits of a text, without case.
func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// suggestions are the words that a cell may have been meant for.
func (m *matcher) suggestions() []string {
	out := slices.Clone(m.names)
	for _, null := range m.scale.Nulls {
		out = append(out, null.Words...)
	}
	return out
}

// conjunctions stand between two ratings as words.
var conjunctions = strings.NewReplacer(" and ", ";", " or ", ";", " to ", ";")

// several reports whether a cell lists two or more ratings: each a word of the
// scale or an accepted number, or any numbers where what stands between them
// can only separate.
func (m *matcher) several(text string) bool {
	text = conjunctions.Replace(text)
	lists := strings.ContainsAny(text, ";|&+\n")
	return m.eachIsRating(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";,|/&+\n-–—", r) }), lists) ||
		m.eachIsRating(strings.Fields(text), false)
}

func (m *matcher) eachIsRating(parts []string, anyNumber bool) bool {
	for _, part := range parts {
		_, ok := m.half(part)
		_, isNumber := number(clean(part))
		if !ok && !(anyNumber && isNumber) {
			return false
		}
	}
	return len(parts) > 1
}
