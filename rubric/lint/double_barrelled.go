package lint

import (
	"slices"
	"strings"

	"rubrickit/rubric/diag"
)

var doubleBarrelled = Rule{
	Code:     "double-barrelled",
	Severity: diag.Warning,
	About:    "an indicator that asks two things in one rating",
	check:    checkDoubleBarrelled,
}

// checkDoubleBarrelled looks, in English, for "recruit diverse staff and retain
// effective educators": a rated statement of one sentence whose leading verb
// has an object, and "and" or "or" with a second verb of the same form and an
// object of its own. Verbs that share an object ("create and sustain") are let
// pass, and so is whatever stands in a clause or behind "to", which may be one
// purpose; so are statements in -ing, where a second -ing is mostly a detail of
// the first. Measured: 9 findings, 4 in cambridge and 5 in mnps, all right;
// among those in -ing were 5 more, 2 of them right. In the NIST standards 24, of
// which 22 are right; "access" is a noun in one of the others, and one leaves the
// choice ("mask, encrypt, hash, or replace").
func checkDoubleBarrelled(p *pass) {
	if !p.english {
		return
	}
	for _, it := range p.f.Indicators() {
		t := wording(it)
		if it.HasDescriptors() || !isOneSentence(t.text) {
			continue
		}
		words := wordsIn(t.text)
		first, f := leading(words)
		if f != base && f != third {
			continue
		}
		if and, found := secondDemand(t.text, words, first, f); found {
			second, _ := demanded(words, and)
			p.reportIn(t, words[and].from, words[and].to,
				"a rater who sees one without the other cannot answer: make two items of it, or name the one thing that both serve",
				"%s asks two things in one rating: %q and %q", it.Code, words[first].text, words[second].text)
		}
	}
}

// secondDemand finds the conjunction behind which another thing is asked for
// than by the first verb.
func secondDemand(text string, words []word, first int, f form) (int, bool) {
	for i := first + 2; i < len(words)-1; i++ {
		switch w := words[i]; {
		case opensClause(words, i):
			return 0, false
		case !isConjunction(w.lower):
		case isDemand(text, words, i, f) && hasObject(words[first+1:i]):
			return i, true
		}
	}
	return 0, false
}

func isConjunction(w string) bool { return w == "and" || w == "or" }

// opensClause reports whether what follows hangs on a word of the sentence: a
// clause, or a purpose.
func opensClause(words []word, i int) bool {
	if words[i].lower == "to" {
		next := words[min(i+1, len(words)-1)]
		f, _ := verbOf(next.lower)
		return f == base || i > 0 && words[i-1].lower == "order"
	}
	return slices.Contains([]string{"that", "which", "who", "whose", "where", "when", "how", "if", "by", "through"}, words[i].lower)
}

// demanded is the index of the verb behind a conjunction, past adverbs.
func demanded(words []word, conjunction int) (int, bool) {
	for i := conjunction + 1; i < min(conjunction+3, len(words)); i++ {
		if isVerb(words[i].lower) {
			return i, true
		}
		if !strings.HasSuffix(words[i].lower, "ly") {
			break
		}
	}
	return 0, false
}

// isDemand reports whether a verb of the form f, with words behind it that
// can be its object, follows the conjunction at i.
func isDemand(text string, words []word, i int, f form) bool {
	at, ok := demanded(words, i)
	if !ok || at+1 >= len(words) {
		return false
	}
	found, doubtful := verbOf(words[at].lower)
	next := words[at+1].lower
	if found != f || isPreposition(words[i-1].lower) || isConjunction(next) || next == "it" || next == "them" {
		return false
	}
	between := text[words[at].to:words[at+1].from]
	if strings.TrimSpace(between) != "" {
		return false // a list of words
	}
	if !doubtful {
		return true
	}
	afterComma := strings.Contains(text[words[i-1].to:words[i].from], ",")
	return isDeterminer(next) || afterComma && !isPreposition(next)
}

// hasObject reports whether the words between the first verb and the
// conjunction can be an object: not another verb alone.
func hasObject(words []word) bool { return len(words) > 1 || !isPlainVerb(words[0].lower) }

// isPlainVerb reports whether a word is a verb and hardly anything else.
func isPlainVerb(w string) bool {
	f, doubtful := verbOf(w)
	return f != noVerb && !doubtful
}

func isPreposition(w string) bool {
	return slices.Contains(strings.Fields("about across against among around as at between beyond by for from in into of on over through to toward towards under with within without"), w)
}

func isDeterminer(w string) bool {
	return slices.Contains(strings.Fields("a all an any both each every his her its many multiple our other others several some that the their these this those your"), w)
}
