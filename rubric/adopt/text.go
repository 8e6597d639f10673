package adopt

import (
	"regexp"
	"strings"
	"unicode"

	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// plainOf is a CommonMark text without its markup.
func plainOf(text string) string { return strings.TrimSpace(markup.Plain(text)) }

// oneLine is a text with single blanks for every white space.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// unseen are characters that nobody sees, left by word processors and web pages.
// Spaces that are wider or do not break become plain ones.
var unseen = strings.NewReplacer(
	"\u00AD", "", "\u200B", "", "\uFEFF", "", "\u2060", "", "\u200E", "", "\u200F", "",
	"\u00A0", " ", "\u202F", " ", "\u2007", " ", "\u2009", " ", "\u2003", " ", "\u2002", " ",
	"\u2028", "\n", "\u2029", "\n\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\r\n", "\n", "\r", "\n",
)

// tidy is a text without characters that nobody sees, and with plain line breaks.
func tidy(text string) string { return strings.TrimRight(unseen.Replace(text), " \t\n") }

// escaped is plain text as CommonMark that shows it. Most texts are their own.
func escaped(line string) string {
	blocks := markup.Parse(line)
	if len(blocks) == 1 && blocks[0].Kind == markup.Paragraph {
		runs := blocks[0].Runs
		if len(runs) == 1 && runs[0] == (markup.Run{Text: line}) && len(markup.Check(line)) == 0 {
			return line
		}
	}
	return table.EscapeMarkdown(line)
}

// bulletSigns are what lists begin with in files whose lists are typed.
const bulletSigns = "•●▪■◦○‣∙·□▢☐☑☒✓✔➢►▶◆❖❑–—*\uF0B7\uF0A7\uF0D8-"

// boxSigns are the bullets that are boxes to tick.
const boxSigns = "□▢☐☑☒✓✔❑"

// typed is a line of a text that stands in a list.
type typed struct {
	mark string // the bullet, or "1." for every number
	text string
	in   int // columns of white space before it
}

var (
	bulletLine = lazyregexp.New(`^([ \t]*)([` + regexp.QuoteMeta(bulletSigns) + `]|\(?[0-9]{1,2}[.)])(?:[ \t]+|$)(.*)$`)
	tightLine  = lazyregexp.New(`^([ \t]*)([•●▪■◦○‣∙□▢☐☑☒✓✔➢►▶◆❖❑\x{F0B7}\x{F0A7}\x{F0D8}])(.*)$`)
	letterMark = lazyregexp.New(`^([ \t]*)(o)\t(.*)$`) // the bullet of Word's second level
	inlineSign = lazyregexp.New(`[ \t]+[•●▪◦‣][ \t]+`)
)

// typedEntry splits the bullet from a line that has one.
func typedEntry(line string) (typed, bool) {
	for _, pattern := range []*lazyregexp.Regexp{bulletLine, tightLine, letterMark} {
		if m := pattern.FindStringSubmatch(line); m != nil {
			mark := m[2]
			if unicode.IsDigit([]rune(strings.Trim(mark, "("))[0]) {
				mark = "1."
			}
			return typed{mark, strings.TrimSpace(m[3]), len(strings.ReplaceAll(m[1], "\t", "    "))}, true
		}
	}
	return typed{}, false
}

// fromPlain makes CommonMark of a text that people typed: its bullets become
// lists, its lines paragraphs. A line that goes on with a small letter, where the
// one before has no end, is joined to it: it was broken by the width of a column.
func fromPlain(text string) string {
	w, stack, numbers := &blockWriter{}, &bulletStack{}, hasNumbers(text)
	for line := range strings.SplitSeq(splitInline(tidy(text)), "\n") {
		e, isEntry := typedEntry(line)
		switch {
		case strings.TrimSpace(line) == "":
			w.gap()
		case isEntry && e.text == "": // a bullet that nobody wrote to
		case isEntry && (e.mark != "1." || numbers):
			w.entry(stack.depth(e, w.listed), e.mark == "1.", escaped(oneLine(e.text)))
		case w.open && goesOn(w.last, line):
			w.join(oneLine(line))
		default:
			w.paragraph(escaped(oneLine(line)))
		}
	}
	return w.text()
}

// splitInline puts bullets that stand within a line on lines of their own.
func splitInline(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if _, isEntry := typedEntry(line); isEntry || len(inlineSign.FindAllString(line, 2)) > 1 {
			lines[i] = inlineSign.ReplaceAllStringFunc(line, func(sign string) string { return "\n" + strings.TrimLeft(sign, " \t") })
		}
	}
	return strings.Join(lines, "\n")
}

// goesOn reports whether a line goes on with the text before it.
func goesOn(before, line string) bool {
	first := []rune(strings.TrimSpace(line))[0]
	return unicode.IsLower(first) && before != "" && !strings.ContainsAny(before[len(before)-1:], ".!?:;")
}
