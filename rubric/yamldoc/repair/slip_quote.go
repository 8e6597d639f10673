package repair

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
)

func isQuote(c rune) bool { return c == '"' || c == '\'' }

// proposeQuote mends quotes that have no partner, and quotes within a quoted
// text, in the key and in the value.
func proposeQuote(s *site) []trial {
	out := s.keyQuotes()
	switch c := s.at(s.value); {
	case isQuote(c):
		return append(out, s.valueQuotes()...)
	case c == '[' || c == '{':
		return append(out, s.quotesInBrackets()...)
	case s.value < s.end:
		return append(out, s.unopened(s.value, s.end)...)
	}
	return out
}

// keyQuotes mends the quotes of the line's key.
func (s *site) keyQuotes() []trial {
	c := s.at(s.start)
	if !isQuote(c) && s.colon > s.start {
		return s.unopened(s.start, s.colon)
	}
	for i := s.start + 1; isQuote(c) && i < s.end; i++ {
		switch {
		case s.text[i] == c && s.at(i+1) == c && s.at(i+2) == ':':
			return []trial{s.trial(likely, CodeQuoteInText, i, i+1, quoteTwice, "take one away", s.replace(i, i+1, ""))}
		case s.text[i] == c:
			return nil
		case s.text[i] == ':' && s.white(i+1):
			return []trial{s.trial(likely-0.1, CodeUnclosedQuote, s.start, i, quoteOpen, fmt.Sprintf("put %c before the colon", c), s.insert(i, string(c)))}
		}
	}
	return nil
}

// The messages that stand in several places.
const (
	quoteOpen  = "the quote opened here is not closed"
	quoteTwice = "a quote stands twice"
)

// unopened puts the missing quote before a text that ends in one.
func (s *site) unopened(from, to int) []trial {
	c := s.at(to - 1)
	if !isQuote(c) || strings.Count(string(s.text[from:to]), string(c))%2 == 0 {
		return nil
	}
	return []trial{s.trial(plausible, CodeUnclosedQuote, from, from+1,
		fmt.Sprintf("the text ends in a quote (%c) that is opened nowhere", c), fmt.Sprintf("put %c here", c), s.insert(from, string(c)))}
}

// valueQuotes mends the quotes of a value that begins with one: of the text
// over several lines, of the line, and of the line without a last comma.
func (s *site) valueQuotes() []trial {
	var out []trial
	if last := s.proseExtent(); last > s.n {
		out = quoted(s.stretch(s.value, last), 0)
	}
	line := s.stretch(s.value, s.n)
	out = append(out, quoted(line, 0.05)...)
	if last := len(line.text) - 1; last > 1 && line.text[last] == ',' {
		out = append(out, quoted(line.sub(0, last), 0.02)...)
	}
	return out
}

// quoted mends a text that begins with a quote. More is added to the cost of
// what it proposes.
func quoted(t stretch, more float64) []trial {
	quotes := unescaped(t, t.text[0])
	last := len(quotes) - 1
	switch {
	case last == 0:
		return closeQuote(t, more)
	case quotes[last] == len(t.text)-1:
		return innerQuotes(t, quotes[1:last], more)
	default:
		return quotedStart(t, quotes[1:], more)
	}
}

// innerQuotes escapes the quotes within a text that ends in its quote.
func innerQuotes(t stretch, inner []int, more float64) []trial {
	if len(inner) == 0 {
		return nil
	}
	q, first := t.text[0], inner[0]
	out := []trial{t.trial(likely+0.15+more+t.lineEnd(first), CodeQuoteInText, first, first+1, "a quote within the quoted text ends it too early",
		fmt.Sprintf("write %s%c for each quote within it", escapeOf(q), q), escaped(t, inner)...)}
	if len(inner) == 1 && (first == 1 || first == len(t.text)-2) {
		out = append(out, t.trial(likely+0.1+more, CodeQuoteInText, first, first+1, quoteTwice, "take one away", t.replace(first, first+1, "")))
	}
	return out
}

// quotedStart encloses the whole of a text that begins with a quoted part, or
// closes it at the end.
func quotedStart(t stretch, inner []int, more float64) []trial {
	q := t.text[0]
	more += t.lineEnd(inner[0])
	whole := wrap(t, plausible+more, CodeQuoteInText, 0, inner[0]+1, "the text begins with a quote, so YAML takes it to end at the next one")
	return append(whole, t.trial(possible+more, CodeUnclosedQuote, 0, 1, quoteOpen,
		fmt.Sprintf("put %c at the end, and write %s%c for those within", q, escapeOf(q), q),
		append(escaped(t, inner), t.insert(len(t.text), string(q)))...))
}

// lineEnd is a cost for a quote that ends its line: what follows is rarely a
// part of the text.
func (t stretch) lineEnd(quote int) float64 {
	if t.char(quote+1) == '\n' {
		return 0.9
	}
	return 0
}

// escaped are the edits that escape the quotes at the given places.
func escaped(t stretch, quotes []int) []diag.Edit {
	var out []diag.Edit
	for _, i := range quotes {
		out = append(out, t.insert(i, escapeOf(t.text[0])))
	}
	return out
}

func escapeOf(q rune) string {
	if q == '"' {
		return `\`
	}
	return "'"
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

// QuotedWidth is the length of the quoted scalar that rest begins with, up to
// the line's end when it goes on below.
func QuotedWidth(rest []rune) int {
	if len(rest) == 0 {
		return 0
	}
	quote := rest[0]
	for i := 1; i < len(rest); i++ {
		switch {
		case quote == '"' && rest[i] == '\\':
			i++
		case rest[i] == quote && quote == '\'' && i+1 < len(rest) && rest[i+1] == quote:
			i++
		case rest[i] == quote:
			return i + 1
		}
	}
	return len(rest)
}
