package yamldoc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"rubrickit/rubric/diag"
)

// Parse reads one document. The file name is used for places only. The node
// is nil when the text could not be read as YAML at all; the list then says
// why. Other findings (anchors, a second document) leave the node usable.
func Parse(file string, data []byte) (*Node, diag.List) {
	var list diag.List
	if d, bad := checkEncoding(file, data); bad {
		return nil, append(list, d)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	p := &parser{file: file, lines: splitLines(string(data)), list: &list}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var root yaml.Node
	switch err := decoder.Decode(&root); {
	case errors.Is(err, io.EOF):
		return nil, append(list, p.empty())
	case err != nil:
		return nil, append(list, p.syntaxError(err))
	}
	node := p.convert(root.Content[0])
	p.checkRest(decoder)
	if node.IsEmpty() {
		return nil, append(list, p.empty())
	}
	return node, list
}

// parser turns the library's nodes into ours and finds where they end.
type parser struct {
	file  string
	lines [][]rune
	list  *diag.List
}

// Lines splits a text into its lines, whichever line ending it uses.
func Lines(text string) []string {
	text = strings.TrimPrefix(text, "\uFEFF")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
}

func splitLines(text string) [][]rune {
	var lines [][]rune
	for _, l := range Lines(text) {
		lines = append(lines, []rune(l))
	}
	return lines
}

func (p *parser) empty() diag.Diagnostic {
	return diag.Diagnostic{
		Span: diag.Span{File: p.file}, Severity: diag.Error, Code: CodeEmptyFile,
		Message: "the file is empty",
		Hint:    "a framework file begins with `rubric: v1`",
	}
}

// yamlLine finds the line in the library's error texts.
var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxError places what the YAML library reports as well as it can be read
// from its message: a line, and the first character on it.
func (p *parser) syntaxError(err error) diag.Diagnostic {
	line, message := 1, err.Error()
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		message = m[2]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = min(max(n, 1), len(p.lines))
		}
	}
	return diag.Diagnostic{
		Span: p.wholeLine(line), Severity: diag.Error, Code: CodeSyntax,
		Message: "not readable as YAML: " + message,
		Hint:    "the mistake is on this line or shortly above it: look for a missing colon, a quote that is not closed, a tab, or a line indented unlike its neighbours",
	}
}

// wholeLine is the span of a line's text without its indentation.
func (p *parser) wholeLine(line int) diag.Span {
	text := p.lines[line-1]
	first := 0
	for first < len(text) && (text[first] == ' ' || text[first] == '\t') {
		first++
	}
	return p.span(line, first+1, max(len(text)+1, first+2))
}

func (p *parser) span(line, from, to int) diag.Span {
	return diag.Span{File: p.file, Start: diag.Pos{Line: line, Column: from}, End: diag.Pos{Line: line, Column: to}}
}

// checkRest reports what follows the first document.
func (p *parser) checkRest(decoder *yaml.Decoder) {
	var second yaml.Node
	err := decoder.Decode(&second)
	switch {
	case errors.Is(err, io.EOF):
	case err != nil:
		p.list.Add(p.syntaxError(err))
	default:
		p.list.Add(diag.Diagnostic{
			Span: p.wholeLine(max(second.Line, 1)), Severity: diag.Error, Code: CodeSecondDocument,
			Message: "a second YAML document begins here",
			Hint:    "a file holds one framework: move this part to a file of its own, or take the `---` line away",
		})
	}
}

// convert copies a node of the library. Aliases are reported and never
// followed, so a document cannot grow when it is read.
func (p *parser) convert(n *yaml.Node) *Node {
	out := &Node{Span: p.nodeSpan(n)}
	p.checkForbidden(n, out)
	switch n.Kind {
	case yaml.MappingNode:
		out.Kind = Map
		for i := 0; i+1 < len(n.Content); i += 2 {
			out.Pairs = append(out.Pairs, Pair{p.convertKey(n.Content[i]), p.convert(n.Content[i+1])})
		}
	case yaml.SequenceNode:
		out.Kind = List
		for _, c := range n.Content {
			out.Items = append(out.Items, p.convert(c))
		}
	case yaml.ScalarNode:
		out.Value, out.Style = n.Value, styleOf(n)
		if out.Style == Plain {
			out.CutAt = p.commentAfter(n, out.Span)
		}
	}
	return out
}

// convertKey converts a key; a key that is no scalar is reported.
func (p *parser) convertKey(n *yaml.Node) *Node {
	key := p.convert(n)
	if key.Kind != Scalar {
		p.report(key.Span, CodeWrongType, "a key must be a word", "put the key in quotes if it really begins with [ or {")
		return &Node{Span: key.Span}
	}
	if n.Tag == "!!merge" {
		p.report(key.Span, CodeAnchor, "merge keys (<<) are not allowed", "write the keys out where they are meant")
	}
	return key
}

func (p *parser) checkForbidden(n *yaml.Node, out *Node) {
	switch {
	case n.Kind == yaml.AliasNode:
		p.report(out.Span, CodeAnchor, fmt.Sprintf("the alias *%s is not allowed", n.Value),
			"write the text out where it is meant; if the text really begins with *, put it in quotes")
	case n.Anchor != "":
		p.report(out.Span, CodeAnchor, fmt.Sprintf("the anchor &%s is not allowed", n.Anchor),
			"take the anchor away; if the text really begins with &, put it in quotes")
	case n.Style&yaml.TaggedStyle != 0:
		p.report(out.Span, CodeTag, fmt.Sprintf("the tag %s is not allowed", n.Tag),
			"take the tag away; if the text really begins with !, put it in quotes")
	}
}

func (p *parser) report(at diag.Span, code diag.Code, message, hint string) {
	p.list.Add(diag.Diagnostic{Span: at, Severity: diag.Error, Code: code, Message: message, Hint: hint})
}

func styleOf(n *yaml.Node) Style {
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return Quoted
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return Block
	default:
		return Plain
	}
}

// ParseWith is Parse with a judge of repairs: fits counts what keeps a
// document from being what the caller reads; 0 is a perfect fit.
func ParseWith(file string, data []byte, fits func(*Node) int) (*Node, diag.List) {
	return Parse(file, data)
}
