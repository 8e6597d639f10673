package adopt

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/markup"
)

var (
	headingLine = lazyregexp.New(`^(#{1,6})[ \t]+(.*?)[ \t]*#*$`)
	underline   = lazyregexp.New(`^(=+|-{3,})[ \t]*$`)
	ruleLine    = lazyregexp.New(`^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?$`)
	breakLine   = lazyregexp.New(`^([-*_][ \t]*){3,}$`)
	markedLine  = lazyregexp.New(`^([ \t]*)([+` + regexp.QuoteMeta(bulletSigns) + `]|[0-9]{1,4}[.)])[ \t]+(.*)$`)
	taskBox     = lazyregexp.New(`^\[[ xX]\][ \t]+`)
	htmlRemark  = lazyregexp.New(`(?s)<!--.*?-->`)
	cellBreak   = lazyregexp.New(`(?i)[ \t]*<br[ \t]*/?>`)
)

// markdownReader reads headings, lists, paragraphs and tables line by line. What
// stands within a line stays CommonMark.
type markdownReader struct {
	doc    *document
	lines  []string
	n      int   // index of the line that is read
	open   bool  // the last line of the outline can go on
	indent []int // of the lists that are open
	tabs   []row // lines whose cells tabs divide
}

// readMarkdown reads Markdown, or plain text with typed headings and bullets.
func readMarkdown(_ string, data []byte, _ *notes) (*document, error) {
	text := htmlRemark.ReplaceAllStringFunc(tidy(string(data)), func(remark string) string {
		return strings.Repeat("\n", strings.Count(remark, "\n")) // lines keep their numbers
	})
	m := &markdownReader{doc: &document{}, lines: strings.Split(text, "\n")}
	m.passFrontMatter()
	for ; m.n < len(m.lines); m.n++ {
		if err := m.line(); err != nil {
			return nil, err
		}
	}
	return m.doc, m.addTabs()
}

// passFrontMatter passes over a block of keys between two lines of dashes at the
// beginning, whose title is kept.
func (m *markdownReader) passFrontMatter() {
	if strings.TrimSpace(m.lines[0]) != "---" {
		return
	}
	for i, line := range m.lines[1:] {
		if title, ok := strings.CutPrefix(line, "title:"); ok {
			m.doc.title = strings.Trim(strings.TrimSpace(title), `"'`)
		}
		if strings.TrimSpace(line) == "---" {
			m.n = i + 2
			return
		}
	}
}

func (m *markdownReader) at() place { return place{what: "line", number: m.n + 1} }

// line reads what begins in the present line.
func (m *markdownReader) line() error {
	line := strings.TrimLeft(m.lines[m.n], "> ")
	if strings.TrimLeft(m.lines[m.n], " \t") == line || line == "" {
		line = m.lines[m.n] // no quote: blanks before it count
	}
	bare := strings.TrimSpace(line)
	if h := headingLine.FindStringSubmatch(bare); h != nil {
		m.heading(len(h[1]), h[2])
		return nil
	}
	switch {
	case bare == "":
		m.open = false
	case m.beginsTable(bare):
		return m.table()
	case m.open && m.isUnderline(bare):
		m.underlined(bare)
	case breakLine.MatchString(bare), utf8.RuneCountInString(bare) == 1 && strings.Contains(bulletSigns, bare):
		m.open = false
	case m.tabRow(m.lines[m.n]):
	default:
		m.words(line)
	}
	return nil
}

func (m *markdownReader) heading(depth int, text string) {
	m.indent, m.open = nil, false
	m.add(line{kind: heading, depth: depth, text: m.inline(text)})
}

func (m *markdownReader) isUnderline(bare string) bool {
	return underline.MatchString(bare) && len(m.doc.outline) > 0 && m.doc.outline[len(m.doc.outline)-1].kind == paragraph
}

// underlined makes the last line a heading.
func (m *markdownReader) underlined(bare string) {
	last := &m.doc.outline[len(m.doc.outline)-1]
	last.kind, last.depth = heading, 1
	if bare[0] == '-' {
		last.depth = 2
	}
	m.open = false
}

// words reads an entry of a list, or text.
func (m *markdownReader) words(text string) {
	if e := markedLine.FindStringSubmatch(text); e != nil {
		m.entry(len(strings.ReplaceAll(e[1], "\t", "    ")), e[2], e[3])
		return
	}
	bare := strings.TrimSpace(text)
	if m.open {
		last := &m.doc.outline[len(m.doc.outline)-1]
		last.text = m.inline(last.text + " " + bare)
		return
	}
	if text == strings.TrimLeft(text, " \t") {
		m.indent = nil
	}
	m.add(line{kind: paragraph, text: m.inline(bare)})
	m.open = true
}

// entry adds an entry of a list, deeper than those above that stand further left.
func (m *markdownReader) entry(in int, mark, text string) {
	for len(m.indent) > 0 && m.indent[len(m.indent)-1] >= in {
		m.indent = m.indent[:len(m.indent)-1]
	}
	depth := len(m.indent)
	m.indent = append(m.indent, in)
	l := line{kind: entry, depth: depth, numbered: strings.ContainsAny(mark, "0123456789"), boxed: strings.Contains(boxSigns, mark)}
	box := taskBox.FindString(text)
	text = text[len(box):]
	if second, ok := typedEntry(text); ok && second.mark != "1." && second.text != "" {
		l.boxed = l.boxed || strings.Contains(boxSigns, second.mark)
		text = second.text
	}
	l.boxed = l.boxed || box != ""
	if l.numbered {
		text = mark + " " + text // its number may be a code
	}
	l.text = m.inline(text)
	m.add(l)
	m.open = true
}

func (m *markdownReader) add(l line) {
	l.at = m.at()
	if l.text == "" {
		return
	}
	if inner, ok := wholeStrong(l.text); ok {
		l.strong, l.text = true, inner
	}
	m.doc.outline = append(m.doc.outline, l)
}

// wholeStrong takes the stars from a text that is bold throughout.
func wholeStrong(text string) (string, bool) {
	inner, ok := strings.CutPrefix(text, "**")
	if !ok {
		return text, false
	}
	inner, ok = strings.CutSuffix(inner, "**")
	if !ok || inner == "" || strings.Contains(inner, "**") {
		return text, false
	}
	return inner, true
}

// inline keeps CommonMark that framework texts have; anything else is shown as it
// is written.
func (m *markdownReader) inline(text string) string { return inlineMarkdown(oneLine(text)) }

func inlineMarkdown(text string) string {
	if strings.ContainsAny(text, "<![`") && len(markup.Check(text)) > 0 {
		text = escaped(tags.ReplaceAllString(text, ""))
	}
	if blocks := markup.Parse(text); len(blocks) == 1 && blocks[0].Kind != markup.Paragraph {
		return escaped(text) // a number before a text is no list of one entry
	}
	return text
}

// tags are those of HTML that stand within lines.
var tags = lazyregexp.New(`</?[A-Za-z][A-Za-z0-9]*(\s[^<>]*)?/?>`)
