package yamldoc

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
)

// Reader reads typed values out of a document and collects what is wrong with
// them. A reading method that fails reports why and returns the zero value,
// so one mistake gives one finding and the rest is read as usual.
//
// What [Parse] has refused is read in silence.
type Reader struct {
	Findings diag.List
	// Meant tells which of the allowed keys a word of other programs stands for,
	// "" where none. It may be nil.
	Meant   func(key string, allowed []string) string
	refused int // values not read since they were refused
}

// Failures is how many readings have failed so far, reported here or before.
func (r *Reader) Failures() int { return len(r.Findings) + r.refused }

// Report adds a finding of severity error.
func (r *Reader) Report(at diag.Span, code diag.Code, hint, format string, args ...any) {
	r.Findings.Add(diag.Diagnostic{
		Span: at, Severity: diag.Error, Code: code, Hint: hint, Message: fmt.Sprintf(format, args...),
	})
}

// Field is one key that an object may have, and what reads its value.
type Field struct {
	Name     string
	Required bool
	Read     func(*Node)
}

// Object reads a map whose keys are known. Keys that begin with "x-" go to
// extra (nil refuses them); every other unknown key is a finding that lists
// the allowed ones. what names the object in messages: "the scale". It
// reports whether the node is a map at all.
func (r *Reader) Object(n *Node, what string, fields []Field, extra func(Pair)) bool {
	if n.Kind != Map {
		r.wrongType(n, what, Map)
		return false
	}
	seen, meant := map[string]*Node{}, map[string]bool{}
	for _, p := range n.Pairs {
		name := p.Key.Value
		if first := seen[name]; first != nil {
			r.duplicateKey(p.Key, first)
			continue
		}
		seen[name] = p.Key
		if extra != nil && strings.HasPrefix(name, "x-") {
			extra(p)
		} else if f := find(fields, name); f != nil {
			f.Read(p.Value)
		} else {
			meant[r.unknownKey(p.Key, what, fields)] = true
		}
	}
	if r.passOver(n) {
		return true // a key that is missing may be the one refused
	}
	for _, f := range fields {
		if f.Required && seen[f.Name] == nil && !meant[f.Name] {
			r.Report(n.Span, CodeMissingKey,
				fmt.Sprintf("add a line `%s: …`; if there is one, does it begin in the column of its neighbours?", f.Name),
				"%s has no `%s`", what, f.Name)
		}
	}
	return true
}

// passOver reports whether a node is refused already, and counts it.
func (r *Reader) passOver(n *Node) bool {
	if n.Refused {
		r.refused++
	}
	return n.Refused
}

func find(fields []Field, name string) *Field {
	for i := range fields {
		if fields[i].Name == name {
			return &fields[i]
		}
	}
	return nil
}

func (r *Reader) duplicateKey(key, first *Node) {
	r.Findings.Add(diag.Diagnostic{
		Span: key.Span, Severity: diag.Error, Code: CodeDuplicateKey,
		Message: fmt.Sprintf("the key %q stands twice", key.Value),
		Hint:    "keep one of the two",
		Related: []diag.Related{{Span: first.Span, Message: "first here"}},
	})
}

// unknownKey reports a key and returns the one that was probably meant, if
// any, so that a misspelt key is not also a missing one.
func (r *Reader) unknownKey(key *Node, what string, fields []Field) (meant string) {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	hint := "allowed here: " + strings.Join(names, ", ")
	if r.Meant != nil {
		meant = r.Meant(key.Value, names)
	}
	if meant == "" {
		meant = diag.Nearest(key.Value, names)
	}
	if meant != "" {
		hint = fmt.Sprintf("did you mean %q? %s", meant, hint)
	}
	r.Report(key.Span, CodeUnknownKey, hint, "%s has no key %q", what, key.Value)
	return meant
}

// Map reads a map with free keys, such as codes. Repeated keys are left to
// the caller. nil when the node is none.
func (r *Reader) Map(n *Node, what string) []Pair {
	if n.Kind != Map {
		r.wrongType(n, what, Map)
		return nil
	}
	r.passOver(n)
	return n.Pairs
}

// Entries is Map for one that must not be empty; hint says what to write.
func (r *Reader) Entries(n *Node, what, hint string) []Pair {
	pairs := r.Map(n, what)
	if n.Kind == Map && len(pairs) == 0 && !n.Refused {
		r.Report(n.Span, CodeEmptyValue, hint, "%s is empty", what)
	}
	return pairs
}

// List reads a list; nil when the node is none.
func (r *Reader) List(n *Node, what string) []*Node {
	if n.Kind != List {
		r.wrongType(n, what, List)
		return nil
	}
	return n.Items
}

// commentInstead is the message where a comment stands in the place of a value.
const commentInstead = "%s is empty: YAML takes what begins with # for a comment"

// Word reads a short value: an id, a date, a name. A comment may follow it.
func (r *Reader) Word(n *Node, what string) string {
	switch {
	case n.Kind != Scalar:
		r.wrongType(n, what, Scalar)
	case r.passOver(n):
	case n.IsEmpty() && n.IsCut():
		r.Report(n.Span, CodeEmptyValue, "write the value before the comment; put it in quotes if it begins with #",
			commentInstead, what)
	case strings.TrimSpace(n.Value) == "" || n.IsEmpty():
		r.Report(n.Span, CodeEmptyValue, "write the value after the colon, or take the key away", "%s is empty", what)
	default:
		return n.Value
	}
	return ""
}

// Text reads prose. After prose without quotes a comment is an error, since
// it is more likely the end of the text, cut off; in its place, it is more
// likely the text. What is refused is a text all the same, as it stands.
func (r *Reader) Text(n *Node, what string) string {
	switch {
	case n.Kind != Scalar:
		r.wrongType(n, what, Scalar)
		return ""
	case r.passOver(n):
		return n.Value
	case n.IsCut():
		r.textCut(n, what)
		return n.Value
	default:
		return strings.TrimRight(r.Word(n, what), "\n")
	}
}

func (r *Reader) textCut(n *Node, what string) {
	if n.IsEmpty() {
		r.Report(n.CutAt, CodeTextCut,
			"put the text in quotes if it begins with #; write it before the remark if it is one",
			commentInstead, what)
		return
	}
	r.Report(n.CutAt, CodeTextCut,
		"put the text in quotes if it goes on here; put the remark on a line of its own if it is one",
		"%s ends before ` #`: YAML takes the rest of the line for a comment", what)
}

// Bool reads true or false.
func (r *Reader) Bool(n *Node, what string) bool {
	if n.Kind == Scalar && n.Style == Plain && (n.Value == "true" || n.Value == "false") {
		return n.Value == "true"
	}
	if r.passOver(n) {
		return false
	}
	r.Report(n.Span, CodeWrongType, "write true or false, in small letters and without quotes", "%s must be true or false", what)
	return false
}

// Texts reads a list of short texts.
func (r *Reader) Texts(n *Node, what string) []string {
	var out []string
	for _, item := range r.List(n, what) {
		if text := r.Text(item, "an entry of "+what); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// wrongType reports a node of another kind than needed, with the repair for
// the usual reason: a text that begins with a character YAML reserves.
func (r *Reader) wrongType(n *Node, what string, need Kind) {
	if r.passOver(n) {
		return
	}
	if n.IsEmpty() {
		r.Report(n.Span, CodeEmptyValue, "write it below the key, indented, or take the key away", "%s is empty", what)
		return
	}
	hint := ""
	switch {
	case need == Scalar && n.Kind == List:
		hint = "a text that begins with [ needs quotes around it; several texts become one with `|` and a line each"
	case need == Scalar && n.Kind == Map:
		hint = "a text that begins with { or contains `: ` needs quotes around it"
	case need == Map && n.Kind == List:
		hint = "write `key: value` lines without the dashes"
	case need == List:
		hint = "write one `- entry` a line, or [one, two]"
	}
	r.Report(n.Span, CodeWrongType, hint, "%s must be %s, and this is %s", what, need, n.Kind)
}
