package render_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/load"
	"rubrickit/rubric/render"
)

// root is the project's root, seen from this folder.
const root = "../.."

// loaded reads a framework that must be free of errors.
func loaded(t testing.TB, file string, data []byte) *rubric.Framework {
	t.Helper()
	f, findings := load.Framework(file, data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// everyFramework returns the shipped frameworks, those of other people, and
// one that uses everything the file format has.
func everyFramework(t testing.TB) []*rubric.Framework {
	t.Helper()
	var out []*rubric.Framework
	for _, id := range frameworks.IDs() {
		data, err := frameworks.Read(id)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, loaded(t, id, data))
	}
	paths, err := filepath.Glob(filepath.Join(root, "testdata", "foreign", "*.yaml"))
	if err != nil || len(paths) < 4 {
		t.Fatalf("%d frameworks of other people (%v)", len(paths), err)
	}
	for _, path := range append(paths, filepath.Join(root, "rubric", "load", "testdata", "whole.yaml")) {
		out = append(out, loaded(t, path, readFile(t, path)))
	}
	return out
}

// everyForm runs a check on every framework in every layout, with all there
// can be on a form.
func everyForm(t *testing.T, check func(t *testing.T, f *form.Form)) {
	t.Helper()
	for _, framework := range everyFramework(t) {
		for _, layout := range form.Layouts() {
			t.Run(framework.ID+"/"+layout.Name, func(t *testing.T) {
				check(t, blank(t, framework, form.Options{Layout: layout.Name, Guidance: true, Comments: true}))
			})
		}
	}
}

func blank(t testing.TB, f *rubric.Framework, o form.Options) *form.Form {
	t.Helper()
	out, err := form.New(f, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// written is a form in a format.
func written(t interface{ Fatal(...any) }, f *form.Form, format string, o render.Options) string {
	var b bytes.Buffer
	if err := render.Find(format).Write(&b, f, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// squeezed is a text without its spaces, to compare what is written whatever
// the lines.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

func TestFormatsAreFound(t *testing.T) {
	for _, name := range render.Names() {
		if f := render.Find(name); f == nil || f.Name != name || f.About == "" {
			t.Errorf("the format %s is not found, or not described", name)
		}
	}
	if render.Find("odt") != nil {
		t.Error("a format that there is not")
	}
}

func TestPapers(t *testing.T) {
	for _, c := range []struct{ asked, want string }{
		{"", "A4"}, {"a4", "A4"}, {"Letter", "Letter"},
		{"a5", `unknown paper "a5" (did you mean "a4"? papers: a4, letter)`},
		{"foolscap", `unknown paper "foolscap" (papers: a4, letter)`},
	} {
		got := ""
		if paper, err := render.FindPaper(c.asked); err != nil {
			got = err.Error()
		} else {
			got = paper.Title
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.asked, got, c.want)
		}
	}
}

// The same form gives the same bytes.
func TestDeterminism(t *testing.T) {
	for _, framework := range everyFramework(t) {
		for _, name := range render.Names() {
			first := written(t, blank(t, framework, form.Options{}), name, render.Options{})
			if again := written(t, blank(t, framework, form.Options{}), name, render.Options{}); again != first {
				t.Errorf("%s as %s differs from one time to the next", framework.ID, name)
			}
		}
	}
}

// A writer that fails is not ignored by any format.
func TestFailingWriter(t *testing.T) {
	f := blank(t, everyFramework(t)[0], form.Options{})
	for _, format := range render.Formats() {
		if err := format.Write(broken{}, f, render.Options{}); err == nil {
			t.Errorf("%s does not notice that nothing was written", format.Name)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, fmt.Errorf("disk full") }
