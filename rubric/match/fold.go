package match

import (
	"strings"
	"unicode"
)

// unaccented lists the letters of Latin-1 and Latin Extended-A that fold into
// plain ones, in lower case, and the ligatures that PDF files leave in words.
var unaccented = []struct{ plain, letters string }{
	{"a", "àáâãäåāăą"}, {"ae", "æ"}, {"c", "çćĉċč"}, {"d", "ðďđ"}, {"e", "èéêëēĕėęě"}, {"ff", "ﬀ"}, {"ffi", "ﬃ"}, {"ffl", "ﬄ"}, {"fi", "ﬁ"}, {"fl", "ﬂ"},
	{"g", "ĝğġģ"}, {"h", "ĥħ"}, {"i", "ìíîïĩīĭįı"}, {"j", "ĵ"}, {"k", "ķ"}, {"l", "ĺļľŀł"},
	{"n", "ñńņňŋ"}, {"o", "òóôõöøōŏő"}, {"oe", "œ"}, {"r", "ŕŗř"}, {"s", "śŝşšș"}, {"ss", "ß"},
	{"t", "ţťŧț"}, {"th", "þ"}, {"u", "ùúûüũūŭůűų"}, {"w", "ŵ"}, {"y", "ýÿŷ"}, {"z", "źżž"},
}

// foldings replaces each of those letters.
var foldings = func() *strings.Replacer {
	var pairs []string
	for _, row := range unaccented {
		for _, letter := range row.letters {
			pairs = append(pairs, string(letter), row.plain)
		}
	}
	return strings.NewReplacer(pairs...)
}()

// fold writes a text in lower case and without accents, so that a word is the
// same word however its letters are typed ("naïve", "nai\u0308ve", "naive", "na\u00ADive").
func fold(text string) string {
	lower := strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.Cf) { // a combining accent; a soft hyphen and the like
			return -1
		}
		return unicode.ToLower(r)
	}, text)
	return foldings.Replace(lower)
}
