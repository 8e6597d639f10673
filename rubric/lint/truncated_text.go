package lint

import (
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

var truncatedText = Rule{
	Code:     "truncated-text",
	Severity: diag.Warning,
	About:    "a text that ends in the middle: … in order to",
	check:    checkTruncatedText,
}

// unfinished are the endings after which a text must go on. Of the words,
// only those that end no English sentence are here: "of", "in" and "with" may.
var unfinished = lazyregexp.New(`(\s|\()(a|an|the|and|or|nor|but|their|its|our|your|every|including|in order to|such as|as well as|because|whose)$`)

// checkTruncatedText looks at the end of every text, and of the entries of
// lists in it. A comma, a semicolon, or "and" may end any entry but the last, a
// colon a text that goes on below. Measured: no findings, and 12 in the NIST
// standards, all right: introductions whose lists were lost in NIST SP 800-66.
func checkTruncatedText(p *pass) {
	goesOn := p.introductions()
	for _, t := range p.texts {
		entries := entriesOf(t.text)
		for i, e := range entries {
			last := i == len(entries)-1
			if from, why := cutOff(e.text, p.english); why != "" && last && !goesOn[t.at] {
				p.reportIn(t, e.from+from, e.from+len(e.text), "write the end of it; if it ends here, write it so that it does not look cut off",
					"%s breaks off after %s", t.what, why)
			}
		}
	}
}

// introductions are the places of texts that something below goes on from:
// those of items that have others below them, the framework's own, stems, and
// statements in a row that do not end the sentence.
func (p *pass) introductions() map[diag.Span]bool {
	out := map[diag.Span]bool{p.f.Places.At("text"): true, p.f.Places.At("guidance"): true}
	for it := range p.f.All() {
		if it.Stem != "" {
			out[it.Places.At("stem")] = true
		}
		if len(it.Items) > 0 {
			out[it.Places.At("text")], out[it.Places.At("title")] = true, true
		}
		for i, child := range it.Items {
			if i < len(it.Items)-1 && (child.LeadIn() != "" || strings.HasSuffix(it.Text, ":")) {
				out[child.Places.At("text")] = true
			}
		}
	}
	return out
}

// cutOff tells what a text breaks off after, and where that stands; nothing
// where it ends well.
func cutOff(text string, english bool) (from int, why string) {
	bare := strings.TrimRight(text, "_* ")
	switch m := unfinished.FindStringSubmatchIndex(bare); {
	case strings.HasSuffix(bare, ",") || strings.HasSuffix(bare, ":"):
		return len(bare) - 1, "“" + bare[len(bare)-1:] + "”"
	case english && m != nil:
		return m[4], "“" + bare[m[4]:m[5]] + "”"
	case openBracket(bare) >= 0:
		return openBracket(bare), "a bracket that is not closed"
	}
	return 0, ""
}

// openBracket is where a bracket opens that is not closed, or -1.
func openBracket(text string) int {
	var open []int
	for i, r := range text {
		switch r {
		case '(':
			open = append(open, i)
		case ')':
			open = open[:max(0, len(open)-1)]
		}
	}
	if len(open) == 0 {
		return -1
	}
	return open[0]
}
