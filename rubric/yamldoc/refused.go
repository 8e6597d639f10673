package yamldoc

import (
	"fmt"
	"unicode"

	"gopkg.in/yaml.v3"

	"rubrickit/rubric/diag"
)

// What YAML has and the files of this project do without: a reviewer must see
// every text where it stands. Each is reported in its own place, and what
// cannot be read without it is left out and marked, so that no reader reports
// it again.

// refuseAlias reports an alias. It is never followed.
func (p *parser) refuseAlias(n *Node) {
	p.report(n.Span, CodeAnchor, fmt.Sprintf("the alias %s is not allowed", n.Value),
		"write the text out where it is meant; if the text really begins with *, put it in quotes")
}

// refusesKey reports a key that no reader could take, and whether it is one.
func (p *parser) refusesKey(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		p.convert(n)
	case n.Kind != yaml.ScalarNode:
		p.refuseShape(p.nodeSpan(n), n.Kind)
	case n.Tag == "!!merge":
		p.report(p.nodeSpan(n), CodeAnchor, "merge keys (<<) are not allowed", "write the keys out where they are meant")
	default:
		return false
	}
	return true
}

// refuseShape reports a list or a map in the place of a key.
func (p *parser) refuseShape(at diag.Span, kind yaml.Kind) {
	shape := Map
	if kind == yaml.SequenceNode {
		shape = List
	}
	p.report(at, CodeWrongType, fmt.Sprintf("a key must be a word, and this is %s", shape),
		"put the text in quotes if it really begins with [ or {")
}

// checkMarks reports the anchor and the tag of a value, which is read all the
// same.
func (p *parser) checkMarks(n *yaml.Node) {
	if n.Anchor != "" {
		p.report(p.markSpan(n, '&'), CodeAnchor, fmt.Sprintf("the anchor &%s is not allowed", n.Anchor),
			"take the anchor away; if the text really begins with &, put it in quotes")
	}
	if n.Style&yaml.TaggedStyle != 0 {
		p.report(p.markSpan(n, '!'), CodeTag, fmt.Sprintf("the tag %s is not allowed", n.Tag),
			"take the tag away; if the text really begins with !, put it in quotes")
	}
}

// markSpan is the place of the mark of a node that begins with a character. A
// mark on a line of its own below the first has the node's place.
func (p *parser) markSpan(n *yaml.Node, begins rune) diag.Span {
	rest, from := p.source(n)
	for _, m := range marksOf(rest) {
		if rest[m.from] == begins {
			return p.span(n.Line, from+m.from, from+m.to)
		}
	}
	return p.nodeSpan(n)
}

// mark is where an anchor or a tag stands in a line's rest, in characters
// from 0.
type mark struct{ from, to int }

// marksOf are the anchor and the tag that a value begins with.
func marksOf(rest []rune) []mark {
	var out []mark
	for i := 0; i < len(rest) && (rest[i] == '&' || rest[i] == '!'); i = skipSpaces(rest, i) {
		m := mark{from: i}
		for i < len(rest) && !unicode.IsSpace(rest[i]) {
			i++
		}
		m.to = i
		out = append(out, m)
	}
	return out
}

func skipSpaces(text []rune, from int) int {
	for from < len(text) && unicode.IsSpace(text[from]) {
		from++
	}
	return from
}
