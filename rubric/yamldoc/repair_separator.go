package yamldoc

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
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
			edit := replace(n, i, i+1, " ")
			edit.File = p.file
			p.list.Add(diag.Diagnostic{
				Span: edit.Span, Severity: diag.Error, Code: CodeControlCharacter,
				Message: invisible(r), Hint: "put a space in its place", Edits: []diag.Edit{edit},
			})
		}
	}
}

func invisible(r rune) string { return fmt.Sprintf("the invisible character U+%04X stands here", r) }
