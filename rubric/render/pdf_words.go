package render

import (
	"fmt"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
)

// saveHints tell who fills in a form with a viewer what many viewers do not: a
// field that is still being written in is not saved. By the language of the
// form's words.
var saveHints = map[string]string{
	"en": "On screen: before you save, click outside the box in which you wrote last.",
	"es": "En pantalla: antes de guardar, haga clic fuera de la última casilla en la que escribió.",
	"fr": "À l’écran : avant d’enregistrer, cliquez en dehors de la dernière zone que vous avez remplie.",
	"de": "Am Bildschirm: Klicken Sie vor dem Speichern neben das Feld, in das Sie zuletzt geschrieben haben.",
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
