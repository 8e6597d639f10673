package repair

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
)

// closeQuote puts the missing quote at the end of a text, or where the entry
// of a flow collection ends.
func closeQuote(t stretch, more float64) []trial {
	q := t.text[0]
	var out []trial
	if last := len(t.text) - 1; last > 0 && strings.ContainsRune(`"'”’`, t.text[last]) {
		out = append(out, t.trial(likely+0.05+more, CodeUnclosedQuote, 0, 1, "the text begins with one kind of quote and ends in another",
			fmt.Sprintf("end it with %c", q), t.replace(last, last+1, string(q))))
	}
	for k, end := range quoteEnds(t) {
		out = append(out, t.trial(likely+0.1+0.02*float64(k)+more, CodeUnclosedQuote, 0, 1, quoteOpen,
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

// quotesInBrackets mends the quotes of the entries in brackets.
func (s *site) quotesInBrackets() []trial {
	f := newFlow(s.stretch(s.value, s.n))
	var out []trial
	for i := 1; i < len(f.text) && len(out) < 2*maxEnds; i++ {
		if isQuote(f.text[i]) && f.beginsEntry(i) {
			rest := f.sub(i, len(f.text))
			out = append(out, quotedEntry(rest)...)
			i += QuotedWidth(rest.text) - 1
		}
	}
	return out
}

// quotedEntry mends the quotes of an entry that may end at any of its marks.
func quotedEntry(rest stretch) []trial {
	q := rest.text[0]
	var out []trial
	if len(unescaped(rest, q))%2 == 1 {
		out = closeQuote(rest, 0.05)
	}
	for _, end := range quoteEnds(rest)[1:] {
		if entry := rest.sub(0, end); end > 1 && entry.text[end-1] == q {
			out = append(out, quoted(entry, 0.05)...)
		}
	}
	return out
}

// escapable are the characters that may follow a backslash in double quotes.
const escapable = "0abt\tnvfre \"/\\N_LPxuU\n"

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
		if !strings.ContainsRune(escapable, t.char(i+1)) {
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
		fmt.Sprintf(`\%c means nothing in double quotes`, t.char(first+1)), `write \\ for a backslash`, edits...)}
}
