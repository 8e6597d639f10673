package lint

import (
	"regexp"
	"strings"

	"rubrickit/rubric/internal/lazyregexp"
)

// phrases matches any of a list of words and phrases, in any capitals.
func phrases(list ...string) *lazyregexp.Regexp {
	for i, phrase := range list {
		list[i] = strings.ReplaceAll(regexp.QuoteMeta(phrase), " ", `\s+`)
	}
	return lazyregexp.New(`(?i)(?:^|[^\pL\pN'’-])(` + strings.Join(list, "|") + `)(?:$|[^\pL\pN'’-])`)
}

// reportPhrase reports the first phrase of each statement that is rated, in
// English: its own text and its descriptors.
func (p *pass) reportPhrase(pattern *lazyregexp.Regexp, hint, format string) {
	if !p.english {
		return
	}
	for _, it := range p.f.Indicators() {
		texts := []prose{wording(it)}
		for _, l := range it.Levels {
			texts = append(texts, cell(it, l))
		}
		for _, t := range texts {
			if m := pattern.FindStringSubmatchIndex(t.text); m != nil {
				p.reportIn(t, m[2], m[3], hint, format, t.what, t.text[m[2]:m[3]])
			}
		}
	}
}
