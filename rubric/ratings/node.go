package ratings

import (
	"fmt"
	"slices"
)

// node is a value of a JSON or YAML text. Values that are no list and no
// object are texts: what a number means, its scale decides.
type node struct {
	kind  nodeKind
	text  string // of a text; "" for null
	line  int    // physical line on which it begins
	keys  []string
	items []node          // of a list, or the values of the keys
	known map[string]bool // the keys, once there are many
}

type nodeKind uint8

const (
	textNode nodeKind = iota
	listNode
	objectNode
)

// nestedAtMost bounds how deep lists and objects stand in each other. Ratings
// need four levels.
const nestedAtMost = 32

// fewKeys is how many keys are searched one by one.
const fewKeys = 32

// has reports whether an object has a key.
func (n *node) has(key string) bool {
	if len(n.keys) < fewKeys {
		return slices.Contains(n.keys, key)
	}
	if n.known == nil {
		n.known = map[string]bool{}
		for _, k := range n.keys {
			n.known[k] = true
		}
	}
	return n.known[key]
}

// add puts a value under a key of an object; a key may stand once.
func (n *node) add(key string, value node) error {
	switch {
	case n.has(key):
		return fmt.Errorf("line %d: the key %q stands twice in one object; keep one of the two", value.line, cut(key, 60))
	case len(n.keys) >= mostColumns:
		return fmt.Errorf("line %d: an object has more than %d keys", value.line, mostColumns)
	}
	n.keys, n.items = append(n.keys, key), append(n.items, value)
	if n.known != nil {
		n.known[key] = true
	}
	return nil
}

// isRows reports whether a node is a list of objects.
func (n node) isRows() bool {
	return n.kind == listNode && slices.ContainsFunc(n.items, func(i node) bool { return i.kind == objectNode })
}
