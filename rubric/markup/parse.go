package markup

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rubrickit/rubric/internal/lazyregexp"
)

// Parse reads a text. It never fails: what the subset does not have becomes a
// paragraph with the text as written (see [Check] to find such places).
func Parse(source string) []Block {
	if isWords(source) {
		return paragraph([]Run{{Text: source}})
	}
	c := &converter{source: []byte(source)}
	return c.blocks(c.parse())
}

// converter turns the parser's tree into blocks and notes what is outside the
// subset.
type converter struct {
	source   []byte
	problems []Problem
}

func (c *converter) parse() ast.Node { return commonMark().Parse(text.NewReader(c.source)) }

// commonMark is the parser, which keeps nothing of one text for the next.
var commonMark = sync.OnceValue(goldmark.DefaultParser)

func (c *converter) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = append(out, c.block(n)...)
	}
	return out
}

func (c *converter) block(n ast.Node) []Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return paragraph(c.runs(n, Run{}))
	case *ast.List:
		return []Block{c.list(n)}
	case *ast.LinkReferenceDefinition:
		return c.raw(n, "a link definition")
	case *ast.Heading:
		return c.raw(n, "a heading")
	case *ast.Blockquote:
		c.problem(n, "a block quote")
		return c.blocks(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return c.raw(n, "a code block")
	case *ast.ThematicBreak:
		return c.raw(n, "a rule across the page")
	case *ast.HTMLBlock:
		return c.raw(n, "HTML")
	default:
		return c.raw(n, "markup")
	}
}

func paragraph(runs []Run) []Block {
	if len(runs) == 0 {
		return nil
	}
	return []Block{{Kind: Paragraph, Runs: runs}}
}

func (c *converter) list(n *ast.List) Block {
	b := Block{Kind: BulletList}
	if n.IsOrdered() {
		b.Kind, b.Start = NumberList, n.Start
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		b.Items = append(b.Items, c.blocks(item))
	}
	return b
}

// raw keeps a block of another kind as a paragraph of its source text.
func (c *converter) raw(n ast.Node, what string) []Block {
	c.problem(n, what)
	words := strings.Join(strings.Fields(string(c.sourceOf(n))), " ")
	if words == "" {
		return nil
	}
	return []Block{{Kind: Paragraph, Runs: []Run{{Text: words}}}}
}

// sourceOf is the source text of a block's lines. The parser does not keep
// the marks of headings and rules, so the start of the line is added.
func (c *converter) sourceOf(n ast.Node) []byte {
	lines := n.Lines()
	if lines.Len() == 0 {
		return nil
	}
	start, end := lineStart(c.source, lines.At(0).Start), lines.At(lines.Len()-1).Stop
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		end = max(end, h.ClosureLine.Stop)
	}
	return c.source[start:end]
}

func lineStart(source []byte, at int) int {
	return strings.LastIndexByte(string(source[:at]), '\n') + 1
}

// runs converts the inline nodes below n; look is what they inherit.
func (c *converter) runs(n ast.Node, look Run) []Run {
	var out []Run
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		out = append(out, c.inline(child, look)...)
	}
	return merge(out)
}

func (c *converter) inline(n ast.Node, look Run) []Run {
	switch n := n.(type) {
	case *ast.Text:
		return c.textRuns(n, look)
	case *ast.String:
		look.Text = string(n.Value)
		return []Run{look}
	case *ast.Emphasis:
		if n.Level == 1 {
			look.Emphasis = true
		} else {
			look.Strong = true
		}
	case *ast.Link:
		look.Link = string(n.Destination)
	case *ast.AutoLink:
		look.Link, look.Text = string(n.URL(c.source)), string(n.Label(c.source))
		return []Run{look}
	case *ast.Image:
		c.problem(n, "an image")
	case *ast.RawHTML:
		c.problem(n, "HTML")
		look.Text = string(n.Segments.Value(c.source))
		return []Run{look}
	}
	return c.runs(n, look)
}

func (c *converter) textRuns(n *ast.Text, look Run) []Run {
	value := n.Segment.Value(c.source)
	if !n.IsRaw() {
		value = unescape(value)
	}
	look.Text = string(value)
	if n.SoftLineBreak() {
		look.Text += " "
	}
	if n.HardLineBreak() {
		return []Run{look, {Break: true}}
	}
	return []Run{look}
}

// escape is a backslash before a character of ASCII punctuation.
var escape = lazyregexp.New("\\\\[!-/:-@\\[-`{-~]")

// unescape resolves backslash escapes and entities in one pass, so that an
// escaped ampersand begins no entity.
func unescape(text []byte) []byte {
	var out []byte
	rest := 0
	for _, at := range escape.FindAllIndex(text, -1) {
		out = append(out, entities(text[rest:at[0]])...)
		out = append(out, text[at[0]+1])
		rest = at[1]
	}
	return append(out, entities(text[rest:])...)
}

func entities(text []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(text))
}

// merge joins neighbours of the same look and drops empty runs.
func merge(runs []Run) []Run {
	var out []Run
	for _, r := range runs {
		last := len(out) - 1
		switch {
		case r.Text == "" && !r.Break:
		case last >= 0 && sameLook(out[last], r):
			out[last].Text += r.Text
		default:
			out = append(out, r)
		}
	}
	return out
}

func sameLook(a, b Run) bool {
	return !a.Break && !b.Break && a.Emphasis == b.Emphasis && a.Strong == b.Strong && a.Link == b.Link
}
