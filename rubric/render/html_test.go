package render_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/form"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/render"
)

// element is a start tag of a page.
type element struct {
	name  string
	attrs map[string]string
}

// parsed is a page as a browser would take it apart.
type parsed struct {
	elements []element
	text     string // of the body, without spaces
	style    string
}

func parse(page string) (parsed, error) {
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var p parsed
	var text strings.Builder
	inStyle := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			p.text = squeezed(text.String())
			return p, nil
		}
		if err != nil {
			return p, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{token.Name.Local, map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			p.elements = append(p.elements, e)
			inStyle = e.name == "style"
		case xml.EndElement:
			inStyle = false
		case xml.CharData:
			if inStyle {
				p.style += string(token)
			} else {
				text.Write(token)
			}
		}
	}
}

func (p parsed) named(names ...string) []element {
	var out []element
	for _, e := range p.elements {
		if slices.Contains(names, e.name) {
			out = append(out, e)
		}
	}
	return out
}

// Each row can be marked: a control for each of its choices, with a name to
// hear, and its words are on the page.
func TestHTMLHoldsEveryRow(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f)
		got := map[string][]string{}
		for _, e := range p.named("input") {
			if strings.HasPrefix(e.attrs["name"], "rate_") {
				got[e.attrs["name"]] = append(got[e.attrs["name"]], e.attrs["type"]+" "+e.attrs["value"])
				if e.attrs["aria-label"] == "" {
					t.Errorf("a control of %s has no name", e.attrs["name"])
				}
			}
		}
		want := map[string][]string{}
		for _, r := range f.Rows() {
			control := "radio "
			if r.Box {
				control = "checkbox "
			}
			for _, c := range r.Choices {
				want[r.Field] = append(want[r.Field], control+c.Cell)
			}
			for _, words := range rowTexts(r) {
				if !strings.Contains(p.text, squeezed(words)) {
					t.Errorf("row %s has lost %q", r.Code, words)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func mustParse(t *testing.T, f *form.Form) parsed {
	t.Helper()
	p, err := parse(written(t, f, "html", render.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The page needs nothing but itself, and its policy allows nothing else.
func TestHTMLIsSelfContained(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f)
		for _, e := range p.elements {
			for name := range e.attrs {
				if slices.Contains([]string{"src", "srcset", "style", "action", "data", "background"}, name) || strings.HasPrefix(name, "on") {
					t.Errorf("<%s %s=…> could load or run something", e.name, name)
				}
			}
		}
		if n := len(p.named("script", "link", "img", "iframe", "object")); n > 0 || strings.Contains(p.style, "url(") || strings.Contains(p.style, "@import") {
			t.Error("the page loads something")
		}
		sum := sha256.Sum256([]byte(p.style))
		want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
		if got := p.named("meta")[2].attrs["content"]; got != want {
			t.Errorf("policy %s\nwant   %s", got, want)
		}
	})
}

// What people need who hear the page: a language, headings in order, tables
// with captions and scopes, groups with legends, ids that are one each.
func TestHTMLIsAccessible(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f)
		if lang := p.named("html")[0].attrs["lang"]; lang == "" || lang != f.Language {
			t.Errorf("language %q", lang)
		}
		checkHeadings(t, p)
		checkTables(t, p)
		checkIDs(t, p)
		if len(p.named("fieldset")) != len(p.named("legend")) {
			t.Error("a group without a legend")
		}
	})
}

func checkHeadings(t *testing.T, p parsed) {
	last := 0
	for _, e := range p.named("h1", "h2", "h3", "h4", "h5", "h6") {
		level := int(e.name[1] - '0')
		if level > last+1 {
			t.Errorf("<h%d> follows <h%d>", level, last)
		}
		last = level
	}
	if len(p.named("h1")) != 1 {
		t.Error("a page has one <h1>")
	}
}

func checkTables(t *testing.T, p parsed) {
	if tables, captions := len(p.named("table")), len(p.named("caption")); tables != captions {
		t.Errorf("%d tables, %d captions", tables, captions)
	}
	for _, e := range p.named("th") {
		if e.attrs["scope"] == "" {
			t.Error("a header of a table without scope")
		}
	}
}

func checkIDs(t *testing.T, p parsed) {
	seen := map[string]bool{}
	for _, e := range p.elements {
		if id := e.attrs["id"]; id != "" {
			if seen[id] {
				t.Errorf("the id %s is there twice", id)
			}
			seen[id] = true
		}
	}
	for _, e := range p.elements {
		if id := e.attrs["aria-describedby"]; id != "" && !seen[id] {
			t.Errorf("nothing has the id %s", id)
		}
	}
}

// A printed page says of which framework it is, and its size is that of the
// paper.
func TestHTMLPages(t *testing.T) {
	f := blank(t, hostile("1.0"), form.Options{})
	for paper, size := range map[string]string{"": "A4", "a4": "A4", "letter": "letter"} {
		p, err := parse(written(t, f, "html", render.Options{Paper: paper}))
		if err != nil {
			t.Fatal(err)
		}
		footer := fmt.Sprintf(`@page{size:%s;@bottom-left{content:"x\0000201\00002e0\000020\0000b7\000020%s"}@bottom-right{content:"Page\000020" counter(page) "\000020of\000020" counter(pages)}}`, size, f.Identity.Short)
		if !strings.Contains(p.style, footer) {
			t.Errorf("paper %q: the style sheet lacks %s", paper, footer)
		}
		if e := p.named("form")[0]; e.attrs["data-framework"] != "x" || e.attrs["data-version"] != "1.0" || e.attrs["data-fingerprint"] != f.Identity.Fingerprint {
			t.Errorf("identity %v", e.attrs)
		}
	}
	if err := render.Find("html").Write(io.Discard, f, render.Options{Paper: "a5"}); err == nil {
		t.Error("an unknown paper is taken")
	}
}

// allowed are the elements of a page; no text may bring another.
var allowed = []string{
	"html", "head", "meta", "title", "style", "body", "form", "header", "main", "footer", "section", "h1", "h2", "h3", "h4", "p", "div", "span", "strong", "em", "a", "br",
	"ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "fieldset", "legend", "label", "input", "textarea",
}

// No text becomes markup, style or script of a page, whatever it holds.
func TestHTMLOfHostileTexts(t *testing.T) {
	clean, err := parse(written(t, blank(t, hostile("x"), form.Options{}), "html", render.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		layout := rapid.SampledFrom(form.Layouts()).Draw(t, "layout").Name
		f, err := form.New(hostile(hostileText().Draw(t, "text")), form.Options{Layout: layout, Guidance: true, Comments: true})
		if err != nil {
			t.Fatal(err)
		}
		p, err := parse(written(t, f, "html", render.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range p.elements {
			if !slices.Contains(allowed, e.name) {
				t.Errorf("a text became <%s>", e.name)
			}
			if href := e.attrs["href"]; href != "" && !strings.HasPrefix(href, "http://a.b") {
				t.Errorf("a link to %s", href)
			}
		}
		if before, _, _ := strings.Cut(clean.style, "@page{size"); !strings.HasPrefix(p.style, before) || strings.Count(p.style, "{") != strings.Count(clean.style, "{") {
			t.Error("a text became style")
		}
		for _, r := range f.Rows() {
			if words := squeezed(markup.PlainRuns(r.Title)); !strings.Contains(p.text, words) {
				t.Errorf("row %s has lost %q", r.Code, words)
			}
		}
	})
}
