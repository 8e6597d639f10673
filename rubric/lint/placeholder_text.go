package lint

import (
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

var placeholderText = Rule{
	Code:     "placeholder-text",
	Severity: diag.Warning,
	About:    "a text that waits to be written: TODO, TBD, lorem ipsum",
	check:    checkPlaceholderText,
}

// placeholders are what stands where a text is still to come.
var placeholders = []*lazyregexp.Regexp{
	lazyregexp.New(`\b(TODO|FIXME|TBD|TBC|TBA|XXX+)\b`),
	lazyregexp.New(`(?i)\blorem ipsum\b`),
	lazyregexp.New(`(?i)\bto be (written|defined|determined|decided|confirmed|completed|added)\b[^\pL]*$`),
	lazyregexp.New(`(?i)[\[<{](insert|add|enter|your|write|describe|name of|title of)\b[^\]>}\n]*[\]>}]`),
	lazyregexp.New(`^[\s.…?_*-]+$`),
	lazyregexp.New(`\?{3,}|_{4,}`),
	lazyregexp.New(`(?i)^(new item|untitled|your text here|text goes here|description( here)?|placeholder)\W*$`),
}

// checkPlaceholderText reports the first of each text. Measured: no findings.
func checkPlaceholderText(p *pass) {
	for _, t := range p.texts {
		for _, pattern := range placeholders {
			if m := pattern.FindStringIndex(t.text); m != nil {
				p.reportIn(t, m[0], m[1], "write the text, or take the item away until there is one",
					"%s is still to be written", t.what)
				break
			}
		}
	}
}
