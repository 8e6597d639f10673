// Package load turns a framework file into the model, with every problem of
// the file at once, each in its place.
package load

import (
	"crypto/sha256"
	"encoding/hex"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// Framework reads a framework file. The name is used for places only. The
// framework is nil when the text is not a framework at all; with errors in
// the list it holds what could be read, which serves for more checks but not
// for work.
func Framework(file string, data []byte) (*rubric.Framework, diag.List) {
	root, findings := yamldoc.ParseWith(file, data, misfits)
	if root == nil {
		return nil, findings.Sorted()
	}
	l := newLoader(file)
	ok := l.framework(root)
	findings = append(findings, l.Findings...)
	if !ok {
		return nil, findings.Sorted()
	}
	sum := sha256.Sum256(data)
	l.f.SHA256 = hex.EncodeToString(sum[:])
	return l.f, findings.Sorted()
}

// misfits counts what keeps a document from being a framework; the YAML
// reader uses it to judge the repair of a syntax error.
func misfits(root *yamldoc.Node) int {
	l := newLoader("")
	l.framework(root)
	return l.Findings.Count(diag.Error)
}

// loader reads one file. Scales are resolved after all items are read, since
// a file may define them below the items.
type loader struct {
	yamldoc.Reader
	f          *rubric.Framework
	seen       map[string]diag.Span           // codes and where they stand
	named      map[string]*rubric.Scale       // the file's own scales, nil after an error
	scale      *yamldoc.Node                  // the framework's scale key
	scales     map[*rubric.Item]*yamldoc.Node // scale keys of items
	nodes      map[*rubric.Item]*yamldoc.Node // levels keys of items
	unscaled   []*rubric.Item                 // items that need a scale and have none
	tagged     []taggedItem                   // tags to check
	tagsFailed bool                           // the declarations could not be read
}

type taggedItem struct {
	tag string
	at  diag.Span
}

func newLoader(file string) *loader {
	return &loader{
		Reader: yamldoc.Reader{Meant: ourKey},
		f:      &rubric.Framework{File: file, Places: rubric.Places{}},
		named:  map[string]*rubric.Scale{},
		scales: map[*rubric.Item]*yamldoc.Node{},
		nodes:  map[*rubric.Item]*yamldoc.Node{},
		seen:   map[string]diag.Span{},
	}
}

// text is the field of an object that holds prose.
func (l *loader) text(name string, places rubric.Places, to *string) yamldoc.Field {
	return yamldoc.Field{Name: name, Read: func(n *yamldoc.Node) {
		places[name] = n.Span
		*to = l.Text(n, "`"+name+"`")
	}}
}

// word is the field of an object that holds a short value.
func (l *loader) word(name string, places rubric.Places, to *string) yamldoc.Field {
	return yamldoc.Field{Name: name, Read: func(n *yamldoc.Node) {
		places[name] = n.Span
		*to = l.Word(n, "`"+name+"`")
	}}
}

// decimal reads a decimal number.
func (l *loader) decimal(n *yamldoc.Node, what string) (rubric.Decimal, bool) {
	word := l.Word(n, what)
	if word == "" {
		return rubric.Decimal{}, false
	}
	d, err := rubric.ParseDecimal(word)
	if err != nil {
		l.Report(n.Span, CodeBadNumber, "write it with digits and a point, such as 2 or 0.25", "%s is not a decimal number: %q", what, word)
		return rubric.Decimal{}, false
	}
	return d, true
}

// positive reads a decimal number above 0.
func (l *loader) positive(n *yamldoc.Node, what string) (rubric.Decimal, bool) {
	d, ok := l.decimal(n, what)
	if ok && d.Sign() <= 0 {
		l.Report(n.Span, CodeBadNumber, "write a number above 0, or take the key away", "%s must be more than 0", what)
		return rubric.Decimal{}, false
	}
	return d, ok
}

// extend returns what keeps an object's x-… keys.
func extend(to *[]rubric.Extension) func(yamldoc.Pair) {
	return func(p yamldoc.Pair) {
		*to = append(*to, rubric.Extension{Key: p.Key.Value, Value: p.Value})
	}
}
