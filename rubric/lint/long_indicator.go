package lint

import "rubrickit/rubric/diag"

var longIndicator = Rule{
	Code:     "long-indicator",
	Severity: diag.Note,
	About:    "what is rated takes too long to read and weigh",
	Off:      true,
	check:    checkLongIndicator,
}

// longWords is how many words are too many for one rating.
const longWords = 40

// checkLongIndicator counts the words of rated statements that have no
// descriptors. Measured: 8 findings, every competency of cms: true, and one
// question about its form asked eight times.
func checkLongIndicator(p *pass) {
	for _, it := range p.f.Indicators() {
		t := wording(it)
		words := wordsIn(t.text)
		if it.HasDescriptors() || len(words) <= longWords {
			continue
		}
		p.reportIn(t, words[longWords].from, words[len(words)-1].to,
			"a rater weighs all of it at once: shorten it, or make items of its parts and let the text introduce them",
			"%s has %d words, which is too much for one rating", t.what, len(words))
	}
}
