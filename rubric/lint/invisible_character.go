package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

var invisibleCharacter = Rule{
	Code:     "invisible-character",
	Severity: diag.Warning,
	About:    "a no-break space, or a character that cannot be seen at all, in a text",
	check:    checkInvisibleCharacter,
}

// checkInvisibleCharacter reports the first such character of a text. It leaves
// alone what languages and signs need: joiners between letters of other scripts
// and within emoji, and no-break spaces beside numbers, brackets, signs and
// punctuation. Measured: no findings; the joiners in the emoji of monzo are
// left alone.
func checkInvisibleCharacter(p *pass) {
	for _, t := range p.texts {
		for i, r := range t.text {
			if what := unseen(r); what != "" && !isNeeded(t.text, i, r) {
				p.unseenAt(t, i, r, what)
				break
			}
		}
	}
}

// unseen names a character that looks like a space or like nothing.
func unseen(r rune) string {
	switch {
	case r == '\u00A0' || r == '\u202F' || r == '\u2007':
		return "a no-break space"
	case r == '\u00AD':
		return "a soft hyphen"
	case r >= '\u200B' && r <= '\u200D' || r == '\u2060' || r == '\uFEFF':
		return "an invisible character"
	case r == '\u200E' || r == '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069':
		return "an invisible mark of the direction of writing"
	}
	return ""
}

// isNeeded reports whether the character at i does what it is for.
func isNeeded(text string, i int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
	switch {
	case isSpace(r):
		return !unicode.IsLetter(before) || !unicode.IsLetter(after)
	case r == '\u200C' || r == '\u200D': // joiners
		return !unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic) && before > '~'
	case strings.ContainsRune("\u00AD\u200B\u2060\uFEFF", r):
		return false
	}
	return unicode.In(before, unicode.Arabic, unicode.Hebrew) || unicode.In(after, unicode.Arabic, unicode.Hebrew)
}

func isSpace(r rune) bool { return r == '\u00A0' || r == '\u202F' || r == '\u2007' }

func (p *pass) unseenAt(t prose, i int, r rune, what string) {
	at, exact := p.exact(t, i, i+utf8.RuneLen(r))
	d := diag.Diagnostic{
		Span: at, Message: fmt.Sprintf("%s holds %s, U+%04X", t.what, what, r),
		Hint: "take it away: it splits or joins words where nobody sees it, so that searching and comparing fail",
	}
	replacement := ""
	if isSpace(r) {
		replacement = " "
		d.Hint = "type a plain space in its place: the other kind looks the same, and words beside it are not found"
	}
	if exact {
		d.Edits = []diag.Edit{{Span: at, Text: replacement}}
	}
	p.add(d)
}
