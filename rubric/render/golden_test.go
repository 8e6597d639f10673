package render_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/form"
	"rubrickit/rubric/render"
)

// update rewrites the goldens with what the formats write.
var update = flag.Bool("update", false, "rewrite expected outputs with what the program writes")

// The goldens leave out the style sheet, the script, and their hashes.
var (
	sameEverywhere = regexp.MustCompile(`(?s)<(style|script)>.*?</(?:style|script)>`)
	hashes         = regexp.MustCompile(`sha256-[^']*`)
)

func withoutStyle(page string) string {
	return hashes.ReplaceAllString(sameEverywhere.ReplaceAllString(page, "<$1>…</$1>"), "sha256-…")
}

// Small frameworks in every format, as files that a person can read.
func TestGoldens(t *testing.T) {
	sources, err := filepath.Glob(filepath.Join(root, "testdata", "golden", "render", "*.yaml"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("no goldens (%v)", err)
	}
	for _, source := range sources {
		f := blank(t, loaded(t, source, readFile(t, source)), form.Options{Comments: strings.Contains(source, "points"), Guidance: true})
		for _, name := range render.Names() {
			if render.Find(name).Binary {
				continue // see TestPDFGoldens
			}
			t.Run(filepath.Base(source)+" "+name, func(t *testing.T) {
				compare(t, strings.TrimSuffix(source, "yaml")+name, withoutStyle(written(t, f, name, render.Options{Width: 80})))
			})
		}
	}
}

func compare(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(readFile(t, path)), got); diff != "" {
		t.Errorf("%s: %s\n`go test ./rubric/render -update` rewrites it", path, diff)
	}
}
