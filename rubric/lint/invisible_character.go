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

// checkInvisibleCharacter reports such characters, once for a text. It leaves
// alone what languages and signs need: joiners between letters of other scripts
// and within emoji, and no-break spaces beside numbers, brackets, signs and
// punctuation. Measured: no findings here, where the joiners in the emoji of
// monzo are left alone, and 2 in the NIST standards, both right: no-break
// spaces between words of NIST SP 800-53.
func checkInvisibleCharacter(p *pass) {
	for _, t := range p.texts {
		slips := unseenIn(t.text)
		if len(slips) == 0 {
			continue
		}
		hint := "take it away: it splits or joins words where nobody sees it, so that searching and comparing fail"
		if slips[0].meant != "" {
			hint = "type a plain space in its place: the other kind looks the same, and words beside it are not found"
		}
		r, _ := utf8.DecodeRuneInString(t.text[slips[0].from:])
		p.reportSlips(t, slips, hint, fmt.Sprintf("%s holds %s, U+%04X", t.what, unseen(r), r))
	}
}

// unseenIn finds the characters of a text that nobody sees and nothing needs.
// Whether one is needed depends on what is seen on both sides of it, so that the
// text is clean once all are mended.
func unseenIn(text string) []slip {
	if !strings.ContainsFunc(text, func(r rune) bool { return unseen(r) != "" }) {
		return nil
	}
	runes := []rune(text)
	after := seenAfter(runes)
	var out []slip
	before, at := utf8.RuneError, 0
	for i, r := range runes {
		from := at
		at += utf8.RuneLen(r)
		switch {
		case unseen(r) == "":
			before = r
		case isNeeded(before, r, after[i]):
			if isSpace(r) {
				before = r
			}
		case isSpace(r):
			out, before = append(out, slip{from, at, " "}), ' '
		default:
			out = append(out, slip{from, at, ""})
		}
	}
	return out
}

// seenAfter is, for each character, the next one that has a width.
func seenAfter(runes []rune) []rune {
	out := make([]rune, len(runes))
	next := utf8.RuneError
	for i := len(runes) - 1; i >= 0; i-- {
		out[i] = next
		if r := runes[i]; unseen(r) == "" || isSpace(r) {
			next = r
		}
	}
	return out
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

// isNeeded reports whether a character does what it is for between what is seen
// before and after it.
func isNeeded(before, r, after rune) bool {
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
