package ratings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rubrickit/rubric"
)

// nearNames warns of ratees whose names differ in case, spaces or accents
// only. They are never merged.
func nearNames(b *rubric.Book) []string {
	spellings := map[string][]string{}
	for _, of := range b.Ratees() {
		key := bareName(string(of.Name))
		spellings[key] = append(spellings[key], string(of.Name))
	}
	var notes []string
	for _, names := range spellings {
		if len(names) > 1 {
			notes = append(notes, fmt.Sprintf("the names %q are taken for different people", names))
		}
	}
	slices.Sort(notes)
	return notes
}

// accented are letters with accents, each group after its bare letter.
var accented = strings.Fields("aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŉ oòóôõöøōŏő rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűų wŵ yýÿŷ zźżž")

// bareName is a name without case, spaces and accents, whether an accent is
// part of its letter or a mark after it.
func bareName(name string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case isSpace(c), unicode.Is(unicode.Mn, c):
			return -1
		case c < 0x80:
			return unicode.ToLower(c)
		}
		c = unicode.ToLower(c)
		for _, group := range accented {
			if strings.ContainsRune(group, c) {
				return rune(group[0])
			}
		}
		return c
	}, name)
}
