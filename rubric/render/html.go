package render

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"rubrickit/rubric/form"
)

//go:embed html
var htmlFiles embed.FS

// page is what the template draws.
type page struct {
	*form.Form
	LongCodes bool // whether codes are words, too long to stand before a text
	Large     bool
	Picture   *htmlPicture
	Style     template.CSS
	Script    template.JS
	Data      pageData
	Policy    template.HTMLAttr // of content security: this style and script, nothing else
}

// htmlPicture is a logo within the page itself.
type htmlPicture struct {
	Source        template.URL
	Width, Height int
}

// writeHTML writes one page that needs nothing else, and no network. It can be
// printed, and filled in on a screen; its script keeps what is filled in and
// hands it out as the files that package ratings reads. Without the script it
// is a form to mark and to print.
func writeHTML(w io.Writer, f *form.Form, o Options) error {
	p, err := newPage(f, o)
	if err != nil {
		return err
	}
	t, err := template.New("page.tmpl").Funcs(htmlFuncs).ParseFS(htmlFiles, "html/*.tmpl")
	if err != nil {
		return err
	}
	var out bytes.Buffer // so that an error leaves nothing half written
	if err := t.Execute(&out, p); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

func newPage(f *form.Form, o Options) (*page, error) {
	style, err := styleSheet(f, o)
	if err != nil {
		return nil, err
	}
	script, err := pageScript()
	if err != nil {
		return nil, err
	}
	p := &page{
		Form: f, LongCodes: hasLongCodes(f), Large: o.Large, Data: dataOf(f),
		Style: template.CSS(style), Script: template.JS(script), Policy: policy(style, script),
	}
	if o.Logo != nil {
		source := "data:" + o.Logo.Type + ";base64," + base64.StdEncoding.EncodeToString(o.Logo.Data)
		p.Picture = &htmlPicture{template.URL(source), o.Logo.Width, o.Logo.Height}
	}
	return p, nil
}

// policy allows the style and the script of the page by their hashes, pictures
// within the page, and nothing else.
func policy(style, script string) template.HTMLAttr {
	return template.HTMLAttr(fmt.Sprintf(
		`content="default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"`,
		hashSource(style), hashSource(script)))
}

// hashSource names a text in a policy of content security.
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// pageScript is the script of every page: its files, in one function of their
// own. What differs from form to form is data beside it.
func pageScript() (string, error) {
	text, err := joined("html/fields.js", "html/store.js", "html/export.js", "html/page.js")
	return "(() => {\n'use strict'\n" + text + "})()\n", err
}

// joined are embedded files, one behind the other.
func joined(names ...string) (string, error) {
	var all strings.Builder
	for _, name := range names {
		text, err := htmlFiles.ReadFile(name)
		if err != nil {
			return "", err
		}
		all.Write(text)
	}
	return all.String(), nil
}
