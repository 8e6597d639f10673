package adopt_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/adopt"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
)

// update rewrites the expected results with what the package makes.
var update = flag.Bool("update", false, "rewrite testdata/adopt/*.out")

const folder = "../../testdata/adopt"

// Files as people have them: each becomes the framework that stands beside it, with
// the notes above it, or the error.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(folder, "*.*"))
	if err != nil || len(files) < 18 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		if filepath.Ext(file) == ".out" || filepath.Base(file) == "README.md" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			got := outcome(t, file)
			want, err := os.ReadFile(file + ".out")
			if *update {
				want, err = []byte(got), os.WriteFile(file+".out", []byte(got), 0o644)
			}
			if err != nil || got != string(want) {
				t.Errorf("%v\n%s", err, got)
			}
		})
	}
}

// outcome is what becomes of a file: notes and framework, or an error.
func outcome(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	result, err := adopt.File(filepath.Base(file), data, adopt.Options{})
	if err != nil {
		return fmt.Sprintf("error: %v\n", err)
	}
	var b strings.Builder
	for _, note := range result.Notes {
		fmt.Fprintf(&b, "# note: %s\n", note)
	}
	return b.String() + written(t, result)
}

// written is the file of a result, which validates without an error and is laid
// out as fmt lays files out.
func written(t *testing.T, r *adopt.Result) string {
	t.Helper()
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	checkFile(t, b.String())
	return b.String()
}

type tester interface {
	Helper()
	Errorf(format string, args ...any)
}

func checkFile(t tester, text string) {
	t.Helper()
	f, findings := load.Framework("made.yaml", []byte(text))
	if f != nil {
		findings = append(findings, lint.RunWith(f, lint.Options{Source: []byte(text), Loaded: findings})...)
	}
	for _, d := range findings {
		if d.Severity == diag.Error {
			t.Errorf("%s\n%s", d, text)
		}
	}
	checkLayout(t, text)
}

// checkLayout holds a file to the layout that fmt leaves.
func checkLayout(t tester, text string) {
	t.Helper()
	laid, err := fix.Format("made.yaml", []byte(text))
	if err != nil || string(laid) != text {
		t.Errorf("fmt would change it (%v):\n%s\nto\n%s", err, text, laid)
	}
}

// LibreOffice saves a file with other styles, lists and merged cells than the program
// that made it: it comes to the same framework. What it computes, a formula's text,
// is one more cell.
func TestSavedByLibreOffice(t *testing.T) {
	for _, name := range []string{"growth-merged.xlsx", "lesson-study.docx", "competencies-outline.docx"} {
		ext := filepath.Ext(name)
		saved := strings.TrimSuffix(name, ext) + "-libreoffice" + ext
		want, got := items(t, name), items(t, saved)
		got = strings.Replace(got, "          \"1\": No routines\n", "", 1)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", saved, diff)
		}
	}
}

// items is the part of what becomes of a file that holds the items.
func items(t *testing.T, name string) string {
	t.Helper()
	out := outcome(t, filepath.Join(folder, name))
	at := strings.Index(out, "\nitems:\n")
	if at < 0 {
		t.Fatalf("%s has no items: %s", name, out)
	}
	return out[at:]
}
