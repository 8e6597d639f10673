package lint

import "rubrickit/rubric/diag"

var vagueQuantifier = Rule{
	Code:     "vague-quantifier",
	Severity: diag.Note,
	About:    "how much or how well is left to the rater: some, appropriate, as needed",
	Off:      true,
	check:    checkVagueQuantifier,
}

var vagueWords = phrases("some", "several", "various", "many", "few", "a lot of", "a number of", "a variety of", "multiple",
	"appropriate", "appropriately", "adequate", "adequately", "sufficient", "sufficiently", "reasonable", "reasonably",
	"as needed", "as necessary", "as appropriate", "when necessary", "where possible", "if possible", "often", "regularly",
	"sometimes", "usually", "generally", "frequently", "timely")

// checkVagueQuantifier looks for words of degree that two raters read
// differently. Descriptors of levels often live by them, and statements of
// principle need some latitude. Measured: 66 findings. Of the 13 in the shipped
// ones 3 are right ("as needed", "when necessary", "adequately"); 40 stand in
// descriptors, which grade by such words, and most of the 13 in direct are
// "various" and "multiple" for a plain plural.
func checkVagueQuantifier(p *pass) {
	p.reportPhrase(vagueWords, "say how many, how often or by what it shows, so that two raters mean the same",
		"%s leaves open what %q means")
}
