package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"

	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diff"
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
	code := "(() => {\n'use strict'\n" + string(script) + "})()\n"
	page := &htmlComparison{
		Frameworks: []diff.Identity{c.Provenance.Source, c.Provenance.Target}, Method: methodWords(c),
		Style: template.CSS(style), Script: template.JS(code), Policy: contentPolicy(string(style), code),
	}
	if c.Mode == diff.Versions {
		page.versions(c)
	} else {
		page.frameworks(c)
	}
	return page, nil
}

// contentPolicy allows the style and the script of the page by their hashes,
// and nothing else.
func contentPolicy(style, script string) template.HTMLAttr {
	return template.HTMLAttr(`content="default-src 'none'; style-src '` + hashSource(style) + `'; script-src '` + hashSource(script) +
		`'; base-uri 'none'; form-action 'none'"`)
}

// hashSource names a text in a policy of content security.
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
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
