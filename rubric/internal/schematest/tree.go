package schematest

import (
	"encoding/json"
	"regexp"
	"strings"

	"rubrickit/rubric/yamldoc"
)

// Plain is a scalar without quotes.
func Plain(value string) *yamldoc.Node { return &yamldoc.Node{Value: value} }

// Quoted is a scalar in quotes.
func Quoted(value string) *yamldoc.Node {
	return &yamldoc.Node{Value: value, Style: yamldoc.Quoted}
}

// Mapping is a mapping of pairs.
func Mapping(pairs ...yamldoc.Pair) *yamldoc.Node {
	return &yamldoc.Node{Kind: yamldoc.Map, Pairs: pairs}
}

// List is a list of values.
func List(items ...*yamldoc.Node) *yamldoc.Node {
	return &yamldoc.Node{Kind: yamldoc.List, Items: items}
}

// Pair is a key with its value.
func Pair(key string, value *yamldoc.Node) yamldoc.Pair {
	return yamldoc.Pair{Key: Quoted(key), Value: value}
}

// bare is a scalar that YAML reads without quotes inside brackets.
var bare = regexp.MustCompile(`^-?[A-Za-z0-9]+([. _-]?[A-Za-z0-9]+)*%?$`)

// Emit writes a tree as YAML in brackets, on one line.
func Emit(n *yamldoc.Node) string {
	var parts []string
	switch n.Kind {
	case yamldoc.Map:
		for _, p := range n.Pairs {
			parts = append(parts, Emit(Quoted(p.Key.Value))+": "+Emit(p.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yamldoc.List:
		for _, item := range n.Items {
			parts = append(parts, Emit(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	switch {
	case n.IsEmpty():
		return "~"
	case n.Style == yamldoc.Plain && bare.MatchString(n.Value):
		return n.Value
	}
	text, err := json.Marshal(n.Value)
	if err != nil {
		panic(err) // a string is always JSON
	}
	return string(text)
}

// nodes lists all values of a tree.
func nodes(n *yamldoc.Node) []*yamldoc.Node {
	out := []*yamldoc.Node{n}
	for _, p := range n.Pairs {
		out = append(out, nodes(p.Value)...)
	}
	for _, item := range n.Items {
		out = append(out, nodes(item)...)
	}
	return out
}
