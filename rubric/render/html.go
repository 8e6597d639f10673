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
	Style     template.CSS
	Policy    template.HTMLAttr // of content security: nothing but this style
}

// writeHTML writes one page that needs nothing else: no network, no script.
// Its native radio buttons and boxes can be marked on screen, and it prints
// on the chosen paper.
func writeHTML(w io.Writer, f *form.Form, o Options) error {
	paper, err := FindPaper(o.Paper)
	if err != nil {
		return err
	}
	t, err := template.New("page.tmpl").Funcs(htmlFuncs).ParseFS(htmlFiles, "html/*.tmpl")
	if err != nil {
		return err
	}
	style, err := styleSheet(f, paper)
	if err != nil {
		return err
	}
	var out bytes.Buffer // so that an error leaves nothing half written
	if err := t.Execute(&out, page{f, hasLongCodes(f), template.CSS(style), policy(style)}); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// policy allows the style of the page by its hash, and nothing else.
func policy(style string) template.HTMLAttr {
	sum := sha256.Sum256([]byte(style))
	return template.HTMLAttr(fmt.Sprintf(`content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"`,
		base64.StdEncoding.EncodeToString(sum[:])))
}

// styleSheet is the style of the screen and of paper: the printed page has a
// size, and a footer with the form's identity and the number of the page.
func styleSheet(f *form.Form, paper Paper) (string, error) {
	var all strings.Builder
	for _, name := range []string{"html/screen.css", "html/rows.css", "html/print.css"} {
		css, err := htmlFiles.ReadFile(name)
		if err != nil {
			return "", err
		}
		all.Write(css)
	}
	fmt.Fprintf(&all, "@page{size:%s;@bottom-left{content:%s}@bottom-right{content:%s counter(page) %s counter(pages)}}\n",
		paper.css, cssString(f.Identity.String()), cssString(f.Words.Page+" "), cssString(" "+f.Words.PageOf+" "))
	return all.String(), nil
}

// cssString writes a text as a string of a style sheet, with everything but
// letters and digits escaped by its number.
func cssString(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\%06x`, r)
	}
	return `"` + b.String() + `"`
}
