// Package yamldoc reads YAML documents that people write by hand: a tree with
// the place of everything in it, and readers that report every problem at
// once instead of stopping at the first. It is the only package that knows
// the YAML parser.
//
// The accepted YAML is a subset: UTF-8, one document, no anchors, aliases,
// merge keys or tags. A plain value is the text as it stands in the file:
// 1.10 stays "1.10", No stays "No".
package yamldoc

import (
	"bytes"
	"encoding/json"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

// Kind is the shape of a node.
type Kind uint8

// The kinds of nodes.
const (
	Scalar Kind = iota
	Map
	List
)

// String names the kind as people call it.
func (k Kind) String() string {
	switch k {
	case Map:
		return "a block of keys"
	case List:
		return "a list"
	default:
		return "a text"
	}
}

// Style is how a scalar is written.
type Style uint8

// The styles of scalars.
const (
	Plain  Style = iota // without quotes
	Quoted              // in single or double quotes
	Block               // | or >
)

// Node is a value in the document.
type Node struct {
	Kind  Kind
	Style Style
	// Value is the text of a scalar: for a plain one the source text exactly.
	Value string
	Pairs []Pair  // of a Map, in order
	Items []*Node // of a List
	Span  diag.Span
	// CutAt is the place of a comment that follows a plain scalar on its line, or
	// stands in its place. Where the value is prose, the comment has swallowed
	// the end of it, or all.
	CutAt diag.Span
	// Refused says that an error is reported already: of an alias, or of a pair
	// that was left out of a map for its key.
	Refused bool
}

// Pair is a key of a map with its value. Keys are scalars.
type Pair struct {
	Key   *Node
	Value *Node
}

// IsEmpty reports whether nothing is written where a value belongs.
func (n *Node) IsEmpty() bool {
	return n.Kind == Scalar && n.Style == Plain && (n.Value == "" || n.Value == "~")
}

// IsCut reports whether a comment follows a plain text, or stands in its place.
func (n *Node) IsCut() bool { return !n.CutAt.Start.IsZero() }

// Get returns the value of a map's key, or nil.
func (n *Node) Get(key string) *Node {
	for _, p := range n.Pairs {
		if p.Key.Value == key {
			return p.Value
		}
	}
	return nil
}

// jsonNumber is a plain scalar that is a number in YAML and in JSON alike.
var jsonNumber = lazyregexp.New(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// MarshalJSON writes the node with its keys in order. Plain numbers, true,
// false and empty values become JSON's own; every other scalar is a string.
func (n *Node) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	if err := n.writeJSON(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (n *Node) writeJSON(b *bytes.Buffer) error {
	switch n.Kind {
	case Map:
		return n.writeMap(b)
	case List:
		return n.writeList(b)
	default:
		return n.writeScalar(b)
	}
}

func (n *Node) writeMap(b *bytes.Buffer) error {
	b.WriteByte('{')
	for i, p := range n.Pairs {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := writeString(b, p.Key.Value); err != nil {
			return err
		}
		b.WriteByte(':')
		if err := p.Value.writeJSON(b); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

func (n *Node) writeList(b *bytes.Buffer) error {
	b.WriteByte('[')
	for i, item := range n.Items {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := item.writeJSON(b); err != nil {
			return err
		}
	}
	b.WriteByte(']')
	return nil
}

func (n *Node) writeScalar(b *bytes.Buffer) error {
	switch {
	case n.IsEmpty():
		b.WriteString("null")
	case n.Style == Plain && (n.Value == "true" || n.Value == "false" || jsonNumber.MatchString(n.Value)):
		b.WriteString(n.Value)
	default:
		return writeString(b, n.Value)
	}
	return nil
}

// writeString writes a JSON string with <, > and & as they are.
func writeString(b *bytes.Buffer, text string) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(text)
}
