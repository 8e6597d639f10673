package report

import (
	"bytes"
	"embed"
	"html/template"
	"io"

	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/webpage"
)

//go:embed html
var htmlFiles embed.FS

// htmlComparison is what the template draws.
type htmlComparison struct {
	Title      string
	Basis      []string
	Notes      []string
	Filter     []htmlStanding
	Stale      []crosswalk.Row
	Directions []htmlDirection

	Versions       bool
	Summary        string
	Changes        []htmlChange
	RatingsSummary string
	Ratings        [][]string

	Frameworks []diff.Identity
	Method     []string

	Style  template.CSS
	Script template.JS
	Policy template.HTMLAttr // of content security: this style and script, nothing else
}

// writeComparisonHTML writes one page that needs nothing else, and no network:
// both directions side by side, with a picture of the counts and a filter; or
// the changes between two versions. Without its script all rows are there.
func writeComparisonHTML(w io.Writer, c *diff.Comparison, _ Options) error {
	page, err := newHTMLComparison(c)
	if err != nil {
		return err
	}
	t, err := template.ParseFS(htmlFiles, "html/comparison.tmpl")
	if err != nil {
		return err
	}
	var out bytes.Buffer // so that an error leaves nothing half written
	if err := t.Execute(&out, page); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

func newHTMLComparison(c *diff.Comparison) (*htmlComparison, error) {
	style, err := htmlFiles.ReadFile("html/comparison.css")
	if err != nil {
		return nil, err
	}
	script, err := htmlFiles.ReadFile("html/comparison.js")
	if err != nil {
		return nil, err
	}
	look, code := webpage.Styled(string(style)), webpage.Script(string(script))
	page := &htmlComparison{
		Frameworks: []diff.Identity{c.Provenance.Source, c.Provenance.Target}, Method: methodWords(c),
		Style: template.CSS(look), Script: template.JS(code), Policy: template.HTMLAttr(`content="` + webpage.Policy(look, code) + `"`),
	}
	if c.Mode == diff.Versions {
		page.versions(c)
	} else {
		page.frameworks(c)
	}
	return page, nil
}

// methodWords say how the comparison was made.
func methodWords(c *diff.Comparison) []string {
	p := c.Provenance
	out := []string{"Method: " + p.Method.About + "."}
	if len(p.Method.Words) > 0 {
		out = append(out, bandWords(p.Method.Words)+".", caution)
	}
	if r := p.Crosswalk; r != nil {
		out = append(out, "Crosswalk: "+r.File+", SHA-256 "+r.SHA256+".")
	}
	return out
}
