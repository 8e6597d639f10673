package render

import (
	"fmt"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
)

// howTo tells how to mark the rows of a form, and what to mind before saving it.
func howTo(f *form.Form) string {
	marks, boxes := false, false
	for _, r := range f.Rows() {
		marks, boxes = marks || !r.Box, boxes || r.Box
	}
	var out []string
	if marks {
		out = append(out, f.Words.MarkOne)
	}
	if boxes {
		out = append(out, f.Words.MarkBoxes)
	}
	return strings.Join(append(out, f.Words.SaveHint), " ")
}

// ours marks an element as saying words of the form and not of the framework,
// where these are of two languages.
func (p *pdfWriter) ours(tag *pdf.Tag) *pdf.Tag {
	primary, _, _ := strings.Cut(p.form.Language, "-")
	if language := p.form.Words.Language; !strings.EqualFold(language, primary) {
		tag.Language(language)
	}
	return tag
}

// pageWords is the number of a page: "Page 2 of 5".
func pageWords(w form.Words, page, pages int) string {
	return fmt.Sprintf("%s %d %s %d", w.Page, page, w.PageOf, pages)
}
