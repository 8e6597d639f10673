package lint

import (
	"slices"
	"strings"
	"unicode"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var stemCompletion = Rule{
	Code:     "stem-completion",
	Severity: diag.Warning,
	About:    "a statement that does not go on from its stem",
	check:    checkStemCompletion,
}

// checkStemCompletion reads each rated item behind the stem above it. It
// reports a statement that repeats the end of the stem, one with a subject of
// its own, and, where most of its neighbours begin in lower case, one that
// begins like a sentence. Measured: no findings.
func checkStemCompletion(p *pass) {
	for family := range families(p.f) {
		live := family.live()
		lower := 0
		for _, it := range live {
			if startsLower(wording(it).text) {
				lower++
			}
		}
		for _, it := range live {
			if stem := it.LeadIn(); stem != "" && it.IsRated() && p.english {
				p.checkCompletion(it, stem, 2*lower > len(live))
			}
		}
	}
}

func (p *pass) checkCompletion(it *rubric.Item, stem string, lowerCase bool) {
	t := wording(it)
	words, before := wordsIn(t.text), wordsIn(stem)
	if len(words) == 0 || len(before) == 0 {
		return
	}
	first, last := words[0], before[len(before)-1]
	const hint = "read the two in one breath, and go on from the stem: a verb, in lower case"
	switch {
	case repeatsStem(words, before):
		p.reportIn(t, first.from, first.to, hint, "%s repeats %q, the end of its stem", it.Code, last.text)
	case isSubject(first.lower):
		p.reportIn(t, first.from, first.to, hint, "%s does not complete its stem, but begins anew with %q", it.Code, first.text)
	case lowerCase && startsSentence(first.text):
		p.reportIn(t, first.from, first.to, hint, "%s begins with a capital, while its neighbours go on from the stem in lower case", it.Code)
	}
}

// repeatsStem reports whether a statement begins with the last word of its
// stem, or with all of it.
func repeatsStem(words, stem []word) bool {
	n := min(len(words), len(stem))
	return words[0].lower == stem[len(stem)-1].lower ||
		n == len(stem) && slices.EqualFunc(words[:n], stem, func(a, b word) bool { return a.lower == b.lower })
}

// isSubject reports whether a word is the subject of a sentence of its own.
func isSubject(w string) bool {
	return slices.Contains([]string{"i", "we", "he", "she", "they", "you"}, w)
}

func startsLower(text string) bool {
	words := wordsIn(text)
	return len(words) > 0 && strings.ToLower(words[0].text) == words[0].text
}

// startsSentence reports whether a word is written as the first of a
// sentence: Uses, but neither ICT nor iPad.
func startsSentence(w string) bool {
	r := []rune(w)
	return len(r) > 1 && unicode.IsUpper(r[0]) && strings.ToLower(string(r[1:])) == string(r[1:])
}
