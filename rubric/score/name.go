package score

import (
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// name is a word of the file with its place.
type name struct {
	text string
	at   diag.Span
}

func (n name) given() bool { return n.text != "" }

// name reads a word and keeps its place.
func (r *reader) name(n *yamldoc.Node, what string) name {
	return name{r.Word(n, what), n.Span}
}

// names reads one word, or a list of them.
func (r *reader) names(n *yamldoc.Node, what string) []name {
	nodes := []*yamldoc.Node{n}
	if n.Kind == yamldoc.List {
		nodes = n.Items
		if len(nodes) == 0 {
			r.Report(n.Span, yamldoc.CodeEmptyValue, "name at least one, or take the key away", "%s is empty", what)
		}
	}
	var out []name
	for _, entry := range nodes {
		read := r.name(entry, what)
		if first, twice := find(out, read.text); twice {
			r.twice(read, first, what)
		} else if read.given() {
			out = append(out, read)
		}
	}
	return out
}

func find(names []name, text string) (name, bool) {
	for _, n := range names {
		if n.text == text {
			return n, true
		}
	}
	return name{}, false
}

func (r *reader) twice(again, first name, what string) {
	r.Findings.Add(diag.Diagnostic{
		Span: again.at, Severity: diag.Error, Code: yamldoc.CodeDuplicateKey,
		Message: what + " names " + again.text + " twice", Hint: "keep one of the two",
		Related: []diag.Related{{Span: first.at, Message: "first here"}},
	})
}

// word reads one of the words that are allowed; "" when it is none.
func (r *reader) word(n *yamldoc.Node, what string, allowed []string) string {
	word := r.Word(n, what)
	for _, a := range allowed {
		if a == word {
			return word
		}
	}
	if word != "" {
		r.Report(n.Span, CodeWord, diag.Suggest(word, allowed, "allowed: "+strings.Join(allowed, ", ")), "%s cannot be %q", what, word)
	}
	return ""
}
