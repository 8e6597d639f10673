// Package explain holds the long text of every finding: what it means, why it
// matters, how to mend it, and an example. A page is a Markdown file named
// after its code; the tests of this module run the examples.
package explain

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

//go:embed pages/*.md
var pages embed.FS

// Page is the long text of one code.
type Page struct {
	Code  diag.Code
	Title string // one line, without the code
	Text  string // the whole page, Markdown
}

// Codes lists every code that has a page, sorted.
func Codes() []diag.Code {
	names, err := fs.Glob(pages, "pages/*.md")
	if err != nil {
		panic(err) // only a malformed pattern fails, and this one is constant
	}
	codes := make([]diag.Code, len(names))
	for i, name := range names {
		codes[i] = diag.Code(strings.TrimSuffix(strings.TrimPrefix(name, "pages/"), ".md"))
	}
	slices.Sort(codes)
	return codes
}

// Find returns the page of a code and whether there is one.
func Find(code diag.Code) (Page, bool) {
	if !slices.Contains(Codes(), code) {
		return Page{}, false
	}
	text, err := fs.ReadFile(pages, "pages/"+string(code)+".md")
	if err != nil {
		return Page{}, false
	}
	title, _, _ := strings.Cut(string(text), "\n")
	return Page{Code: code, Title: strings.TrimPrefix(title, "# "), Text: string(text)}, true
}

// Example is a fenced block of a page.
type Example struct {
	Section string // the heading it stands under: "Example" or "Mended"
	Kind    string // the words after the fence: "yaml", "yaml policy", "csv"
	Text    string
}

// fence is a fenced block with its info string.
var fence = lazyregexp.New("(?ms)^```([a-z]+(?: [a-z-]+)*)\n(.*?)^```$")

// Examples returns the fenced blocks below the headings "Example" and
// "Mended", in order.
func (p Page) Examples() []Example {
	var out []Example
	for section := range strings.SplitSeq(p.Text, "\n## ") {
		heading, body, _ := strings.Cut(section, "\n")
		if heading != "Example" && heading != "Mended" {
			continue
		}
		for _, m := range fence.FindAllStringSubmatch(body, -1) {
			out = append(out, Example{Section: heading, Kind: m[1], Text: m[2]})
		}
	}
	return out
}
