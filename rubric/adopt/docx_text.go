package adopt

import (
	"strings"

	"rubrickit/rubric/internal/table"
)

// docxParagraph is a paragraph that is read.
type docxParagraph struct {
	outline int // depth of a heading, from 1; 0 for none
	listed  bool
	depth   int // in a list
	runs    []docxRun
	reading bool // within w:t
}

// docxRun is a stretch of one look.
type docxRun struct {
	text           string
	strong, slants bool // bold; italic or underlined
}

func (p *docxParagraph) begin() { p.runs = append(p.runs, docxRun{}) }

func (p *docxParagraph) write(text string) {
	if len(p.runs) == 0 {
		p.begin()
	}
	last := &p.runs[len(p.runs)-1]
	if len(last.text) <= mostText {
		last.text += text
	}
}

// look notes how the present run looks.
func (p *docxParagraph) look(name string, on bool) {
	if len(p.runs) == 0 {
		return // it is about the mark of the paragraph
	}
	last := &p.runs[len(p.runs)-1]
	switch name {
	case "b":
		last.strong = on
	case "i", "u":
		last.slants = last.slants || on
	}
}

// plain is the text of the paragraph.
func (p *docxParagraph) plain() string {
	var b strings.Builder
	for _, r := range p.runs {
		b.WriteString(r.text)
	}
	return tidy(b.String())
}

// isStrong reports whether all of the text is bold.
func (p *docxParagraph) isStrong() bool {
	some := false
	for _, r := range p.runs {
		if strings.TrimSpace(r.text) == "" {
			continue
		}
		if !r.strong {
			return false
		}
		some = true
	}
	return some
}

// looks reports whether some of the text, and not all, is bold or slanted.
func (p *docxParagraph) looks() bool {
	plain, other := false, false
	for _, r := range p.runs {
		if strings.TrimSpace(r.text) != "" {
			plain, other = plain || !r.strong && !r.slants, other || r.strong || r.slants
		}
	}
	return plain && other
}

// lines are the paragraph in an outline: one, or one for each typed line.
func (p *docxParagraph) lines(at place) []line {
	var out []line
	plain := p.plain()
	for i, text := range strings.Split(plain, "\n") {
		l := line{kind: paragraph, at: at, strong: p.isStrong()}
		switch e, isEntry := typedEntry(text); {
		case p.outline > 0:
			l.kind, l.depth = heading, p.outline
		case p.listed && i == 0:
			l.kind, l.depth = entry, p.depth
		case isEntry && e.mark != "1." && e.text != "":
			l.kind, l.depth, l.boxed = entry, e.in/4, strings.Contains(boxSigns, e.mark)
			text = e.text
		}
		if l.text = escaped(oneLine(text)); i == 0 && !strings.Contains(plain, "\n") && p.looks() && l.kind != heading {
			l.text = p.marked()
		}
		if l.text != "" {
			out = append(out, l)
		}
	}
	return out
}

// marked is the text as CommonMark with its looks.
func (p *docxParagraph) marked() string {
	var b strings.Builder
	for _, r := range p.joined() {
		text := tidy(r.text)
		if r.text != "" && text == "" || !r.strong && !r.slants {
			b.WriteString(escapedWithin(r.text))
			continue
		}
		lead := r.text[:len(r.text)-len(strings.TrimLeft(r.text, " \t\u00A0"))]
		body := strings.TrimSpace(text)
		mark := "_"
		if r.strong {
			mark = "**"
		}
		b.WriteString(strings.Map(blank, lead) + mark + escapedWithin(body) + mark)
		if strings.TrimRight(r.text, " \t\u00A0") != r.text {
			b.WriteByte(' ')
		}
	}
	return oneLine(b.String())
}

func blank(rune) rune { return ' ' }

// escapedWithin escapes a piece of a line.
func escapedWithin(text string) string { return table.EscapeMarkdown(unseen.Replace(text)) }

// joined are the runs with neighbours of one look made one.
func (p *docxParagraph) joined() []docxRun {
	var out []docxRun
	for _, r := range p.runs {
		last := len(out) - 1
		switch {
		case r.text == "":
		case last >= 0 && out[last].strong == r.strong && out[last].slants == r.slants:
			out[last].text += r.text
		default:
			out = append(out, r)
		}
	}
	return out
}
