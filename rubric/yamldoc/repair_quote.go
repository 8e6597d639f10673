package yamldoc

import (
	"fmt"
	"strings"
	"unicode"

	"rubrickit/rubric/diag"
)

// proposeQuote mends quotes that have no partner, and quotes within a quoted
// text, in the key and in the value.
func proposeQuote(s *site) []trial {
	out := s.keyQuotes()
	if strings.ContainsRune(`"'`, s.at(s.value)) {
		if last := s.proseExtent(); last > s.n {
			out = append(out, quoted(s.stretch(s.value, last), 0)...)
		}
		out = append(out, quoted(s.stretch(s.value, s.n), 0.05)...)
	} else if strings.ContainsRune("[{", s.at(s.value)) {
		out = append(out, s.quotesInBrackets()...)
	} else if s.value < s.end {
		out = append(out, s.unopened(s.value, s.end)...)
	}
	return out
}

// keyQuotes mends the quotes of the line's key.
func (s *site) keyQuotes() []trial {
	c := s.at(s.start)
	if c == '"' || c == '\'' {
		for i := s.start + 1; i < s.end; i++ {
			if s.text[i] == c && s.at(i+1) == c && s.at(i+2) == ':' {
				return []trial{s.trial(likely, CodeQuoteInText, i, i+1, "a quote stands twice", "take one away", s.replace(i, i+1, ""))}
			}
			if s.text[i] == c {
				return nil
			}
			if s.text[i] == ':' && s.white(i+1) {
				return []trial{s.trial(likely-0.1, CodeUnclosedQuote, s.start, i,
					"the quote opened here is not closed", fmt.Sprintf("put %c before the colon", c), s.insert(i, string(c)))}
			}
		}
		return nil
	}
	if s.colon > s.start {
		return s.unopened(s.start, s.colon)
	}
	return nil
}

// unopened puts the missing quote before a text that ends in one.
func (s *site) unopened(from, to int) []trial {
	c := s.at(to - 1)
	if c != '"' && c != '\'' || strings.Count(string(s.text[from:to]), string(c))%2 == 0 {
		return nil
	}
	return []trial{s.trial(plausible, CodeUnclosedQuote, from, from+1,
		fmt.Sprintf("the text ends in a quote (%c) that is opened nowhere", c), fmt.Sprintf("put %c here", c), s.insert(from, string(c)))}
}

// quoted mends a text that begins with a quote.
func quoted(t stretch, extra float64) []trial {
	q := t.text[0]
	quotes := unescaped(t, q)
	var out []trial
	if len(quotes) == 1 {
		return append(out, closeQuote(t, extra)...)
	}
	inner, closed := quotes[1:], quotes[len(quotes)-1] == len(t.text)-1
	if closed {
		inner = quotes[1 : len(quotes)-1]
	}
	if len(inner) == 0 {
		return nil
	}
	first := inner[0]
	if t.char(first+1) == '\n' {
		extra += 0.9 // it ends with its line, and what follows is no part of it
	}
	var edits []diag.Edit
	for _, i := range inner {
		edits = append(edits, t.insert(i, escapeOf(q)))
	}
	if closed {
		if len(inner) == 1 && (first == 1 || first == len(t.text)-2) {
			out = append(out, t.trial(likely+0.1+extra, CodeQuoteInText, first, first+1,
				"a quote stands twice", "take one away", t.replace(first, first+1, "")))
		}
		return append(out, t.trial(likely+0.15+extra, CodeQuoteInText, first, first+1,
			"a quote within the quoted text ends it too early", fmt.Sprintf("write %s%c for each quote within it", escapeOf(q), q), edits...))
	}
	out = append(out, wrap(t, plausible+extra, CodeQuoteInText, 0, inner[0]+1,
		"the text begins with a quote, so YAML takes it to end at the next one")...)
	edits = append(edits, t.insert(len(t.text), string(q)))
	return append(out, t.trial(possible+extra, CodeUnclosedQuote, 0, 1,
		"the quote opened here is not closed", fmt.Sprintf("put %c at the end, and write %s%c for those within", q, escapeOf(q), q), edits...))
}

// closeQuote puts the missing quote at the end of a text, or where the entry
// of a flow collection ends.
func closeQuote(t stretch, extra float64) []trial {
	q := t.text[0]
	const message = "the quote opened here is not closed"
	var out []trial
	if last := len(t.text) - 1; last > 0 && strings.ContainsRune(`"'”’`, t.text[last]) {
		out = append(out, t.trial(likely+0.05+extra, CodeUnclosedQuote, 0, 1, "the text begins with one kind of quote and ends in another",
			fmt.Sprintf("end it with %c", q), t.replace(last, last+1, string(q))))
	}
	for k, end := range quoteEnds(t) {
		out = append(out, t.trial(likely+0.1+0.02*float64(k)+extra, CodeUnclosedQuote, 0, 1, message,
			fmt.Sprintf("put %c after %q", q, lastWord(t.text[:end])), t.insert(end, string(q))))
	}
	return out
}

// maxEnds is how many places are tried for the end of a text.
const maxEnds = 30

// quoteEnds are the places where a text may end: behind its last character,
// and before a comma, a closing bracket or a remark.
func quoteEnds(t stretch) []int {
	out := []int{len(t.text)}
	for i := len(t.text) - 1; i > 0 && len(out) < maxEnds; i-- {
		if strings.ContainsRune(",]}", t.text[i]) || t.text[i] == ' ' && t.char(i+1) == '#' {
			out = append(out, i)
		}
	}
	return out
}

// quotesInBrackets closes the quotes that begin an entry in brackets and have
// no partner on their line.
func (s *site) quotesInBrackets() []trial {
	f := newFlow(s.stretch(s.value, s.n))
	var out []trial
	for i := 1; i < len(f.text); i++ {
		if c := f.text[i]; c != '"' && c != '\'' || !f.beginsEntry(i) {
			continue
		}
		rest := f.sub(i, len(f.text))
		w := quotedWidth(rest.text)
		if n := len(unescaped(rest, rest.text[0])); n%2 == 1 {
			out = append(out, closeQuote(rest, 0.05)...)
		}
		i += w - 1
	}
	return out
}

// unescaped are the places of the quotes in a text, without those that are
// doubled or behind a backslash; the first is the opening one.
func unescaped(t stretch, q rune) []int {
	out := []int{0}
	for i := 1; i < len(t.text); i++ {
		switch {
		case q == '"' && t.text[i] == '\\':
			i++
		case q == '\'' && t.text[i] == q && t.char(i+1) == q && i+2 < len(t.text):
			i++
		case t.text[i] == q:
			out = append(out, i)
		}
	}
	return out
}

func escapeOf(q rune) string {
	if q == '"' {
		return `\`
	}
	return "'"
}

// escapes are the characters that may follow a backslash in double quotes.
const escapes = "0abt\tnvfre \"/\\N_LPxuU\n"

// proposeBackslash doubles the backslashes that begin no escape of YAML's.
func proposeBackslash(s *site) []trial {
	if s.at(s.value) != '"' {
		return nil
	}
	t := s.stretch(s.value, s.proseExtent())
	var edits []diag.Edit
	first := -1
	for i := 1; i < len(t.text); i++ {
		if t.text[i] != '\\' {
			continue
		}
		if !strings.ContainsRune(escapes, t.char(i+1)) {
			edits = append(edits, t.insert(i, `\`))
			if first < 0 {
				first = i
			}
		}
		i++
	}
	if first < 0 {
		return nil
	}
	return []trial{t.trial(sure+0.2, CodeBackslash, first, first+2,
		fmt.Sprintf("\\%c means nothing in double quotes", t.char(first+1)), `write \\ for a backslash`, edits...)}
}

// smartQuotes are typographic quotes and the plain ones they stand for.
var smartQuotes = map[rune]string{'“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`, '‘': "'", '’': "'", '‚': "'"}

// proposeSmartQuote puts plain quotes for typographic ones that enclose a key
// or a value.
func proposeSmartQuote(s *site) []trial {
	out := s.smartPair(s.value, s.end)
	if s.at(s.end-1) == ',' {
		out = append(out, s.smartPair(s.value, s.end-1)...)
	}
	if s.colon >= 0 {
		out = append(out, s.smartPair(s.start, s.colon)...)
	} else if w := s.word(); s.at(w-1) == ':' {
		out = append(out, s.smartPair(s.start, w-1)...)
	}
	return out
}

// smartPair proposes plain quotes at either end of [from, to), where one of
// the two is typographic.
func (s *site) smartPair(from, to int) []trial {
	if to-from < 2 {
		return nil
	}
	open, first := smartQuotes[s.text[from]]
	shut, last := smartQuotes[s.text[to-1]]
	if !first && !last {
		return nil
	}
	at, q := from, open
	if !first {
		at, q = to-1, shut
	}
	const message = "typographic quotes do not enclose a text in YAML"
	action := fmt.Sprintf("write %s", q)
	var both []diag.Edit
	if first || s.text[from] == '"' || s.text[from] == '\'' {
		both = append(both, s.replace(from, from+1, q))
	}
	if last || s.text[to-1] == '"' || s.text[to-1] == '\'' {
		both = append(both, s.replace(to-1, to, q))
	}
	out := []trial{s.trial(sure+0.1, CodeSmartQuote, at, at+1, message, action, both...)}
	if unicode.IsLetter(s.at(to-1)) || first && !last {
		out = append(out, s.trial(sure+0.2, CodeSmartQuote, at, at+1, message, action, s.replace(from, from+1, q), s.insert(to, q)))
	}
	return out
}
