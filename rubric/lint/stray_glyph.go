package lint

import (
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

func checkStrayGlyph(p *pass) {
	for t := range texts(p.f) {
		i := strings.IndexAny(t.text, bullets)
		if i < 0 {
			continue
		}
		glyph := string([]rune(t.text[i:])[:1])
		p.report(t.at, "take the sign away; entries of a list begin with `- `, each on its own line",
			"%s holds the sign %s, which looks copied from a list", t.what, glyph)
	}
}
