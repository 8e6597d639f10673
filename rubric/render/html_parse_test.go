package render_test

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/form"
	"rubrickit/rubric/render"
)

// element is an element of a page, with those around it.
type element struct {
	name     string
	attrs    map[string]string
	within   []*element
	from, to int    // in the text of the page
	text     string // all text in it, but for the script and the style
}

// inside is the nearest element of a name around this one; nil where there is none.
func (e *element) inside(name string) *element {
	for i := len(e.within) - 1; i >= 0; i-- {
		if e.within[i].name == name {
			return e.within[i]
		}
	}
	return nil
}

// parsed is a page as a browser would take it apart.
type parsed struct {
	elements []*element
	text     string // of the body, without spaces
	style    string
	script   string
	data     string // what the script knows of the form
}

// raw are the elements whose content is no markup; it ends with their end tag,
// whatever stands in it.
var raw = regexp.MustCompile(`(?s)(<(style|script)[^>]*>)(.*?)(</(?:style|script)>)`)

func parse(page string) (parsed, error) {
	var p parsed
	for _, m := range raw.FindAllStringSubmatch(page, -1) {
		switch {
		case m[2] == "style":
			p.style += m[3]
		case strings.Contains(m[1], "application/json"):
			p.data += m[3]
		default:
			p.script += m[3]
		}
	}
	err := p.walk(raw.ReplaceAllString(page, "$1$4"))
	return p, err
}

// walk reads the markup of a page.
func (p *parsed) walk(markup string) error {
	d := xml.NewDecoder(strings.NewReader(markup))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var open []*element
	var text strings.Builder
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF:
			for _, e := range p.elements {
				e.text = text.String()[e.from:e.to]
			}
			p.text = squeezed(p.named("body")[0].text)
			return nil
		case err != nil:
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}, within: slices.Clone(open), from: text.Len()}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			p.elements = append(p.elements, e)
			open = append(open, e)
		case xml.EndElement:
			open[len(open)-1].to = text.Len()
			open = open[:len(open)-1]
		case xml.CharData:
			text.Write(token)
		}
	}
}

func (p parsed) named(names ...string) []*element {
	var out []*element
	for _, e := range p.elements {
		if slices.Contains(names, e.name) {
			out = append(out, e)
		}
	}
	return out
}

// byID are the elements with an id.
func (p parsed) byID() map[string][]*element {
	out := map[string][]*element{}
	for _, e := range p.elements {
		if id := e.attrs["id"]; id != "" {
			out[id] = append(out[id], e)
		}
	}
	return out
}

// mustParse is a form as a page, taken apart.
func mustParse(t testing.TB, f *form.Form, o render.Options) parsed {
	t.Helper()
	p, err := parse(written(t, f, "html", o))
	if err != nil {
		t.Fatal(err)
	}
	return p
}
