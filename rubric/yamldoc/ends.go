package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc/repair"
)

// nodeSpan is where a node stands, without the marks before it. The library
// tells where it starts; the end is found in the source for scalars on one
// line, else it is the line's end.
func (p *parser) nodeSpan(n *yaml.Node) diag.Span {
	rest, from := p.source(n)
	if from == 0 {
		return diag.Span{File: p.file}
	}
	if marks := marksOf(rest); len(marks) > 0 {
		if behind := skipSpaces(rest, marks[len(marks)-1].to); behind < len(rest) {
			rest, from = rest[behind:], from+behind
		}
	}
	return p.span(n.Line, from, from+p.width(n, rest))
}

// source is the rest of the line on which a node begins, marks included, and
// the column of its first character; 0 where there is no such line.
func (p *parser) source(n *yaml.Node) (rest []rune, from int) {
	if n.Line < 1 || n.Line > len(p.lines) {
		return nil, 0
	}
	line := p.lines[n.Line-1]
	from = min(max(n.Column, 1), len(line)+1)
	return line[from-1:], from
}

// width is how many characters of its first line a node takes.
func (p *parser) width(n *yaml.Node, rest []rune) int {
	switch n.Kind {
	case yaml.ScalarNode:
	case yaml.AliasNode:
		return min(1+len([]rune(n.Value)), len(rest))
	default:
		return min(1, len(rest))
	}
	switch styleOf(n) {
	case Quoted:
		return repair.QuotedWidth(rest)
	case Plain:
		value := []rune(n.Value)
		if len(value) <= len(rest) && string(rest[:len(value)]) == n.Value {
			return len(value)
		}
	}
	return len([]rune(strings.TrimRight(string(rest), " \t")))
}

// commentAt is the place of a comment on the line on which a plain scalar ends,
// or in the place of its value, the zero Span where there is none.
func (p *parser) commentAt(n *yaml.Node, at diag.Span) diag.Span {
	switch {
	case at.Start.IsZero():
		return diag.Span{}
	case n.Value == "":
		return p.commentInstead(n)
	case n.LineComment != "":
		return p.commentAfter(n, at)
	default:
		return diag.Span{}
	}
}

// commentInstead is the place of a comment where a value belongs.
func (p *parser) commentInstead(n *yaml.Node) diag.Span {
	rest, from := p.source(n)
	if i := skipSpaces(rest, 0); i > 0 && i < len(rest) && rest[i] == '#' {
		return p.span(n.Line, from+i, from+len(rest))
	}
	return diag.Span{}
}

func (p *parser) commentAfter(n *yaml.Node, at diag.Span) diag.Span {
	comment := []rune(n.LineComment)
	for l := at.Start.Line; l <= len(p.lines); l++ {
		line := p.lines[l-1]
		if from := len(line) - len(comment); from >= 0 && string(line[from:]) == n.LineComment {
			return p.span(l, from+1, len(line)+1)
		}
		if strings.TrimSpace(string(line)) == "" {
			break
		}
	}
	return diag.Span{}
}
