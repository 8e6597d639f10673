package repair_test

import (
	"fmt"
	"strings"

	"rubrickit/rubric/yamldoc"
)

// hand is a way of writing YAML: the same framework comes out differently
// from different people.
type hand struct {
	name   string
	indent int
	marker bool   // begin with ---
	quote  string // around every text; plain where it is empty and YAML allows it
	wrap   int    // texts over several lines of this width; 0 keeps them on one
	flow   bool   // small maps and lists in brackets
}

var hands = []hand{
	{name: "wide", indent: 4, marker: true, quote: `"`},
	{name: "folded", indent: 2, wrap: 72},
	{name: "quoted", indent: 2, marker: true, quote: `"`, wrap: 80},
	{name: "single", indent: 3, quote: "'", wrap: 64},
	{name: "flow", indent: 4, flow: true},
}

// write gives the document in this hand.
func (h hand) write(n *yamldoc.Node) string {
	var b strings.Builder
	if h.marker {
		b.WriteString("---\n")
	}
	h.pairs(&b, n, 0)
	return b.String()
}

func (h hand) pairs(b *strings.Builder, n *yamldoc.Node, depth int) {
	for _, p := range n.Pairs {
		fmt.Fprintf(b, "%s%s:", h.margin(depth), h.key(p.Key.Value))
		h.value(b, p.Value, depth)
	}
}

func (h hand) margin(depth int) string { return strings.Repeat(" ", depth*h.indent) }

func (h hand) key(word string) string {
	if h.quote != "" && strings.ContainsAny(word, "0123456789") || !plain(word) {
		return `"` + word + `"`
	}
	return word
}

func (h hand) value(b *strings.Builder, n *yamldoc.Node, depth int) {
	switch {
	case n.Kind == yamldoc.Scalar:
		b.WriteString(" " + h.text(n, depth) + "\n")
	case h.flow && small(n):
		b.WriteString(" " + h.brackets(n, depth) + "\n")
	case n.Kind == yamldoc.List:
		b.WriteString("\n")
		for _, item := range n.Items {
			fmt.Fprintf(b, "%s- %s\n", h.margin(depth+1), h.text(item, depth+1))
		}
	default:
		b.WriteString("\n")
		h.pairs(b, n, depth+1)
	}
}

// small reports whether a node holds nothing but texts of one line.
func small(n *yamldoc.Node) bool {
	for _, p := range n.Pairs {
		if p.Value.Kind != yamldoc.Scalar || strings.Contains(p.Value.Value, "\n") {
			return false
		}
	}
	return len(n.Pairs) < 6
}

// brackets writes a small node on one line, or on a line for each entry.
func (h hand) brackets(n *yamldoc.Node, depth int) string {
	var entries []string
	for _, p := range n.Pairs {
		entries = append(entries, h.key(p.Key.Value)+": "+h.inBrackets(p.Value))
	}
	for _, item := range n.Items {
		entries = append(entries, h.inBrackets(item))
	}
	open, shut := "{", "}"
	if n.Kind == yamldoc.List {
		open, shut = "[", "]"
	}
	if one := open + strings.Join(entries, ", ") + shut; len(one) < 100 {
		return one
	}
	between := "\n" + h.margin(depth+1)
	return open + between + strings.Join(entries, ","+between) + "\n" + h.margin(depth) + shut
}

func (h hand) inBrackets(n *yamldoc.Node) string {
	if n.Style == yamldoc.Plain && !strings.ContainsAny(n.Value, ",[]{}") && plain(n.Value) {
		return n.Value
	}
	return quotedWith(`"`, n.Value)
}

// text writes a scalar. Short plain words stay as they are in every hand.
func (h hand) text(n *yamldoc.Node, depth int) string {
	below := "\n" + h.margin(depth+1)
	switch {
	case strings.Contains(n.Value, "\n"):
		return "|-" + below + strings.ReplaceAll(strings.TrimRight(n.Value, "\n"), "\n", below)
	case n.Style == yamldoc.Plain && !strings.Contains(n.Value, " "):
		return n.Value
	}
	text := n.Value
	switch {
	case h.quote != "":
		text = quotedWith(h.quote, text)
	case n.Style == yamldoc.Quoted || !plain(text):
		text = quotedWith(`"`, text)
	}
	return strings.Join(wrapped(text, h.wrap), below)
}

// wrapped breaks a text at spaces. A line that begins with a mark stays with
// the one before.
func wrapped(text string, width int) []string {
	if width == 0 {
		return []string{text}
	}
	var lines []string
	for _, word := range strings.Split(text, " ") {
		last := len(lines) - 1
		if last >= 0 && len(lines[last])+len(word) < width {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// plain reports whether a text can stand without quotes.
func plain(text string) bool {
	return text != "" && !strings.ContainsAny(text[:1], "[]{}*&!%@`>|#,?:-\"' ") && !strings.Contains(text, ": ") &&
		!strings.Contains(text, " #") && !strings.HasSuffix(text, ":") && strings.TrimSpace(text) == text && !strings.Contains(text, "  ")
}

func quotedWith(q, text string) string {
	if q == "'" {
		return q + strings.ReplaceAll(text, q, "''") + q
	}
	return q + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + q
}
