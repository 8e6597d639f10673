package load_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// FuzzFramework reads any bytes: findings depend on the bytes alone and point
// into the file; what loads without an error can be worked with.
func FuzzFramework(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(checkAny)
}

// checkAny tests what holds for the bytes of any file.
func checkAny(t *testing.T, data []byte) {
	f, findings := load.Framework("f.yaml", data)
	again, findingsAgain := load.Framework("f.yaml", data)
	if diff := cmp.Diff(findings, findingsAgain); diff != "" {
		t.Errorf("the same bytes have other findings:\n%s", diff)
	}
	checkPlaced(t, data, findings)
	if f == nil {
		if !findings.HasErrors() {
			t.Error("no framework, and no error that says why")
		}
		return
	}
	if f.Fingerprint() != again.Fingerprint() {
		t.Error("the same bytes have another fingerprint")
	}
	if !findings.HasErrors() {
		checkUsable(t, f)
		checkCommentChangesNothing(t, data, f)
	}
}

// seeds are real frameworks and, in small, every shape and many mistakes.
func seeds(f *testing.F) [][]byte {
	var out [][]byte
	for _, pattern := range []string{"testdata/whole.yaml", "../../testdata/foreign/monzo.yaml", "../../testdata/validate/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no files at %s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			out = append(out, data)
		}
	}
	for _, text := range []string{
		"scale: own\nitems:\n  a: {title: A, levels: {0: none, 5: {text: all, from: 1}}}\n",
		"scale: {levels: {1: A, 2: B}, step: 0.5, nulls: {not_observed: [NO]}, blank: \"1\"}\nitems: {a: {title: A, scale: [2], items: {b: B}}}\n",
		"items: {a: {text: A, rated: true, x-y: [1, {z: }], scale: yes-no, tags: [t]}}\ntags: {t: T}\n",
		"text: |+\n  a # b\n\nscale: four-levels\nitems:\n  a: \"x\\u2028y\"\n  b: >-\n    z",
		"a: &x [*x, !!str y]\n<<: {? [k] : v}\n---\n...\n",
	} {
		out = append(out, []byte(head+text))
	}
	return out
}

// checkPlaced tests that every place is that of the whole file or within it.
// A place behind the last character of a line is one column wide.
func checkPlaced(t *testing.T, data []byte, findings diag.List) {
	lines := yamldoc.Lines(string(data))
	inside := func(p diag.Pos, behind int) bool {
		return p.Line >= 1 && p.Line <= len(lines) && p.Column >= 1 && p.Column <= utf8.RuneCountInString(lines[p.Line-1])+behind
	}
	check := func(code diag.Code, s diag.Span) {
		switch {
		case s.File != "f.yaml":
			t.Errorf("%s stands in the file %q", code, s.File)
		case s.Start.IsZero() && !s.End.IsZero(), s.End != diag.Pos{} && s.End.Before(s.Start):
			t.Errorf("%s ends before it starts: %v", code, s)
		case !s.Start.IsZero() && !inside(s.Start, 1), !s.End.IsZero() && !inside(s.End, 2):
			t.Errorf("%s stands outside the file: %v", code, s)
		}
	}
	for _, d := range findings {
		if d.Message == "" || d.Code == "" {
			t.Errorf("a finding without words or code: %+v", d)
		}
		check(d.Code, d.Span)
		for _, r := range d.Related {
			check(d.Code, r.Span)
		}
		for _, e := range d.Edits {
			check(d.Code, e.Span)
		}
	}
}

// checkUsable tests what the rest of the program takes for granted.
func checkUsable(t *testing.T, f *rubric.Framework) {
	codes := map[string]bool{}
	for it := range f.All() {
		if codes[it.Code] || it.Code == "" || f.Item(it.Code) != it {
			t.Errorf("the code %q does not name one item", it.Code)
		}
		codes[it.Code] = true
		if it.IsRated() {
			checkRateable(t, it)
		}
	}
	if f.ID == "" || f.Title == "" || len(f.Indicators()) == 0 {
		t.Errorf("id %q, title %q, %d indicators", f.ID, f.Title, len(f.Indicators()))
	}
	var out bytes.Buffer
	if err := f.WriteJSON(&out); err != nil || !json.Valid(out.Bytes()) {
		t.Errorf("no valid JSON: %v\n%s", err, out.Bytes())
	}
}

func checkRateable(t *testing.T, it *rubric.Item) {
	if it.Scale == nil || len(it.Scale.Levels) == 0 {
		t.Errorf("%s is rated and has no levels", it.Code)
		return
	}
	for i, level := range it.Scale.Levels {
		if !it.Scale.Accepts(level.Value) {
			t.Errorf("%s: level %s is not accepted", it.Code, level.Code)
		}
		if i > 0 && it.Scale.Levels[i-1].Value.Cmp(level.Value) >= 0 {
			t.Errorf("%s: the value of level %s does not rise", it.Code, level.Code)
		}
	}
	for _, cell := range it.Levels {
		if it.Scale.Level(cell.Code) == nil {
			t.Errorf("%s describes a level %s that it does not have", it.Code, cell.Code)
		}
	}
	if blank := it.Scale.Blank; blank != "" && it.Scale.Level(blank) == nil {
		t.Errorf("%s: a blank would mean %s, which is no level", it.Code, blank)
	}
}

// checkCommentChangesNothing tests that a remark below the file leaves its
// identity as it is.
func checkCommentChangesNothing(t *testing.T, data []byte, f *rubric.Framework) {
	remarked := append(bytes.Clone(data), "\n# a remark\n"...)
	g, findings := load.Framework("f.yaml", remarked)
	switch {
	case findings.HasErrors():
		t.Errorf("a comment makes an error: %v", findings)
	case g.Fingerprint() != f.Fingerprint():
		t.Error("a comment changes the fingerprint")
	case g.SHA256 == f.SHA256:
		t.Error("other bytes have the same SHA-256")
	}
}
