package yamldoc

import (
	"fmt"
	"strings"
	"unicode"

	"rubrickit/rubric/diag"
)

// proposeJoined breaks a line where the next one seems to have been joined to
// it: before a key that stands in the middle.
func proposeJoined(s *site) []trial {
	var out []trial
	for c := s.start + 1; c < s.end; c++ {
		if s.text[c] != ':' || !s.white(c+1) {
			continue
		}
		for _, from := range s.keyStarts(c) {
			out = append(out, s.splits(from, c)...)
		}
	}
	return out
}

// keyStarts are the places where the key that ends in a colon may begin:
// where its word does, and within the word where a known key remains.
func (s *site) keyStarts(colon int) []int {
	from := colon
	if c := s.at(colon - 1); c == '"' || c == '\'' {
		for from--; from > s.start && s.at(from-1) != c; from-- {
		}
		return []int{max(from-1, s.start+1)}
	}
	for from > s.start && !s.white(from-1) {
		from--
	}
	var out []int
	if from > s.start {
		out = append(out, from)
	}
	for i := from + 1; i < colon && colon-i < 60; i++ {
		last, first := s.at(i-1), s.at(i)
		if strings.ContainsRune(`"'])}:`, last) || s.knows(string(s.text[i:colon])) && !(unicode.IsDigit(first) && (unicode.IsDigit(last) || last == '.')) {
			out = append(out, i)
		}
	}
	return out
}

// splits break the line before a key, with each indentation that the second
// part may have. It is likely where keys of this kind stand elsewhere.
func (s *site) splits(from, colon int) []trial {
	end := from
	for end > s.start && s.white(end-1) {
		end--
	}
	word := unquote(string(s.text[from:colon]))
	var out []trial
	for k, w := range append([]int{s.start, s.indent}, s.nearWidths()...) {
		cost := guess + 0.1
		if s.places[keyAt{kindOf(word), w}] > 0 {
			cost = likely + 0.1
		} else if strings.ContainsRune(`"'])}:`, s.at(end-1)) {
			cost = plausible - 0.1
		}
		out = append(out, s.trial(cost+0.01*float64(k), CodeJoinedLines, from, from+1, "two lines are joined here",
			fmt.Sprintf("begin a new line here, with %s before it", count(w, "space")), s.replace(end, from, "\n"+spaces(w))))
	}
	return out
}

// structural are the characters that mean something to YAML.
const structural = `:-"'{}[],#|>&*!%@` + "`;?"

// maxStray is how many characters of one line are suspected.
const maxStray = 60

// proposeStray takes away or swaps characters that mean something to YAML,
// takes the whole line away, or brings a line back that is a comment.
func proposeStray(s *site) []trial {
	if s.at(s.start) == '#' {
		return s.uncomment()
	}
	var out []trial
	for i, c := range s.text {
		if len(out) >= 3*maxStray {
			break
		}
		if strings.ContainsRune(structural, c) {
			out = append(out, s.strayAt(i)...)
		}
	}
	return append(out, s.trial(desperate+0.4, CodeStrayText, s.indent, s.end,
		"this line fits nowhere", "take it away, or join it to the text it belongs to", s.replace(0, len(s.text), "")))
}

func (s *site) strayAt(i int) []trial {
	c := string(s.text[i])
	out := []trial{s.trial(desperate, CodeStrayText, i, i+1, fmt.Sprintf("a stray %q stands here", c), "take it away", s.replace(i, i+1, ""))}
	swap := func(i int) {
		if i > 0 && i < s.end && s.text[i-1] != s.text[i] {
			a, b := string(s.text[i-1]), string(s.text[i])
			out = append(out, s.trial(desperate-0.1, CodeStrayText, i-1, i+1,
				fmt.Sprintf("%q and %q seem to have changed places", a, b), "swap them", s.replace(i-1, i+1, b+a)))
		}
	}
	swap(i)
	swap(i + 1)
	return out
}

// uncomment takes the sign of a comment away from what looks like a key or an
// entry of a list.
func (s *site) uncomment() []trial {
	from := s.skipWhite(s.start + 1)
	rest := &site{outline: s.outline, text: s.text[from:], end: s.end - from}
	if rest.end <= 0 || rest.findColon() < 0 && rest.at(0) != '-' {
		return nil
	}
	cost := desperate
	if c := rest.findColon(); c > 0 && s.knows(unquote(string(rest.text[:c]))) {
		cost = possible
	}
	var out []trial
	for k, w := range append([]int{s.indent}, s.nearWidths()...) {
		out = append(out, s.trial(cost+0.02*float64(k), CodeStrayText, s.start, s.start+1,
			`the "#" makes this line a comment`, "take it away", s.replace(0, from, spaces(w))))
	}
	return out
}

// proposeConflict reads on with the first of the two versions that a merge
// has left in the file. It is no repair, since only its author can choose.
func proposeConflict(s *site) []trial {
	if !strings.HasPrefix(s.lines[s.n], "<<<<<<< ") {
		return nil
	}
	var edits []diag.Edit
	theirs := false
	for n := s.n; n < len(s.lines); n++ {
		l := s.lines[n]
		theirs = theirs || strings.HasPrefix(l, "=======") || strings.HasPrefix(l, "||||||| ")
		end := strings.HasPrefix(l, ">>>>>>> ")
		if n == s.n || theirs || end {
			edits = append(edits, replace(n, 0, len([]rune(l)), ""))
		}
		if end {
			t := s.trial(sure-0.2, CodeConflictMarker, 0, len(s.text), "the marks of an unfinished merge stand in the file",
				"keep one of the two versions, and take the marks away", edits...)
			t.choice = true
			return []trial{t}
		}
	}
	return nil
}
