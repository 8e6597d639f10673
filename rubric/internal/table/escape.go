package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// EscapeMarkdown returns a text as one line written so that a CommonMark or
// GitHub viewer shows the very text: nothing in it becomes emphasis, a link,
// HTML, an entity, a table cell, a task box, or, at its start, a heading, a
// list, a quote or a rule. What is harmless where it stands is not escaped,
// so that the source reads well. Control characters, which could operate the
// terminal that shows the file, become visible signs.
func EscapeMarkdown(line string) string {
	line = visible(strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(line))
	var b strings.Builder
	for i, r := range line {
		if special(line, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// special reports whether the character r at byte i of the line could be
// taken for markup there.
func special(line string, i int, r rune) bool {
	before, after := line[:i], line[i+utf8.RuneLen(max(r, 0)):]
	switch r {
	case '\\', '`', '*', '[', ']', '<', '|', '~':
		return true
	case '_':
		return !(endsInWord(before) && startsInWord(after))
	case '&':
		return startsInWord(after) || strings.HasPrefix(after, "#")
	case '@':
		return startsInWord(after) // an address becomes a link on GitHub
	case ':':
		return strings.HasPrefix(after, "//")
	case '.', ')':
		return onlyDigits(before) && endsMarker(after) || r == '.' && strings.HasSuffix(strings.ToLower(before), "www")
	case '#', '-', '+', '>', '=':
		return strings.TrimSpace(before) == ""
	default:
		return false
	}
}

// onlyDigits reports whether a text, but for spaces before it, is a number: a
// list begins with one.
func onlyDigits(text string) bool {
	text = strings.TrimLeft(text, " ")
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// endsMarker reports whether a list marker could end before this text.
func endsMarker(after string) bool { return after == "" || after[0] == ' ' }

func endsInWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return isWord(r)
}

func startsInWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isWord(r)
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
