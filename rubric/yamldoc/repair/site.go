package repair

import (
	"strings"
	"unicode"

	"rubrickit/rubric/diag"
)

// site is a line that may hold the slip, taken apart as far as it can be. All
// columns count characters from 0.
type site struct {
	*outline
	n      int // the line
	text   []rune
	indent int // where the first character that is not white stands
	dash   int // the last leading dash; -1 where there is none
	start  int // where the content behind the dashes begins
	colon  int // the colon that ends the key; -1 where there is none
	value  int // where the value begins: behind the key, or the content itself
	end    int // behind the last character that is not white
}

func (o *outline) site(n int) *site {
	s := &site{outline: o, n: n, text: []rune(o.lines[n]), dash: -1}
	s.end = len(s.text)
	for s.end > 0 && unicode.IsSpace(s.text[s.end-1]) {
		s.end--
	}
	s.indent = s.skipWhite(0)
	s.start = s.indent
	for s.at(s.start) == '-' && s.white(s.start+1) {
		s.dash = s.start
		s.start = s.skipWhite(s.start + 1)
	}
	s.value = s.start
	if s.colon = s.findColon(s.start); s.colon >= 0 {
		s.value = min(s.skipWhite(s.colon+1), s.end)
	}
	return s
}

// at is a character of the line, a line break outside it.
func (s *site) at(i int) rune {
	if i < 0 || i >= len(s.text) {
		return '\n'
	}
	return s.text[i]
}

func (s *site) white(i int) bool { return unicode.IsSpace(s.at(i)) }

func (s *site) skipWhite(i int) int {
	for i < len(s.text) && unicode.IsSpace(s.text[i]) {
		i++
	}
	return i
}

// findColon is the colon that ends the key which begins at a column, -1 where
// none does.
func (s *site) findColon(from int) int {
	switch c := s.at(from); c {
	case '[', '{', '#', '\n':
		return -1
	case '"', '\'':
		if after := s.skipWhite(from + QuotedWidth(s.text[from:])); s.at(after) == ':' {
			return after
		}
		return -1
	}
	for i := from; i < len(s.text); i++ {
		if s.text[i] == ':' && s.white(i+1) {
			return i
		}
		if s.text[i] == '#' && s.white(i-1) {
			return -1
		}
	}
	return -1
}

// key is the line's key without its quotes.
func (s *site) key() string { return s.name(s.start, s.colon) }

// name is a piece of the line without quotes around it.
func (s *site) name(from, to int) string { return unquote(string(s.text[from:to])) }

// word is the end of the content's first word or quoted text.
func (s *site) word() int {
	if c := s.at(s.start); isQuote(c) {
		if w := QuotedWidth(s.text[s.start:]); w > 1 && s.text[s.start+w-1] == c {
			return s.start + w
		}
	}
	i := s.start
	for i < s.end && !s.white(i) {
		i++
	}
	return i
}

// endsInColon reports whether the line is a key without a value.
func (s *site) endsInColon() bool { return s.end > 0 && s.text[s.end-1] == ':' }

// inner is the indentation that what belongs to the line's value exceeds.
func (s *site) inner() int {
	if s.dash >= 0 && s.colon < 0 {
		return s.dash
	}
	return s.start
}

// proseExtent is the extent of the line's value if that is a text: a line that
// begins with what is likely a key is none of it.
func (s *site) proseExtent() int {
	last := s.extent(s.n, s.inner())
	for n := s.n + 1; n <= last; n++ {
		line := s.outline.site(n)
		if line.colon >= 0 && (s.keys[line.key()] > 1 || !strings.Contains(line.key(), " ")) {
			return n - 1
		}
	}
	return last
}

// trial is a trial that reports the characters [from, to) of the line, at least
// one where the line has one there.
func (s *site) trial(cost float64, code diag.Code, from, to int, message, action string, edits ...diag.Edit) trial {
	return trial{cost: cost, line: s.n, action: action, Diagnostic: diag.Diagnostic{
		Span: span(s.n, from, min(max(to, from+1), len(s.text))), Severity: diag.Error, Code: code, Message: message, Edits: edits,
	}}
}

func (s *site) replace(from, to int, text string) diag.Edit { return replace(s.n, from, to, text) }
func (s *site) insert(at int, text string) diag.Edit        { return insert(s.n, at, text) }
