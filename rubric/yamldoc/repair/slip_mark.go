package repair

import (
	"fmt"
	"strings"
	"unicode"
)

// proposeColon puts the colon behind the line's first word, in the place of a
// mark that was typed instead.
func proposeColon(s *site) []trial {
	at := s.word()
	if s.at(at) == ':' || at == s.start || s.colon >= 0 && s.colon <= s.skipWhite(at) {
		return nil
	}
	from, name, text := at, s.name(s.start, at), ":"
	cost := s.colonCost(name, at)
	if bare := strings.TrimRight(name, ";=：,."); bare != name && bare != "" && s.text[at-1] != '"' {
		from, name, cost = at-1, bare, likely
	} else if next := s.skipWhite(at); strings.ContainsRune("=;：", s.at(next)) && s.white(next+1) {
		at, cost = next+1, likely
	}
	if !s.white(at) {
		text = ": "
	}
	return []trial{s.trial(cost, CodeMissingColon, from, from+1,
		fmt.Sprintf("%q has no \":\" after it", name), `put ":" here`, s.replace(from, at, text))}
}

func (s *site) colonCost(name string, at int) float64 {
	switch {
	case s.knows(name) || s.at(s.start) == '"':
		return likely
	case at >= s.end:
		return plausible
	case unicode.IsLetter(s.text[s.start]) && s.amongKeys():
		return possible
	default:
		return guess + 0.2
	}
}

// amongKeys reports whether a neighbour of the line at the same indentation
// has a key.
func (s *site) amongKeys() bool {
	for _, n := range []int{s.above(s.n), s.below(s.n)} {
		if n >= 0 && s.outline.indent[n] == s.indent && s.outline.site(n).colon >= 0 {
			return true
		}
	}
	return false
}

// proposeSpace puts the space behind a colon or a dash.
func proposeSpace(s *site) []trial {
	out := s.spaceAfterColon()
	if at := s.word(); s.at(s.skipWhite(at)) == ':' && s.white(at) && at > s.start {
		c := s.skipWhite(at)
		out = append(out, s.trial(likely-0.1, CodeMissingSpace, at, c+1,
			`the space stands before ":" instead of after it`, `write ": "`, s.replace(at, c+1, ": ")))
	}
	if s.at(s.start) == '-' && !s.white(s.start+1) && s.at(s.start+1) != '-' {
		cost := plausible
		if s.amongDashes() {
			cost = likely - 0.2
		}
		out = append(out, s.trial(cost, CodeMissingSpace, s.start+1, s.start+2,
			`there is no space after "-"`, "put a space here", s.insert(s.start+1, " ")))
	}
	return out
}

func (s *site) spaceAfterColon() []trial {
	c := s.firstColon()
	if c <= s.start || s.white(c+1) {
		return nil
	}
	cost := possible
	if s.knows(s.name(s.start, c)) {
		cost = likely - 0.2
	}
	const message = `there is no space after ":"`
	out := []trial{s.trial(cost, CodeMissingSpace, c+1, c+2, message, "put a space here", s.insert(c+1, " "))}
	if s.white(c+2) && c+2 < s.end {
		out = append(out, s.trial(cost-0.05, CodeMissingSpace, c+1, c+2,
			message, "let the space and the character before it change places", s.replace(c+1, c+3, " "+string(s.text[c+1]))))
	}
	return out
}

// firstColon is the first colon within or behind the line's first word, -1
// where there is none.
func (s *site) firstColon() int {
	from := s.start
	if isQuote(s.at(s.start)) {
		from = s.word()
		if s.at(from) != ':' {
			return -1
		}
	}
	for i := from; i < s.end && !s.white(i); i++ {
		if s.text[i] == ':' {
			return i
		}
	}
	return -1
}

// amongDashes reports whether a neighbour of the line begins with a dash.
func (s *site) amongDashes() bool {
	for _, n := range []int{s.above(s.n), s.below(s.n)} {
		if n >= 0 && !s.prose[n] && s.outline.site(n).dash >= 0 {
			return true
		}
	}
	return false
}

// proposeDash puts the dash of a list's entry before the content, in the
// place of the last two spaces or behind them.
func proposeDash(s *site) []trial {
	if s.dash >= 0 || !s.amongDashes() && (s.colon >= 0 || !s.belowKey()) {
		return nil
	}
	const message, action = `this entry of a list has no "- " before it`, `put "- " here`
	out := []trial{s.trial(possible+0.1, CodeMissingDash, s.indent, s.indent+1, message, action, s.insert(s.indent, "- "))}
	if s.indent >= 2 {
		out = append(out, s.trial(possible+0.1, CodeMissingDash, s.indent-2, s.indent, message, action, s.replace(s.indent-2, s.indent, "- ")))
	}
	return out
}

// belowKey reports whether the line above is a key without a value.
func (s *site) belowKey() bool {
	n := s.above(s.n)
	return n >= 0 && s.outline.site(n).endsInColon()
}
