package yamldoc

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

// Within is where the part value[from:to] of a text stands in the source. The
// text's node begins at the given place in lines (see [Lines]), and value is
// what was read there; from and to count bytes. It reports false, and returns
// the place unchanged, where the source does not hold the value: in a file
// that was repaired to be read, or with another value.
//
// The source and the value are walked side by side, blanks of any kind and
// number (spaces, line ends, indentation) passing for each other, so that one
// way serves for plain, quoted and block texts.
func Within(lines []string, at diag.Span, value string, from, to int) (diag.Span, bool) {
	w, ok := newWalker(lines, at.Start)
	if !ok || from < 0 || from > to || to > len(value) {
		return at, false
	}
	within := diag.Span{File: at.File}
	for i, r := range value {
		if i >= to && !within.End.IsZero() {
			break
		}
		if !isBlank(r) {
			w.skipBlanks()
		}
		if i == from {
			within.Start = w.pos()
		}
		if !isBlank(r) && !w.take(r) {
			return at, false
		}
		if i+utf8.RuneLen(r) == to {
			within.End = w.pos()
		}
	}
	if within.Start.IsZero() || within.End.IsZero() {
		return at, false
	}
	return within, true
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }

// walker steps through the source of a scalar.
type walker struct {
	lines []string
	line  int    // from 0
	at    int    // byte in the line
	quote string // ' or " around the text, or nothing
}

// newWalker stands at the first character of the text of the scalar at start:
// behind the quote, or on the line below | or >.
func newWalker(lines []string, start diag.Pos) (*walker, bool) {
	if start.Line < 1 || start.Line > len(lines) {
		return nil, false
	}
	w := &walker{lines: lines, line: start.Line - 1}
	for range start.Column - 1 {
		if w.rest() == "" {
			return nil, false
		}
		_, size := utf8.DecodeRuneInString(w.rest())
		w.at += size
	}
	switch first, _ := utf8.DecodeRuneInString(w.rest()); first {
	case '\'', '"':
		w.quote = string(first)
		w.at++
	case '|', '>':
		w.line, w.at = w.line+1, 0
	}
	return w, true
}

// rest is what is left of the line.
func (w *walker) rest() string {
	if w.line >= len(w.lines) {
		return ""
	}
	return w.lines[w.line][w.at:]
}

// pos is the place of the next character.
func (w *walker) pos() diag.Pos {
	if w.line >= len(w.lines) {
		return diag.Pos{}
	}
	return diag.Pos{Line: w.line + 1, Column: utf8.RuneCountInString(w.lines[w.line][:w.at]) + 1}
}

// skipBlanks goes on to the next character that is no blank, over line ends.
// Between double quotes some blanks are written with a backslash.
func (w *walker) skipBlanks() {
	for w.line < len(w.lines) {
		switch rest := w.rest(); {
		case rest == "" || w.quote == `"` && rest == `\`:
			w.line, w.at = w.line+1, 0
		case isBlank(rune(rest[0])):
			w.at++
		case w.quote == `"` && len(rest) > 1 && rest[0] == '\\' && strings.IndexByte("nt \t", rest[1]) >= 0:
			w.at += 2
		default:
			return
		}
	}
}

// take steps over a character of the value, and reports whether it stands
// here.
func (w *walker) take(r rune) bool {
	rest := w.rest()
	if rest == "" {
		return false
	}
	found, size := utf8.DecodeRuneInString(rest)
	switch {
	case w.quote == `'` && strings.HasPrefix(rest, `''`):
		size = 2
	case w.quote == `"` && found == '\\':
		found, size = unescape(rest)
	}
	w.at += size
	return found == r
}

// namedEscapes are the characters that one letter behind a backslash stands for,
// besides itself.
var namedEscapes = map[byte]rune{
	'0': 0, 'a': '\a', 'b': '\b', 'e': '\x1b', 'f': '\f', 'r': '\r', 'v': '\v',
	'N': '\u0085', '_': '\u00a0', 'L': '\u2028', 'P': '\u2029',
}

// hexDigits is how many digits follow \x, \u and \U.
var hexDigits = map[byte]int{'x': 2, 'u': 4, 'U': 8}

// unescape is the character that a text begins with, written with a
// backslash, and how many bytes that takes.
func unescape(text string) (rune, int) {
	if len(text) < 2 {
		return utf8.RuneError, len(text)
	}
	if r, ok := namedEscapes[text[1]]; ok {
		return r, 2
	}
	if n := hexDigits[text[1]]; n > 0 && len(text) >= 2+n {
		code, err := strconv.ParseUint(text[2:2+n], 16, 32)
		if err != nil {
			return utf8.RuneError, 2
		}
		return rune(code), 2 + n
	}
	r, size := utf8.DecodeRuneInString(text[1:])
	return r, 1 + size
}
