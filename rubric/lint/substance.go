package lint

import (
	"slices"
	"strings"
)

// smallWords are words that one writer puts where another does not. Those that
// turn a meaning (not, or, from, with, all, some) are none.
var smallWords = strings.Fields("a an the this that these those each every their its his her our your of")

// substance is a text without case, punctuation, [smallWords] and the endings
// of English words.
func substance(text string) string {
	var out []string
	for _, w := range strings.Fields(wordsOf(text)) {
		if !slices.Contains(smallWords, w) {
			out = append(out, withoutEnding(w))
		}
	}
	return strings.Join(out, " ")
}

// withoutEnding is what the forms of a word have in common: "plan" of plans,
// planned and planning. It is no word always: "studi" of study and studies.
func withoutEnding(w string) string {
	for _, ending := range []string{"ing", "ed", "s"} {
		if bare, ok := strings.CutSuffix(w, ending); ok && len(bare) > 2 && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") {
			w = bare
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	switch n := len(w); {
	case n > 3 && w[n-1] == w[n-2]:
		return w[:n-1]
	case n > 2 && w[n-1] == 'y':
		return w[:n-1] + "i"
	}
	return w
}
