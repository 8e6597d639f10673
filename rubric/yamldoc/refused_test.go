package yamldoc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// marked lists findings by code, with the part of the source that they mark.
func marked(text string, findings diag.List) []string {
	var out []string
	lines := yamldoc.Lines(text)
	for _, d := range findings {
		what := "the file"
		if !d.Start.IsZero() {
			what = fmt.Sprintf("%v %s", d.Start, sourceOf(lines, d.Span))
		}
		out = append(out, fmt.Sprintf("%s: %s", d.Code, what))
	}
	return out
}

// What YAML has and the format has not is marked where it stands, mark by
// mark, once each.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"anchor of a text":        {"a: &x text\n", "anchor: {1 4} &x"},
		"anchor of a block text":  {"a: &x |\n  text\n", "anchor: {1 4} &x"},
		"anchor of a map":         {"a: &x\n  b: c\n", "anchor: {1 4} &x"},
		"anchor in brackets":      {"a: [&x b, c]\n", "anchor: {1 5} &x"},
		"anchor of a key":         {"é: b\n&x a: b\n", "anchor: {2 1} &x"},
		"tag of a text":           {"a: !!str 2019\n", "yaml-tag: {1 4} !!str"},
		"tag and anchor":          {"a: !!str &x b\n", "anchor: {1 10} &x, yaml-tag: {1 4} !!str"},
		"anchor and tag":          {"a: &x !own \"b\"\n", "anchor: {1 4} &x, yaml-tag: {1 7} !own"},
		"anchor on another line":  {"a: !!str\n  &x b\n", "anchor: {1 4} !!str, yaml-tag: {1 4} !!str"},
		"anchor of nothing":       {"a: &x\n", "anchor: {1 4} &x"},
		"alias":                   {"a: &one b\nc: [*one, d]\n", "anchor: {1 4} &one, anchor: {2 5} *one"},
		"alias as a key":          {"a: &one b\n*one : c\n", "anchor: {1 4} &one, anchor: {2 1} *one"},
		"merge key":               {"a: &one {b: c}\n<<: *one\n", "anchor: {1 4} &one, anchor: {2 1} <<"},
		"list as a key":           {"[a]: b\nc: d\n", "wrong-type: {1 1} ["},
		"map as a key":            {"? {a: b}\n: c\nd: e\n", "wrong-type: {1 3} {"},
		"braces of a placeholder": {"a: {{name}}\n", "wrong-type: {1 5} {"},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := yamldoc.Parse("f", []byte(c.text))
			got := strings.Join(marked(c.text, findings), ", ")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A text stands behind the marks before it.
func TestPlaceBehindMarks(t *testing.T) {
	text := "a: &x !!str 'b'\nc: d\n"
	root, _ := yamldoc.Parse("f", []byte(text))
	if got := sourceOf(yamldoc.Lines(text), root.Get("a").Span); got != "'b'" {
		t.Errorf("the text stands at %q", got)
	}
}

// A reader keeps silent about what was refused, and counts it.
func TestRefusedIsReadInSilence(t *testing.T) {
	for name, read := range map[string]func(*yamldoc.Reader, *yamldoc.Node){
		"text":  func(r *yamldoc.Reader, n *yamldoc.Node) { r.Text(n, "a") },
		"word":  func(r *yamldoc.Reader, n *yamldoc.Node) { r.Word(n, "a") },
		"truth": func(r *yamldoc.Reader, n *yamldoc.Node) { r.Bool(n, "a") },
		"list":  func(r *yamldoc.Reader, n *yamldoc.Node) { r.List(n, "a") },
		"map":   func(r *yamldoc.Reader, n *yamldoc.Node) { r.Entries(n, "a", "") },
		"object": func(r *yamldoc.Reader, n *yamldoc.Node) {
			r.Object(n, "a", []yamldoc.Field{{Name: "b", Required: true}}, nil)
		},
	} {
		for _, text := range []string{"x: &x y\na: *x\n", "a: {{name}}\n", "a: {<<: {b: c}}\n"} {
			root, findings := yamldoc.Parse("f", []byte(text))
			if !findings.HasErrors() {
				t.Fatalf("nothing is refused in %q", text)
			}
			var r yamldoc.Reader
			read(&r, root.Get("a"))
			if len(r.Findings) != 0 || r.Failures() != 1 {
				t.Errorf("%s of %q: %d failures, %v", name, text, r.Failures(), r.Findings)
			}
		}
	}
}
