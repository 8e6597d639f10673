package adopt

import (
	"html"
	"strings"

	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/internal/table"
)

// tagMarks are the tags of HTML that mean something in a text, and what stands for
// them; all others are left out. Lists become typed bullets.
var tagMarks = map[string]string{
	"b": "**", "strong": "**", "/b": "**", "/strong": "**",
	"i": "_", "em": "_", "u": "_", "/i": "_", "/em": "_", "/u": "_",
	"br": "\n", "p": "\n\n", "/p": "\n\n", "div": "\n", "/div": "\n", "li": "\n• ", "/ul": "\n\n", "/ol": "\n\n", "tr": "\n",
}

var (
	htmlTag   = lazyregexp.New(`(?i)<(/?[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>`)
	usualTag  = lazyregexp.New(`(?i)</(b|strong|i|em|u|p|li|ul|ol|div|span)>|<br\s*/?>`)
	blankRuns = lazyregexp.New(`[ \t]+`)
)

// hasHTML reports whether a text was written with tags.
func hasHTML(text string) bool { return usualTag.MatchString(text) }

// fromHTML makes CommonMark of a text with tags.
func fromHTML(text string) string {
	var b strings.Builder
	rest := 0
	words := func(piece string) {
		piece = blankRuns.ReplaceAllString(strings.ReplaceAll(html.UnescapeString(piece), "\n", " "), " ")
		b.WriteString(escapedPiece(unseen.Replace(piece)))
	}
	for _, at := range htmlTag.FindAllStringSubmatchIndex(text, -1) {
		words(text[rest:at[0]])
		b.WriteString(tagMarks[strings.ToLower(text[at[2]:at[3]])])
		rest = at[1]
	}
	words(text[rest:])
	return markedLines(b.String())
}

// escapedPiece escapes a piece of a line, and keeps the blanks at its ends.
func escapedPiece(piece string) string {
	bare := strings.Trim(piece, " ")
	if bare == "" {
		return piece
	}
	before, after, _ := strings.Cut(piece, bare)
	return before + table.EscapeMarkdown(bare) + after
}

// typedCell is a cell of typed text, or of text with tags.
func typedCell(text string) cell {
	c := cell{boxed: strings.ContainsAny(text, boxSigns) || strings.Contains(text, `type="checkbox"`)}
	switch {
	case len(text) > mostText: // newGrid says where
		c.text = text
	case hasHTML(text):
		c.text = fromHTML(tidy(text))
	default:
		c.text = fromPlain(text)
	}
	return c
}
