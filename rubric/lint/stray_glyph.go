package lint

import (
	"fmt"
	"strings"
	"unicode/utf8"

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

// checkStrayGlyph reports such signs, once for a text. Measured: no findings.
func checkStrayGlyph(p *pass) {
	for _, t := range p.texts {
		i := strings.IndexAny(t.text, bullets)
		if i < 0 {
			continue
		}
		glyph := firstRune(t.text[i:])
		p.add(diag.Diagnostic{
			Span:    p.place(t, i, i+len(glyph)),
			Message: fmt.Sprintf("%s holds the sign %s, which looks copied from a list%s", t.what, glyph, andMore(count(t.text, bullets)-1)),
			Hint:    "take the sign away; entries of a list begin with `- `, each on its own line",
			Edits:   p.glyphEdits(t, glyph),
		})
	}
}

// glyphEdits take the sign of a text away, or make a list of one whose every
// line begins with it.
func (p *pass) glyphEdits(t prose, glyph string) []diag.Edit {
	if edits := p.withoutGlyph(t, glyph); edits != nil {
		return edits
	}
	return p.asList(t, glyph)
}

// withoutGlyph takes the sign away, with the blanks behind it, where it is the
// only one and stands before the text: others may stand for a list that was
// lost.
func (p *pass) withoutGlyph(t prose, glyph string) []diag.Edit {
	rest, begins := strings.CutPrefix(t.text, glyph)
	rest = strings.TrimLeft(rest, " ")
	if !begins || rest == "" || strings.ContainsAny(rest, bullets) {
		return nil
	}
	sign, exact := p.exact(t, 0, len(glyph))
	text, exactToo := p.exact(t, len(t.text)-len(rest), len(t.text))
	if !exact || !exactToo {
		return nil
	}
	return []diag.Edit{{Span: diag.Span{File: sign.File, Start: sign.Start, End: text.Start}}}
}

// asList writes a dash for each sign of a text whose every line begins with the
// same one, and has no other. It needs a text in a block: elsewhere a dash may
// begin a list of YAML.
func (p *pass) asList(t prose, glyph string) []diag.Edit {
	signs := count(t.text, bullets)
	if p.opening(t) != '|' || signs > maxEdits {
		return nil
	}
	var edits []diag.Edit
	at := 0
	for line := range strings.SplitAfterSeq(t.text, "\n") {
		entry := strings.TrimLeft(line, " \n")
		from := at + len(line) - len(entry)
		at += len(line)
		sign, exact := p.exact(t, from, min(from+len(glyph), len(t.text)))
		switch {
		case entry == "":
		case exact && strings.HasPrefix(entry, glyph+" "):
			edits = append(edits, diag.Edit{Span: sign, Text: "-"})
		default:
			return nil
		}
	}
	if len(edits) < signs {
		return nil
	}
	return edits
}

// count is how many of some signs a text holds.
func count(text, signs string) int {
	n := 0
	for _, r := range text {
		if strings.ContainsRune(signs, r) {
			n++
		}
	}
	return n
}

func firstRune(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return text[:size]
}
