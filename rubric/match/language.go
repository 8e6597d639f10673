package match

import (
	"slices"
	"strings"
	"unicode"
)

// Language says how texts are taken apart into words.
type Language uint8

// The languages. Plain takes the words as they stand, whatever the language;
// a language without spaces between words is beyond it.
const (
	English Language = iota // stop words out, Porter's second stemmer, the table of meaning
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

// tongues are the languages that a text without a tag is told by, and their
// small words: those that the others have not.
var tongues = []struct {
	tag   string
	small map[string]bool
}{
	{"en", setOf("the and of to with that their this from are by for")},
	{"de", setOf("der die und das den dem mit von fur ist eine einen zu im auf werden")},
	{"fr", setOf("le les des et du dans pour est une sur aux ou leurs au")},
	{"es", setOf("el los las y del con por sus como una al se")},
	{"pt", setOf("os da do dos em uma com nao ao para seus")},
	{"it", setOf("il gli della delle di che per sono nel alla dei loro")},
	{"nl", setOf("het een van voor met zijn op aan bij wordt door")},
}

// undetermined is the tag of a language that is not known.
const undetermined = "und"

// TongueOf is the language of texts: the tag that they have, or else what
// their small words look like. Texts in other letters than Latin ones are of an
// undetermined language; texts with too few words to tell have no tag, which
// counts as English.
func TongueOf(tag string, readings []Reading) string {
	if tag != "" {
		return tag
	}
	counts := make([]int, len(tongues))
	latin, letters := 0, 0
	for _, r := range readings {
		for _, word := range words(r.Own) {
			letters++
			if strings.IndexFunc(word, foreign) < 0 {
				latin++
			}
			for i, t := range tongues {
				if t.small[word] {
					counts[i]++
				}
			}
		}
	}
	if latin < letters-latin {
		return undetermined
	}
	return tellingOf(counts)
}

// foreign reports a letter of another script than the Latin one.
func foreign(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }

// fewestSmall is how many small words of a language tell it at least.
const fewestSmall = 5

// tellingOf is the tag of the language with the most small words, of equals the
// one that stands first; "" where there are too few.
func tellingOf(counts []int) string {
	most := slices.Max(counts)
	if most < fewestSmall {
		return ""
	}
	return tongues[slices.Index(counts, most)].tag
}
