package render_test

import (
	"bufio"
	"bytes"
	"html"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	viewer "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"rubrickit/rubric/form"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/render"
)

// viewed is a Markdown document as a GitHub viewer understands it.
type viewed struct {
	boxes  int
	kinds  map[ast.NodeKind]int
	strong []string // the strong texts
	text   string   // all text, without spaces
}

func view(source string) viewed {
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	v := viewed{kinds: map[ast.NodeKind]int{}}
	var words strings.Builder
	root := parser.Parse(text.NewReader([]byte(source)))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		v.kinds[n.Kind()]++
		switch n := n.(type) {
		case *ast.Text:
			words.WriteString(plainText(n, source))
		case *ast.Emphasis:
			if n.Level == 2 {
				v.strong = append(v.strong, innerText(n, source))
			}
		case *extast.TaskCheckBox:
			v.boxes++
		}
		return ast.WalkContinue, nil
	})
	v.text = squeezed(words.String())
	return v
}

func plainText(n *ast.Text, source string) string {
	var page bytes.Buffer
	w := bufio.NewWriter(&page)
	viewer.DefaultWriter.Write(w, n.Segment.Value([]byte(source)))
	_ = w.Flush() // a buffer takes everything
	return html.UnescapeString(page.String()) + " "
}

func innerText(n ast.Node, source string) string {
	var words strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			words.WriteString(strings.TrimSuffix(plainText(t, source), " "))
		}
	}
	return words.String()
}

// As a viewer sees it, each row stands there once, with a task box for each of
// its choices, and no word is lost.
func TestMarkdownIsRead(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		v := view(written(t, f, "md", render.Options{}))
		checkMarkdown(t, f, v)
		for _, r := range f.Rows() {
			n := 0
			for _, strong := range v.strong {
				if strong == r.Code {
					n++
				}
			}
			if n != 1 {
				t.Errorf("row %s stands there %d times", r.Code, n)
			}
		}
	})
}

// checkMarkdown compares what a viewer sees with the form.
func checkMarkdown(t interface{ Errorf(string, ...any) }, f *form.Form, v viewed) {
	boxes, headings := 0, 1+len(f.Keys)
	for _, r := range f.Rows() {
		boxes += len(r.Choices)
	}
	if v.boxes != boxes {
		t.Errorf("%d task boxes, want %d", v.boxes, boxes)
	}
	if len(f.Guidance) > 0 {
		headings++
	}
	for _, s := range f.Sections {
		if s.Code != "" {
			headings++
		}
		if len(s.Guidance) > 0 {
			headings++
		}
		for _, r := range s.Rows {
			for _, words := range rowTexts(r) {
				words = strings.ReplaceAll(words, "\u2028", "\ufffd") // no document breaks lines by it
				if !strings.Contains(v.text, squeezed(words)) {
					t.Errorf("row %s: the viewer does not see %q", r.Code, words)
				}
			}
		}
	}
	if got := v.kinds[ast.KindHeading]; got != headings {
		t.Errorf("%d headings, want %d", got, headings)
	}
}

// rowTexts are a row's title, text and descriptors as plain paragraphs.
func rowTexts(r form.Row) []string {
	out := []string{r.Code, markup.PlainRuns(r.Title)}
	blocks := r.Text
	for _, c := range r.Choices {
		out = append(out, c.Label)
		blocks = append(blocks[:len(blocks):len(blocks)], c.Text...)
	}
	return append(out, strings.Split(markup.PlainBlocks(blocks), "\n")...)
}

// No text becomes markup of a document, whatever it holds.
func TestMarkdownOfHostileTexts(t *testing.T) {
	for _, text := range []string{"x\\  \n</style>", "x\\\\  \n<b>", "x*  \n<b>", "`\\`  \n**b**"} {
		checkHostile(t, text)
	}
	rapid.Check(t, func(t *rapid.T) { checkHostile(t, hostileText().Draw(t, "text")) })
}

func checkHostile(t rapid.TB, text string) {
	t.Helper()
	f, err := form.New(hostile(text), form.Options{Guidance: true, Comments: true})
	if err != nil {
		t.Fatal(err)
	}
	source := written(t, f, "md", render.Options{})
	v := view(source)
	checkMarkdown(t, f, v)
	for _, kind := range []ast.NodeKind{ast.KindHTMLBlock, ast.KindRawHTML, ast.KindImage, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindCodeSpan, ast.KindBlockquote, extast.KindTable, extast.KindStrikethrough, ast.KindAutoLink} {
		if v.kinds[kind] > 0 {
			t.Errorf("a text became a %s", kind)
		}
	}
	if strings.Contains(source, "](<javascript:") {
		t.Error("a link that runs something")
	}
	if t.Failed() {
		t.Log(source)
	}
}
