package lint

import "rubrickit/rubric/diag"

var absoluteWord = Rule{
	Code:     "absolute-word",
	Severity: diag.Note,
	About:    "words without exception, which hardly anyone can meet: always, never, all",
	Off:      true,
	check:    checkAbsoluteWord,
}

var absoluteWords = phrases("always", "never", "all", "every", "everyone", "everything", "none", "nobody", "no one", "entirely",
	"completely", "perfectly", "without exception", "at all times", "under any circumstances", "in all cases")

// checkAbsoluteWord looks for words that one counterexample refutes. In
// frameworks they often say whom a thing is for ("for all students"), which is
// meant. Measured: 28 findings; of the 15 in the shipped ones none is right.
func checkAbsoluteWord(p *pass) {
	p.reportPhrase(absoluteWords, "one exception refutes it: is that meant? Else say how far it must hold",
		"%s admits no exception: %q")
}
