package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/markup"
)

// word is a word of a text with its place there, in bytes.
type word struct {
	text     string
	lower    string
	from, to int
}

// wordsIn takes a text apart: letters and digits, with the hyphens and
// apostrophes between them. Addresses of links are no words.
func wordsIn(text string) []word {
	var out []word
	from := -1
	for i, r := range withoutLinks(text) + " " {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case inside && from < 0:
			from = i
		case !inside && from >= 0 && !(strings.ContainsRune("-'’", r) && letterAfter(text, i, r)):
			out = append(out, word{text[from:i], strings.ToLower(text[from:i]), from, i})
			from = -1
		}
	}
	return out
}

// letterAfter reports whether the sign at i joins two parts of a word.
func letterAfter(text string, i int, sign rune) bool {
	r, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(sign):])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

var linkTarget = lazyregexp.New(`\]\([^)\n]*\)|<https?:[^>\n]*>|https?://\S+`)

// withoutLinks is a text of the same length with blanks in place of addresses.
func withoutLinks(text string) string {
	if !strings.Contains(text, "](") && !strings.Contains(text, "://") {
		return text
	}
	return linkTarget.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
}

// entry is a paragraph of a text, or an entry of a list in it.
type entry struct {
	text   string // without the sign of the list
	from   int    // where it begins in the whole text, in bytes
	listed bool
	indent int // of its list, in characters
}

var listSign = lazyregexp.New(`^[ \t]*([-*+]|[0-9]{1,9}[.)])[ \t]+`)

// entriesOf takes a text apart into its paragraphs and entries, lines that
// belong together in one.
func entriesOf(text string) []entry {
	var out []entry
	open := false // the last entry may go on
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		sign := listSign.FindString(line)
		switch {
		case strings.TrimSpace(line) == "":
			open = false
		case sign != "" || !open:
			indent := len(line) - len(strings.TrimLeft(line, " \t"))
			from := at + max(len(sign), indent)
			out = append(out, entry{text[from : at+len(line)], from, sign != "", indent})
			open = true
		default:
			last := &out[len(out)-1]
			last.text = text[last.from : at+len(line)]
		}
		at += len(line)
	}
	for i := range out {
		out[i].text = strings.TrimRight(out[i].text, " \t\n")
	}
	return out
}

// wordsOf is a text without markup, case, punctuation and spacing.
func wordsOf(text string) string {
	if strings.ContainsAny(text, "_*[]<>`\\&#\n") {
		text = markup.Plain(text)
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// sentenceEnd is a full stop, or the like, with another sentence behind it.
// The stop of "e.g." or of an initial ends none.
var sentenceEnd = lazyregexp.New(`[\pL\pN)”"'’]{2}[.!?][)”"'’_*]*\s+[_*(“"]*\p{Lu}`)

// hasSeveralSentences reports whether another sentence follows the first.
func hasSeveralSentences(text string) bool {
	mark := strings.IndexAny(text, ".!?")
	return mark >= 0 && mark < len(text)-1 && sentenceEnd.MatchString(text)
}

// isOneSentence reports whether a text is a single paragraph of at most one
// sentence.
func isOneSentence(text string) bool {
	entries := entriesOf(text)
	return len(entries) == 1 && !entries[0].listed && !hasSeveralSentences(text)
}
