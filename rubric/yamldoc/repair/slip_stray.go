package repair

import (
	"fmt"
	"strings"
)

// structural are the characters that mean something to YAML, and those that
// are typed in their place.
const structural = `:-"'{}[],#|>&*!%@` + "`;?.="

// maxStray is how many characters of one line are suspected.
const maxStray = 60

// proposeStray takes away or swaps characters that mean something to YAML,
// takes the whole line away, or brings a line back that is a comment.
func proposeStray(s *site) []trial {
	if s.at(s.start) == '#' {
		return s.uncomment()
	}
	out := s.strayStart()
	suspected := 0
	for i, c := range s.text {
		if strings.ContainsRune(structural, c) && suspected < maxStray {
			out = append(out, s.strayAt(i)...)
			suspected++
		}
	}
	return append(out, s.trial(desperate+0.4, CodeStrayText, s.indent, s.end,
		"this line fits nowhere", "take it away, or join it to the text it belongs to", s.replace(0, len(s.text), "")))
}

func (s *site) strayAt(i int) []trial {
	c := string(s.text[i])
	out := []trial{s.trial(desperate, CodeStrayText, i, i+1, fmt.Sprintf("a stray %q stands here", c), "take it away", s.replace(i, i+1, ""))}
	for _, k := range []int{i, i + 1} {
		if k > 0 && k < s.end && s.text[k-1] != s.text[k] {
			out = append(out, s.swap(desperate-0.1, k))
		}
	}
	return out
}

// swap lets a character change places with the one before it.
func (s *site) swap(cost float64, i int) trial {
	a, b := string(s.text[i-1]), string(s.text[i])
	return s.trial(cost, CodeStrayText, i-1, i+1, fmt.Sprintf("%q and %q seem to have changed places", a, b), "swap them", s.replace(i-1, i+1, b+a))
}

// strayStart mends what stands before the line's key: the line of dashes that
// begins a document, and a single character.
func (s *site) strayStart() []trial {
	if s.n == 0 && s.end > 0 && strings.Trim(string(s.text[:s.end]), "-") == "" {
		return []trial{s.trial(plausible, CodeStrayText, 0, s.end, "the line that begins a document has three dashes", "write ---", s.replace(0, s.end, "---"))}
	}
	next := s.skipWhite(s.start + 1)
	if next == s.start+1 || s.colon <= next {
		return nil
	}
	message := fmt.Sprintf("a stray %q stands before the key", s.at(s.start))
	out := []trial{
		s.trial(desperate, CodeStrayText, s.start, s.start+1, message, "take it away", s.replace(s.start, s.start+1, "")),
		s.trial(desperate, CodeStrayText, s.start, s.start+1, message, "type a space in its place", s.replace(s.start, s.start+1, " ")),
	}
	if next == s.start+2 {
		out = append(out, s.swap(possible, s.start+1))
	}
	return out
}

// uncomment takes the sign of a comment away from what looks like a key, an
// entry of a list or a bracket.
func (s *site) uncomment() []trial {
	from := s.skipWhite(s.start + 1)
	colon := s.findColon(from)
	if colon < 0 && !strings.ContainsRune("-]}", s.at(from)) {
		return nil
	}
	cost := desperate
	if colon > 0 && s.knows(s.name(from, colon)) {
		cost = possible
	}
	var out []trial
	for k, w := range append([]int{s.indent}, s.nearWidths()...) {
		out = append(out, s.trial(cost+0.02*float64(k), CodeStrayText, s.start, s.start+1,
			`the "#" makes this line a comment`, "take it away", s.replace(0, from, spaces(w))))
	}
	return out
}
