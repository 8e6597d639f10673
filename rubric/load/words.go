package load

import (
	"fmt"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// checkWords reports words that could mean two levels, or a level and a null
// state.
func (l *loader) checkWords(s *rubric.Scale) {
	c := claims{}
	for _, level := range s.Levels {
		whose := "level " + level.Code
		c.claim(l, whose, level.Places.At(""), level.Code)
		c.claim(l, whose, level.Places.At("label"), level.Label)
		c.claim(l, whose, level.Places.At("aliases"), level.Aliases...)
	}
	for _, null := range s.Nulls {
		c.claim(l, null.State.String(), s.Places.At(null.State.String()), null.Words...)
	}
}

// claims tells what each word of a scale stands for. Capitals and spacing do
// not tell words apart, as they do not when ratings are read.
type claims map[string]owner

type owner struct {
	whose string // "level 1", "not_observed"
	at    diag.Span
}

func (c claims) claim(l *loader, whose string, at diag.Span, words ...string) {
	for _, word := range words {
		key := strings.ToLower(strings.Join(strings.Fields(word), " "))
		first, taken := c[key]
		switch {
		case key == "" || taken && first.whose == whose:
		case taken:
			l.Findings.Add(diag.Diagnostic{
				Span: at, Severity: diag.Error, Code: CodeAmbiguousWord,
				Message: fmt.Sprintf("%q stands for %s and for %s", word, first.whose, whose),
				Hint:    "choose words that differ in more than capitals, so that a rating has one meaning",
				Related: []diag.Related{{Span: first.at, Message: "it stands for " + first.whose + " here"}},
			})
		default:
			c[key] = owner{whose, at}
		}
	}
}
