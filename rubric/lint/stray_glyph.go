package lint

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
)

var strayGlyph = Rule{
	Code:     "stray-glyph",
	Severity: diag.Warning,
	About:    "a bullet or tick copied along from a document",
	check:    checkStrayGlyph,
}

// bullets are characters that documents put before the entries of a list.
const bullets = "•◦‣⁃▪▫■□●○◆◇►▸➢➤✓✔☐☑☒✗✘"

// checkStrayGlyph reports the first sign of a text. Measured: no findings.
func checkStrayGlyph(p *pass) {
	for _, t := range p.texts {
		i := strings.IndexAny(t.text, bullets)
		if i < 0 {
			continue
		}
		glyph := string([]rune(t.text[i:])[:1])
		p.add(diag.Diagnostic{
			Span:    p.place(t, i, i+len(glyph)),
			Message: fmt.Sprintf("%s holds the sign %s, which looks copied from a list", t.what, glyph),
			Hint:    "take the sign away; entries of a list begin with `- `, each on its own line",
			Edits:   p.withoutGlyph(t, i, i+len(glyph)),
		})
	}
}

// withoutGlyph takes the sign at [from, to) away, with the blanks behind it,
// where it is the only one and stands before the text: others may stand for a
// list that was lost.
func (p *pass) withoutGlyph(t prose, from, to int) []diag.Edit {
	rest := strings.TrimLeft(t.text[to:], " ")
	if from > 0 || rest == "" || strings.ContainsAny(rest, bullets) {
		return nil
	}
	glyph, exact := p.exact(t, from, to)
	text, exactToo := p.exact(t, len(t.text)-len(rest), len(t.text))
	if !exact || !exactToo {
		return nil
	}
	return []diag.Edit{{Span: diag.Span{File: glyph.File, Start: glyph.Start, End: text.Start}}}
}
