package lint

import (
	"strings"

	"rubrickit/rubric/diag"
)

var readingLevel = Rule{
	Code:     "reading-level",
	Severity: diag.Note,
	About:    "a text that is hard to read, by the Flesch–Kincaid grade",
	Off:      true,
	check:    checkReadingLevel,
}

// The bounds of what is reported: a grade above that of a university degree,
// in a text long enough for the formula to mean something.
const (
	readingGrade = 18
	readingWords = 20
)

// checkReadingLevel reports rated English texts above the grade. The formula
// counts syllables and the length of sentences, and knows nothing of sense.
// Measured: 73 findings, 21 in cambridge, 46 in direct, 6 in elixir. All are
// long sentences; whether they should change only their authors know.
func checkReadingLevel(p *pass) {
	if !p.english {
		return
	}
	for _, it := range p.f.Indicators() {
		t := wording(it)
		words := wordsIn(t.text)
		if len(words) < readingWords {
			continue
		}
		if grade := gradeOf(words, 1+len(sentenceEnd.FindAllString(t.text, -1))); grade > readingGrade {
			p.report(t.at, "shorter sentences and plainer words; who rates reads it many times",
				"%s is hard to read: Flesch–Kincaid grade %.0f", t.what, grade)
		}
	}
}

// gradeOf is the grade level by Kincaid, Fishburne, Rogers and Chissom (1975),
// Derivation of new readability formulas for Navy enlisted personnel.
func gradeOf(words []word, sentences int) float64 {
	syllables := 0
	for _, w := range words {
		syllables += syllablesOf(w.lower)
	}
	n := float64(len(words))
	return float64(0.39*n/float64(sentences)) + float64(11.8*float64(syllables)/n) - 15.59
}

// syllablesOf counts groups of vowels, without a silent e at the end.
func syllablesOf(w string) int {
	n, inside := 0, false
	for _, r := range w {
		vowel := strings.ContainsRune("aeiouyàáâäèéêëìíîïòóôöùúûü", r)
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") && n > 1 {
		n--
	}
	return max(n, 1)
}
