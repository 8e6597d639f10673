package yamldoc

import (
	"fmt"
	"strings"
	"unicode"
)

// proposeColon puts the colon behind the line's first word.
func proposeColon(s *site) []trial {
	at := s.word()
	if s.at(at) == ':' || at == s.start || s.colon >= 0 && s.colon <= s.skipWhite(at) {
		return nil
	}
	from, text, marked := at, ":", true
	name := unquote(string(s.text[s.start:at]))
	if wrong := strings.TrimRight(name, ";=：,."); wrong != name && wrong != "" && s.text[at-1] != '"' {
		from, name = at-1, wrong
	} else if next := s.skipWhite(at); strings.ContainsRune("=;：", s.at(next)) && s.white(next+1) {
		from, at = at, next+1
	} else {
		marked = false
	}
	if !s.white(at) {
		text = ": "
	}
	cost := s.colonCost(name, at)
	if marked {
		cost = likely
	}
	return []trial{s.trial(cost, CodeMissingColon, from, from+1,
		fmt.Sprintf("%q has no \":\" after it", name), `put ":" here`, s.replace(from, at, text))}
}

func (s *site) colonCost(name string, at int) float64 {
	switch {
	case s.knows(name) || s.at(s.start) == '"' && at > s.start:
		return likely
	case at >= s.end:
		return plausible
	case !unicode.IsLetter([]rune(name + " ")[0]):
		return guess + 0.2
	}
	if n := s.above(s.n); n >= 0 && s.outline.indent[n] == s.indent && s.outline.site(n).colon >= 0 {
		return possible
	}
	if n := s.below(s.n); n >= 0 && s.outline.indent[n] == s.indent && s.outline.site(n).colon >= 0 {
		return possible
	}
	return guess + 0.2
}

// proposeSpace puts the space behind a colon or a dash.
func proposeSpace(s *site) []trial {
	var out []trial
	if c := s.firstColon(); c > s.start && !s.white(c+1) {
		cost := possible
		if s.knows(unquote(string(s.text[s.start:c]))) {
			cost = likely - 0.2
		}
		out = append(out, s.trial(cost, CodeMissingSpace, c+1, c+2,
			`there is no space after ":"`, "put a space here", s.insert(c+1, " ")))
	}
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

// firstColon is the first colon within or behind the line's first word, -1
// where there is none.
func (s *site) firstColon() int {
	from := s.start
	if c := s.at(s.start); c == '"' || c == '\'' {
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
		if n >= 0 && s.outline.site(n).dash >= 0 {
			return true
		}
	}
	return false
}

// proposeDash puts the dash of a list's entry before the content, in the
// place of the last two spaces or behind them.
func proposeDash(s *site) []trial {
	if s.dash >= 0 || !s.amongDashes() && !s.belowKey() {
		return nil
	}
	const message = `this entry of a list has no "- " before it`
	out := []trial{s.trial(possible+0.1, CodeMissingDash, s.indent, s.indent+1, message, `put "- " here`, s.insert(s.indent, "- "))}
	if s.indent >= 2 {
		out = append(out, s.trial(possible+0.1, CodeMissingDash, s.indent-2, s.indent, message, `put "- " here`, s.replace(s.indent-2, s.indent, "- ")))
	}
	return out
}

// belowKey reports whether the line above ends in a key's colon.
func (s *site) belowKey() bool {
	n := s.above(s.n)
	return n >= 0 && strings.HasSuffix(strings.TrimSpace(s.lines[n]), ":")
}
