package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// Problem is a place in a text that uses markup outside the subset.
type Problem struct {
	What   string // "a heading", "HTML" …
	Line   int    // of the text; 1 is the first
	Offset int    // in bytes, as near as the parser tells: a block's first text
}

// Check returns where a text uses markup that framework texts do not have:
// headings, images, raw HTML, code blocks, quotes, rules across the page.
func Check(source string) []Problem {
	c := &converter{source: []byte(source)}
	c.blocks(c.parse())
	return c.problems
}

func (c *converter) problem(n ast.Node, what string) {
	at := c.offset(n)
	c.problems = append(c.problems, Problem{what, 1 + bytes.Count(c.source[:at], []byte{'\n'}), at})
}

// offset is where a node starts in the source, as near as the parser tells.
func (c *converter) offset(n ast.Node) int {
	switch n := n.(type) {
	case *ast.RawHTML:
		if n.Segments.Len() > 0 {
			return n.Segments.At(0).Start
		}
	case *ast.Text:
		return n.Segment.Start
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if first := n.FirstChild(); first != nil {
		return c.offset(first)
	}
	return 0
}
