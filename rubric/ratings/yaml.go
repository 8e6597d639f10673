package ratings

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// isYAML reports whether a file is called so, or begins as YAML does and no
// table: with `---`, with a list of keys, or with a key that stands alone
// above what belongs to it.
func isYAML(name, text string) bool {
	name = strings.TrimSuffix(name, ".gz")
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml") || startOfYAML.MatchString(text)
}

var startOfYAML = lazyregexp.New(`^(?:[ \t]*(?:#[^\n]*)?\n)*(?:---[ \t]*\n|- +[^\s,;|][^,;\t|\n]*:(?: [^\n]*)?\n(?: |-|#|\n|$)|[\w"'.]+:[ \t]*\n *(?:- |[\w"'.]+:))`)

// longestYAML bounds a YAML text: its reader builds a tree of the whole.
const longestYAML = 4 << 20

// parseYAML hands the values of a text to a function: those of a list at the
// top one by one.
func parseYAML(text string, value func(node) error) error {
	root, findings := yamldoc.Parse("", []byte(text))
	for _, d := range findings.Sorted() {
		if d.Severity == diag.Error {
			return yamlError(d)
		}
	}
	n, err := fromYAML(root, 0)
	if err != nil {
		return err
	}
	values := []node{n}
	if n.kind == listNode {
		values = n.items
	}
	for _, v := range values {
		if err := value(v); err != nil {
			return err
		}
	}
	return nil
}

func yamlError(d diag.Diagnostic) error {
	at := ""
	if !d.Span.Start.IsZero() {
		at = fmt.Sprintf("line %d, column %d: ", d.Span.Start.Line, d.Span.Start.Column)
	}
	return fmt.Errorf("%s%s", at, d.Message)
}

// fromYAML turns a tree of YAML into nodes.
func fromYAML(from *yamldoc.Node, depth int) (node, error) {
	n := node{line: from.Span.Start.Line}
	if depth > nestedAtMost {
		return n, fmt.Errorf("line %d: lists and maps stand more than %d deep in each other", n.line, nestedAtMost)
	}
	switch from.Kind {
	case yamldoc.List:
		n.kind = listNode
		for _, item := range from.Items {
			child, err := fromYAML(item, depth+1)
			if err != nil {
				return n, err
			}
			n.items = append(n.items, child)
		}
	case yamldoc.Map:
		n.kind = objectNode
		for _, p := range from.Pairs {
			child, err := fromYAML(p.Value, depth+1)
			if err == nil {
				err = n.add(p.Key.Value, child)
			}
			if err != nil {
				return n, err
			}
		}
	default:
		if !from.IsEmpty() {
			n.text = from.Value
		}
	}
	return n, nil
}
