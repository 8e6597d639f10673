package adopt

import (
	"slices"
	"strings"
)

// ladder are words for levels, lowest first: published scales agree on them. The
// longest that a name has counts.
var ladder = [][]string{
	{"unsatisfactory", "ineffective", "never", "none", "not met", "does not meet", "no evidence", "not evident", "missing", "poor", "fail", "failing", "inadequate", "unacceptable", "absent", "strongly disagree", "not yet", "incomplete", "unaware", "no", "red"},
	{"beginning", "emerging", "novice", "rarely", "below", "minimal", "initial", "needs improvement", "weak", "limited", "entry", "disagree", "below basic", "awareness", "foundational", "seldom", "partially meets", "improvement necessary"},
	{"developing", "progressing", "fair", "partial", "partially", "partially met", "sometimes", "approaching", "basic", "apprentice", "some evidence", "neutral", "developing proficiency", "amber", "working towards"},
	{"proficient", "effective", "meets", "met", "competent", "good", "often", "performing", "practitioner", "established", "secure", "applying", "satisfactory", "agree", "adequate", "acceptable", "usually", "clear evidence", "meets expectations", "complete", "accomplished"},
	{"distinguished", "exemplary", "excellent", "advanced", "exceeds", "highly effective", "expert", "mastery", "transforming", "leading", "outstanding", "innovating", "always", "strongly agree", "sustaining", "superior", "extending", "very good", "exceeds expectations", "integrating", "exceptional", "yes", "green"},
}

// rank is where on the ladder a name stands; false where no word of it is there.
func rank(name string) (int, bool) {
	key := " " + keyOf(name) + " "
	best, size := 0, 0
	for i, words := range ladder {
		for _, word := range words {
			if len(word) > size && strings.Contains(key, " "+word+" ") {
				best, size = i, len(word)
			}
		}
	}
	return best, size > 0
}

// isLevel reports whether a text is the name of a level by itself.
func isLevel(text string, told []string) bool {
	if isTold(text, told) {
		return true
	}
	l, numbered := parseLevel(text)
	if len(strings.Fields(l.label)) > 4 {
		return false
	}
	_, known := rank(l.label)
	return known || numbered && (l.label != text || l.code != "")
}

// isLevelHeading is isLevel for headings, where a number may as well be a code: it
// asks for a word for a level, or for points. Where names are told, no others are.
func isLevelHeading(text string, told []string) bool {
	if len(told) > 0 {
		return isTold(text, told)
	}
	l, _ := parseLevel(text)
	if len(strings.Fields(l.label)) > 4 {
		return false
	}
	_, known := rank(l.label)
	return known || l.to != "" || levelWord.MatchString(oneLine(plainOf(text)))
}

func isTold(text string, told []string) bool {
	return slices.ContainsFunc(told, func(name string) bool { return namesLevel(text, name) })
}

// namesLevel reports whether a name given by a person is that of a level: all of
// it, or its label.
func namesLevel(text, name string) bool {
	l, _ := parseLevel(text)
	return sameWords(text, name) || l.label != "" && sameWords(l.label, name)
}
