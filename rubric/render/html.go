package render

import (
	"bytes"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/webpage"
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
		Style: template.CSS(style), Script: template.JS(script), Policy: template.HTMLAttr(`content="` + webpage.Policy(style, script, "img-src data:") + `"`),
	}
	if o.Logo != nil {
		source := "data:" + o.Logo.Type + ";base64," + base64.StdEncoding.EncodeToString(o.Logo.Data)
		p.Picture = &htmlPicture{template.URL(source), o.Logo.Width, o.Logo.Height}
	}
	return p, nil
}

// pageScript is the script of every page: its files, in one function of their
// own. What differs from form to form is data beside it.
func pageScript() (string, error) {
	text, err := joined("html/fields.js", "html/store.js", "html/export.js", "html/page.js")
	return webpage.Script(text), err
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
