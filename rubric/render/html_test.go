package render_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/form"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/render"
)

// Each row can be marked: a control for each of its choices, and its words are
// on the page.
func TestHTMLHoldsEveryRow(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f, render.Options{})
		got, want := map[string][]string{}, map[string][]string{}
		for _, e := range p.named("input") {
			if strings.HasPrefix(e.attrs["name"], "rate_") {
				got[e.attrs["name"]] = append(got[e.attrs["name"]], e.attrs["type"]+" "+e.attrs["value"])
			}
		}
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

// Every control has a name to hear, and says of which row it is: by the legend
// of its group, or in its name.
func TestHTMLNamesEveryControl(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f, render.Options{})
		legends := map[*element]string{}
		for _, e := range p.named("legend") {
			legends[e.inside("fieldset")] = e.text
		}
		codes := map[string]string{}
		for _, r := range f.Rows() {
			codes[r.Field] = r.Code
		}
		for _, e := range p.named("input", "textarea", "button") {
			name := nameOf(e)
			if strings.TrimSpace(name) == "" {
				t.Errorf("<%s name=%q> has no name to hear", e.name, e.attrs["name"])
			}
			if code := codes[e.attrs["name"]]; !strings.Contains(legends[e.inside("fieldset")]+name, code) {
				t.Errorf("the control %q does not say that it is of row %s", name, code)
			}
		}
	})
}

// nameOf is what a control is called by those who hear the page.
func nameOf(e *element) string {
	if name := e.attrs["aria-label"]; name != "" {
		return name
	}
	if label := e.inside("label"); label != nil {
		return label.text
	}
	return e.text // of a button
}

// The page needs nothing but itself, and its policy allows nothing else.
func TestHTMLIsSelfContained(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f, render.Options{})
		for _, e := range p.elements {
			for name := range e.attrs {
				if slices.Contains([]string{"src", "srcset", "style", "action", "background", "href"}, name) && e.name != "a" || strings.HasPrefix(name, "on") {
					t.Errorf("<%s %s=…> could load or run something", e.name, name)
				}
			}
		}
		if n := len(p.named("link", "img", "iframe", "object", "base")); n > 0 || strings.Contains(p.style, "url(") || strings.Contains(p.style, "@import") {
			t.Error("the page loads something")
		}
		if word := regexp.MustCompile(`fetch|XMLHttp|WebSocket|import|eval|Function\(|innerHTML|outerHTML|insertAdjacent|document\.write`).FindString(p.script); word != "" {
			t.Errorf("the script uses %s", word)
		}
		want := "default-src 'none'; style-src 'sha256-" + sum(p.style) + "'; script-src 'sha256-" + sum(p.script) + "'; img-src data:; base-uri 'none'; form-action 'none'"
		if got := p.named("meta")[2].attrs["content"]; got != want {
			t.Errorf("policy %s\nwant   %s", got, want)
		}
	})
}

func sum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// What people need who hear the page: a language, headings in order, tables
// with captions and scopes, groups with legends, ids that are one each.
func TestHTMLIsAccessible(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f, render.Options{})
		if lang := p.named("html")[0].attrs["lang"]; lang == "" || lang != f.Language {
			t.Errorf("language %q", lang)
		}
		checkHeadings(t, p)
		checkTables(t, p)
		checkIDs(t, p)
		if groups := len(p.named("fieldset")); groups != len(p.named("legend")) || groups == 0 {
			t.Errorf("%d groups, %d legends", groups, len(p.named("legend")))
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
		if e.attrs["scope"] == "" || strings.TrimSpace(e.text) == "" {
			t.Error("a header of a table without scope or text")
		}
	}
}

func checkIDs(t *testing.T, p parsed) {
	ids := p.byID()
	for id, elements := range ids {
		if len(elements) > 1 {
			t.Errorf("the id %s is there %d times", id, len(elements))
		}
	}
	for _, e := range p.elements {
		for _, reference := range []string{"aria-describedby", "aria-labelledby", "for"} {
			if id := e.attrs[reference]; id != "" && ids[id] == nil {
				t.Errorf("nothing has the id %s", id)
			}
		}
	}
	for _, id := range regexp.MustCompile(`element\('([^']*)'\)`).FindAllStringSubmatch(p.script, -1) {
		if ids[id[1]] == nil {
			t.Errorf("the script looks for the id %s", id[1])
		}
	}
}

// A control hides what a form has under its name or its id: form.reset would be the
// button. None has a name that the script means otherwise.
func TestHTMLHidesNothing(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		p := mustParse(t, f, render.Options{})
		meant := map[string]bool{}
		for _, m := range regexp.MustCompile(`\bform\.(\w+)`).FindAllStringSubmatch(p.script, -1) {
			meant[m[1]] = true
		}
		if !meant["reset"] {
			t.Fatal("the script resets no form")
		}
		for _, e := range p.named("input", "textarea", "button", "fieldset") {
			if meant[e.attrs["name"]] || meant[e.attrs["id"]] {
				t.Errorf("<%s name=%q id=%q> hides what the script means", e.name, e.attrs["name"], e.attrs["id"])
			}
		}
	})
}

// The script knows the form: whose it is, its rows in order, its words.
func TestHTMLData(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		var got struct {
			Framework, Version, Fingerprint string
			Rows                            []struct {
				Item, Rate, Comment string
				Box                 bool
				Points              *struct{ Field, From, To, Step string }
			}
			Words map[string]string
		}
		p := mustParse(t, f, render.Options{})
		if err := json.Unmarshal([]byte(p.data), &got); err != nil {
			t.Fatal(err)
		}
		if (form.Identity{ID: got.Framework, Version: got.Version, Fingerprint: got.Fingerprint, Short: f.Identity.Short}) != f.Identity {
			t.Errorf("identity %+v", got)
		}
		for i, r := range f.Rows() {
			if g := got.Rows[i]; g.Item != r.Code || g.Rate != r.Field || g.Comment != r.Comment.Name || g.Box != r.Box || (g.Points == nil) != (r.Points == nil) {
				t.Errorf("row %+v, want %s", g, r.Code)
			}
		}
		for _, word := range regexp.MustCompile(`data\.words\.(\w+)`).FindAllStringSubmatch(p.script, -1) {
			if got.Words[word[1]] == "" {
				t.Errorf("the script says %q, for which there is no word", word[1])
			}
		}
	})
}

// No file of the style or the script is left out, for every form.
func TestHTMLHasAllFiles(t *testing.T) {
	p := mustParse(t, blank(t, hostile("x"), form.Options{}), render.Options{})
	files, err := filepath.Glob("html/*.[cj]s*")
	if err != nil || len(files) < 8 {
		t.Fatalf("%q, %v", files, err)
	}
	for _, file := range files {
		if text := string(readFile(t, file)); !strings.Contains(p.style, text) && !strings.Contains(p.script, text) {
			t.Errorf("%s is not in the page", file)
		}
	}
}

// A printed page says of which framework it is, and its size is that of the
// paper.
func TestHTMLPages(t *testing.T) {
	f := blank(t, hostile("1.0"), form.Options{})
	for paper, size := range map[string]string{"": "A4", "a4": "A4", "letter": "letter"} {
		style := mustParse(t, f, render.Options{Paper: paper}).style
		for _, rule := range []string{
			"  size: " + size + ";\n",
			fmt.Sprintf(`@bottom-left { content: "x\0000201\00002e0\000020\0000b7\000020%s";`, f.Identity.Short),
			`@bottom-right { content: "Page\000020" counter(page) "\000020of\000020" counter(pages);`,
		} {
			if !strings.Contains(style, rule) {
				t.Errorf("paper %q: the style sheet lacks %s", paper, rule)
			}
		}
	}
	if err := render.Find("html").Write(io.Discard, f, render.Options{Paper: "a5"}); err == nil {
		t.Error("an unknown paper is taken")
	}
}

// Large print and a logo are on the page; the policy allows the picture.
func TestHTMLOptions(t *testing.T) {
	f := blank(t, hostile("1.0"), form.Options{})
	plain := mustParse(t, f, render.Options{})
	data := drawn(t, 20, 10, "image/png")
	p := mustParse(t, f, render.Options{Large: true, Logo: &render.Logo{Type: "image/png", Data: data, Width: 20, Height: 10}})
	if p.named("html")[0].attrs["class"] != "large" || plain.named("html")[0].attrs["class"] != "" || !strings.Contains(p.style, "@media print, screen and") {
		t.Error("large print is not large, or plain print is")
	}
	pictures := p.named("img")
	if len(pictures) != 1 || len(plain.named("img")) != 0 {
		t.Fatalf("%d pictures", len(pictures))
	}
	want := map[string]string{"class": "logo", "alt": "Logo", "width": "20", "height": "10", "src": "data:image/png;base64," + base64.StdEncoding.EncodeToString(data)}
	if diff := cmp.Diff(want, pictures[0].attrs); diff != "" {
		t.Error(diff)
	}
}

// The form's own words are in the language that was asked for, and say so where
// the texts are in another.
func TestHTMLLanguage(t *testing.T) {
	f := blank(t, hostile("x"), form.Options{Language: "fr"})
	p := mustParse(t, f, render.Options{})
	if got := p.named("html")[0].attrs["lang"]; got != "en" {
		t.Errorf("the texts are in %s", got)
	}
	if bar := p.byID()["bar"]; bar[0].attrs["lang"] != "fr" || !strings.Contains(bar[0].text, f.Words.SaveCSV) {
		t.Errorf("the bar says %q in %q", bar[0].text, bar[0].attrs["lang"])
	}
	same := mustParse(t, blank(t, hostile("x"), form.Options{}), render.Options{})
	if lang, there := same.byID()["bar"][0].attrs["lang"]; there {
		t.Errorf("the bar is in %s, as all is", lang)
	}
}

// allowed are the elements of a page; no text may bring another.
var allowed = []string{
	"html", "head", "meta", "title", "style", "script", "body", "form", "header", "main", "footer", "section", "dialog", "h1", "h2", "h3", "h4", "p", "div", "span", "strong", "em", "a", "br",
	"ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "fieldset", "legend", "label", "input", "textarea", "button", "progress",
}

// No text becomes markup, style or script of a page, whatever it holds.
func TestHTMLOfHostileTexts(t *testing.T) {
	clean := mustParse(t, blank(t, hostile("x"), form.Options{}), render.Options{})
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
		checkHarmless(t, p)
		if p.script != clean.script || !json.Valid([]byte(p.data)) || strings.ContainsAny(p.data, "<>&\u2028") {
			t.Error("a text became script")
		}
		if strings.Count(p.style, "{") != strings.Count(clean.style, "{") {
			t.Error("a text became style")
		}
		for _, r := range f.Rows() {
			if words := squeezed(markup.PlainRuns(r.Title)); !strings.Contains(p.text, words) {
				t.Errorf("row %s has lost %q", r.Code, words)
			}
		}
	})
}

func checkHarmless(t *rapid.T, p parsed) {
	if len(p.named("script")) != 2 || len(p.named("style")) != 1 {
		t.Error("a text brought a script or a style")
	}
	for _, e := range p.elements {
		if !slices.Contains(allowed, e.name) {
			t.Errorf("a text became <%s>", e.name)
		}
		if href := e.attrs["href"]; href != "" && href != "#rating" && !strings.HasPrefix(href, "http://a.b") {
			t.Errorf("a link to %s", href)
		}
	}
}
