package yamldoc

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc/repair"
)

// Parse reads one document. The file name is used for places only. Where YAML
// cannot read the text, the slip is found by trial repair and reported, and
// the node is that of the repaired text, so that the rest of the file is
// checked all the same; it is nil when no repair was found. Other findings
// (anchors, a second document) leave the node usable. All places are those of
// the text as it stands in the file.
func Parse(file string, data []byte) (*Node, diag.List) { return ParseWith(file, data, nil) }

// ParseWith is Parse with a judge of repairs: fits counts what keeps a
// document from being what the caller reads; 0 is a perfect fit. It is called
// for texts that do not parse as they stand, many times.
func ParseWith(file string, data []byte, fits func(*Node) int) (*Node, diag.List) {
	if d, bad := checkEncoding(file, data); bad {
		return nil, diag.List{d}
	}
	lines := Lines(string(data))
	doc := read(file, lines)
	if doc.stop == nil {
		return doc.node, doc.findings
	}
	return mend(file, lines, doc.stop, fits)
}

// document is what could be read of a text.
type document struct {
	node     *Node // nil where there is none, or the parser stopped
	findings diag.List
	stop     *repair.Stop // where the parser stopped; the rest is empty then
}

func read(file string, lines []string) (doc document) {
	tree := scan(lines)
	if tree.stop != nil {
		return document{stop: tree.stop}
	}
	p := &parser{file: file, lines: toRunes(lines), list: &doc.findings}
	p.checkSeparators()
	if tree.first != nil {
		doc.node = p.convert(tree.first.Content[0])
	}
	if tree.second != nil {
		p.secondDocument(tree.second)
	}
	if doc.node == nil || doc.node.IsEmpty() {
		return document{findings: append(doc.findings, p.empty())}
	}
	return doc
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

func toRunes(lines []string) [][]rune {
	out := make([][]rune, len(lines))
	for i, l := range lines {
		out[i] = []rune(l)
	}
	return out
}

// empty reports a file in which nothing is written, or nothing but comments.
func (p *parser) empty() diag.Diagnostic {
	message := "the file is empty"
	if slices.ContainsFunc(p.lines, isComment) {
		message = "the file holds nothing but comments"
	}
	return diag.Diagnostic{
		Span: diag.Span{File: p.file}, Severity: diag.Error, Code: CodeEmptyFile, Message: message,
		Hint: "a framework begins with `rubric: v1`, a policy with `policy: v1`",
	}
}

func isComment(line []rune) bool {
	return strings.HasPrefix(strings.TrimSpace(string(line)), "#")
}

// wholeLine is the span of a line's text without its indentation.
func (p *parser) wholeLine(line int) diag.Span {
	text := p.lines[line-1]
	first := 0
	for first < len(text) && (text[first] == ' ' || text[first] == '\t') {
		first++
	}
	return p.span(line, first+1, len(text)+1)
}

func (p *parser) span(line, from, to int) diag.Span {
	return diag.Span{File: p.file, Start: diag.Pos{Line: line, Column: from}, End: diag.Pos{Line: line, Column: to}}
}

// secondDocument reports what follows the first document.
func (p *parser) secondDocument(n *yaml.Node) {
	p.list.Add(diag.Diagnostic{
		Span: p.wholeLine(min(max(n.Line, 1), len(p.lines))), Severity: diag.Error, Code: CodeSecondDocument,
		Message: "a second YAML document begins here",
		Hint:    "a file holds one framework: move this part to a file of its own, or take the `---` line away",
	})
}

// convert copies a node of the library. Aliases are reported and never
// followed, so a document cannot grow when it is read.
func (p *parser) convert(n *yaml.Node) *Node {
	out := &Node{Span: p.nodeSpan(n)}
	p.checkMarks(n)
	switch n.Kind {
	case yaml.AliasNode:
		out.Value, out.Refused = "*"+n.Value, true
		p.refuseAlias(out)
	case yaml.MappingNode:
		out.Kind = Map
		for i := 0; i+1 < len(n.Content); i += 2 {
			if p.refusesKey(n.Content[i]) {
				out.Refused = true
				continue
			}
			out.Pairs = append(out.Pairs, Pair{p.convert(n.Content[i]), p.convert(n.Content[i+1])})
		}
	case yaml.SequenceNode:
		out.Kind = List
		for _, c := range n.Content {
			out.Items = append(out.Items, p.convert(c))
		}
	case yaml.ScalarNode:
		out.Value, out.Style = n.Value, styleOf(n)
		if out.Style == Plain {
			out.CutAt = p.commentAt(n, out.Span)
		}
	}
	return out
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
