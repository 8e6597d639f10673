package match

import "strings"

// stopWords are the English words that say nothing about what an item asks.
var stopWords = setOf(`
	a about above after again all also am an and any are as at be because been
	before being below between both but by can could did do does doing during
	each etc for from further had has have having he her here hers him his how
	i if in into is it its itself just may me might more most must my no nor
	not of off on once only or other our out over own per same shall she should
	so some such than that the their them then there these they this those
	through to too under until up upon us use used using very via was we were
	what when where which while who whom why will with within without would
	you your`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

func isStopWord(word string) bool { return stopWords[word] }
