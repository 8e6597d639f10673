package repair

import (
	"fmt"
	"strings"
	"unicode"
)

// proposeJoined breaks a line where the next one seems to have been joined to
// it: before a key that stands in the middle.
func proposeJoined(s *site) []trial {
	var out []trial
	colons := 0
	for c := s.start + 1; c < s.end && colons < maxColons; c++ {
		if s.text[c] != ':' || !s.white(c+1) {
			continue
		}
		colons++
		for _, from := range s.keyStarts(c) {
			out = append(out, s.splits(from, c)...)
		}
	}
	return out
}

// What bounds the search for joined lines.
const (
	maxColons = 6  // of one line
	maxGlued  = 24 // characters of a key at the end of a word
)

// keyStarts are the places where the key that ends in a colon may begin:
// where its word does, and anywhere within the word.
func (s *site) keyStarts(colon int) []int {
	from := colon
	if c := s.at(colon - 1); isQuote(c) {
		for from--; from > s.start && s.at(from-1) != c; from-- {
		}
		return []int{max(from-1, s.start+1)}
	}
	for from > s.start && !s.white(from-1) {
		from--
	}
	var out []int
	for i := max(from, colon-maxGlued, s.start+1); i < colon; i++ {
		out = append(out, i)
	}
	return out
}

// splits break the line before a key, with each indentation that the second
// part may have.
func (s *site) splits(from, colon int) []trial {
	end := from
	for end > s.start && s.white(end-1) {
		end--
	}
	var out []trial
	for k, w := range append([]int{s.start, s.indent}, s.nearWidths()...) {
		out = append(out, s.trial(s.splitCost(end, from, colon, w)+0.01*float64(k), CodeJoinedLines, from, from+1, "two lines are joined here",
			fmt.Sprintf("begin a new line here, with %s before it", count(w, "space")), s.replace(end, from, "\n"+spaces(w))))
	}
	return out
}

// splitCost is low where keys of this kind stand elsewhere, and where the part
// before ends in a mark.
func (s *site) splitCost(end, from, colon, width int) float64 {
	marked := strings.ContainsRune(`"'])}:`, s.at(end-1))
	switch {
	case end == from && !marked && !s.breaksOff(from, colon):
		return desperate + 0.1
	case s.places[keyAt{kindOf(s.name(from, colon)), width}] > 0:
		return likely + 0.1
	case marked && end-1 != s.colon:
		return plausible - 0.1
	default:
		return guess + 0.1
	}
}

// breaksOff reports whether a known key begins within a word. A code begins
// only where the kind of character changes: 7 is no code within 1.17.
func (s *site) breaksOff(from, colon int) bool {
	word := string(s.text[from:colon])
	if s.keys[word] > 0 && unicode.IsLetter(s.text[from]) {
		return true
	}
	last := s.at(from - 1)
	return s.knows(word) && last != '.' && shape(string([]rune{last, s.at(from)})) != shape(string(last))
}
