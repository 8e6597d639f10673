package yamldoc

import (
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc/repair"
)

// separators are characters that the YAML library takes for the end of a line
// and editors do not, so that every line below would be counted wrongly. It
// is given spaces in their place.
const separators = "\u0085\u2028\u2029"

var withoutSeparators = strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ")

// checkSeparators reports the separators of a text.
func (p *parser) checkSeparators() {
	for n, line := range p.lines {
		for i, r := range line {
			if !strings.ContainsRune(separators, r) {
				continue
			}
			edit := diag.Edit{Span: p.span(n+1, i+1, i+2), Text: " "}
			p.list.Add(diag.Diagnostic{
				Span: edit.Span, Severity: diag.Error, Code: repair.CodeControlCharacter,
				Message: repair.Invisible(r), Hint: "put a space in its place", Edits: []diag.Edit{edit},
			})
		}
	}
}
