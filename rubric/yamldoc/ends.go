package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"rubrickit/rubric/diag"
)

// nodeSpan is where a node stands. The library tells where it starts; the end
// is found in the source for scalars on one line, else it is the line's end.
func (p *parser) nodeSpan(n *yaml.Node) diag.Span {
	if n.Line < 1 || n.Line > len(p.lines) {
		return diag.Span{File: p.file}
	}
	line := p.lines[n.Line-1]
	from := min(max(n.Column, 1), len(line)+1)
	return p.span(n.Line, from, from+p.width(n, line[from-1:]))
}

// width is how many characters of its first line a node takes.
func (p *parser) width(n *yaml.Node, rest []rune) int {
	if n.Kind != yaml.ScalarNode {
		return min(1, len(rest))
	}
	switch styleOf(n) {
	case Quoted:
		return quotedWidth(rest)
	case Plain:
		value := []rune(n.Value)
		if len(value) <= len(rest) && string(rest[:len(value)]) == n.Value {
			return len(value)
		}
	}
	return len([]rune(strings.TrimRight(string(rest), " \t")))
}

// quotedWidth is the length of the quoted scalar that rest begins with, up to
// the line's end when it goes on below.
func quotedWidth(rest []rune) int {
	if len(rest) == 0 {
		return 0
	}
	quote := rest[0]
	for i := 1; i < len(rest); i++ {
		switch {
		case quote == '"' && rest[i] == '\\':
			i++
		case rest[i] == quote && quote == '\'' && i+1 < len(rest) && rest[i+1] == quote:
			i++
		case rest[i] == quote:
			return i + 1
		}
	}
	return len(rest)
}

// commentAfter is the place of a comment on the line on which a plain scalar
// ends, the zero Span where there is none.
func (p *parser) commentAfter(n *yaml.Node, at diag.Span) diag.Span {
	if n.LineComment == "" || at.Start.IsZero() {
		return diag.Span{}
	}
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
