package lint

import (
	"fmt"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// slip is a stretch of a text, in bytes, and what is meant in its place.
type slip struct {
	from, to int
	meant    string
}

// maxEdits is how many slips of one text a finding mends at most, since each
// place is looked for from the start of the text. What is left is found by the
// next round.
const maxEdits = 100

// reportSlips adds one finding about all slips of a text: it stands at the
// first of them, and has an edit for each that stands in the source as such.
func (p *pass) reportSlips(t prose, slips []slip, hint, message string) {
	d := diag.Diagnostic{Span: p.place(t, slips[0].from, slips[0].to), Hint: hint, Message: message + andMore(len(slips)-1)}
	for _, s := range slips[:min(len(slips), maxEdits)] {
		if at, exact := p.exact(t, s.from, s.to); exact {
			d.Edits = append(d.Edits, diag.Edit{Span: at, Text: s.meant})
		}
	}
	p.add(d)
}

// andMore is the end of a message that names the first of several.
func andMore(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", and one more of the kind"
	}
	return fmt.Sprintf(", and %d more of the kind", n)
}

// opening is the sign that a text opens with in the source: a quote, the sign
// of a block, or what a text without quotes begins with. 0 without the source.
func (p *pass) opening(t prose) rune {
	if p.lines == nil || t.at.Start.IsZero() || t.at.Start.Line > len(p.lines) {
		return 0
	}
	line := []rune(p.lines[t.at.Start.Line-1])
	if t.at.Start.Column > len(line) {
		return 0
	}
	return line[t.at.Start.Column-1]
}

// place is where a part of a text stands, or the whole text where the source
// is not at hand.
func (p *pass) place(t prose, from, to int) diag.Span {
	within, _ := p.exact(t, from, to)
	return within
}

// exact is [pass.place], and whether it is the part itself: a stretch of the
// source that an edit may replace.
func (p *pass) exact(t prose, from, to int) (diag.Span, bool) {
	return yamldoc.Within(p.lines, t.at, t.text, from, to)
}
