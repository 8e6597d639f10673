package fix_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/load"
)

func TestFormat(t *testing.T) {
	for name, c := range map[string]struct{ before, after string }{
		"four columns a step":        {"a:\n    b:\n        c: d\n", "a:\n  b:\n    c: d\n"},
		"one column a step":          {"a:\n b: c\n d: e\n", "a:\n  b: c\n  d: e\n"},
		"blanks at the end":          {"a: b  \nc: d\t\n", "a: b\nc: d\n"},
		"blank lines":                {"a: b\n\n \n\nc: d\n\n\n", "a: b\n\nc: d\n"},
		"no line break at the end":   {"a: b", "a: b\n"},
		"carriage returns stay":      {"a:   b\r\n\r\n\r\nc: d", "a: b\r\n\r\nc: d\r\n"},
		"a byte order mark stays":    {"\uFEFFa:  b\n", "\uFEFFa: b\n"},
		"colons":                     {"a :  b\nc:\td\n\"e\":   f\n", "a: b\nc: d\n\"e\": f\n"},
		"a remark behind a value":    {"a:  b   # x   y \n", "a: b   # x   y\n"},
		"remarks go along":           {"a:\n    # of b\n    b: c\n    # of a\n# last\n", "a:\n  # of b\n  b: c\n  # of a\n# last\n"},
		"a remark of the outer key":  {"a:\n    b:\n        c: d\n    # x\n        e: f\n", "a:\n  b:\n    c: d\n  # x\n    e: f\n"},
		"a remark below a text":      {"a:\n    b: |\n        x\n      # y  \n    c: d\n", "a:\n  b: |\n    x\n  # y\n  c: d\n"},
		"lists":                      {"a:\n-   b\n-  - c\n   - d\n", "a:\n  - b\n  - - c\n    - d\n"},
		"a list of blocks":           {"a:\n    -   b: c\n        d: e\n    -\n        f: g\n", "a:\n  - b: c\n    d: e\n  -\n    f: g\n"},
		"literal text":               {"a:\n    b: |\n        x  \n          y\n\n\n        z\n", "a:\n  b: |\n    x  \n      y\n\n\n    z\n"},
		"literal text, depth given":  {"a:\n    b: |2\n        x\n      y\n", "a:\n  b: |2\n      x\n    y\n"},
		"text that keeps its end":    {"a: |+\n    x\n\n\n", "a: |+\n  x\n\n\n"},
		"a text of several lines":    {"a: x\n       y\n\n\n   z\nb: 'x\n\n\n x'\n", "a: x\n  y\n\n\n  z\nb: 'x\n\n\n  x'\n"},
		"an escaped line end":        {"a: \"x \\\n       y\"\n", "a: \"x \\\n  y\"\n"},
		"a text below its key":       {"a:\n      x\n", "a:\n  x\n"},
		"brackets keep their lines":  {"a:\n    b: [c,\n        d,\n    ]\n", "a:\n  b: [c,\n      d,\n  ]\n"},
		"brackets on their own line": {"a:\n        [b,\n          c]\n", "a:\n  [b,\n    c]\n"},
		"colons in brackets":         {"{a:  b, c: {d:   e}}\n", "{a: b, c: {d: e}}\n"},
		"markers":                    {"---\na:  b\n...\n", "---\na: b\n...\n"},
		"an empty value":             {"a:\n    b:  \n    c:\n", "a:\n  b:\n  c:\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := fix.Format("f.yaml", []byte(c.before))
			if err != nil || string(got) != c.after {
				t.Errorf("got %q, %v\nwant %q", got, err, c.after)
			}
			again, err := fix.Format("f.yaml", got)
			if err != nil || !bytes.Equal(got, again) {
				t.Errorf("again: %q, %v", again, err)
			}
		})
	}
}

// What cannot be read, or not laid out, is an error that says so.
func TestFormatRefuses(t *testing.T) {
	var list diag.List
	if _, err := fix.Format("f.yaml", []byte("a: 'b\n")); !errors.As(err, &list) || list[0].Code != "unclosed-quote" {
		t.Errorf("a broken file: %v", err)
	}
	if _, err := fix.Format("f.yaml", []byte("? a\n: b\n")); !errors.Is(err, fix.ErrLayout) || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a layout that is not known: %v", err)
	}
}

// The files of the project are in the house's layout.
func TestFormatLeavesHouseStyle(t *testing.T) {
	for _, pattern := range []string{"../../frameworks/*.yaml", "../../testdata/foreign/*.yaml", "../../cmd/rubric/internal/cli/starters/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files at %s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, err := fix.Format(file, data)
			if diff := cmp.Diff(string(data), string(got)); err != nil || diff != "" {
				t.Errorf("%s: %v\n%s", file, err, diff)
			}
		}
	}
}

// A framework in any hand keeps what it says, and comes out alike.
func TestFormatAnyHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := []byte(anyHand(t))
		if _, findings := load.Framework("f.yaml", data); findings.HasErrors() {
			t.Fatalf("no good example: %v\n%s", findings, data)
		}
		checkFormat(t, data)
		out, err := fix.Format("f.yaml", data)
		if err != nil {
			t.Fatalf("refused: %v\n%q", err, data)
		}
		checkHouseStyle(t, out)
	})
}

// checkHouseStyle tests what can be seen without knowing YAML.
func checkHouseStyle(t *rapid.T, out []byte) {
	text := strings.ReplaceAll(string(out), "\r\n", "\n")
	for _, line := range strings.Split(text, "\n") {
		trimmed := strings.TrimRight(line, " ")
		if trimmed != line && trimmed != "" && !strings.HasSuffix(trimmed, "# no remark") {
			t.Errorf("blanks at the end of %q", line)
		}
		if strings.Contains(line, "\t") {
			t.Errorf("a tab in %q", line)
		}
	}
	if !strings.HasSuffix(text, "\n") {
		t.Error("no line break at the end")
	}
}

// checkFormat tests what holds for the layout of any file.
func checkFormat(t rapid.TB, data []byte) {
	out, err := fix.Format("f.yaml", data)
	if err != nil {
		return
	}
	if again, err := fix.Format("f.yaml", out); err != nil || !bytes.Equal(again, out) {
		t.Errorf("laid out twice: %v\n%q\n%q\n%q", err, data, out, again)
	}
	before, after := jsonOf(t, data), jsonOf(t, out)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("%q became %q:\n%s", data, out, diff)
	}
	if diff := cmp.Diff(codes(check("f.yaml", data)), codes(check("f.yaml", out))); diff != "" {
		t.Errorf("other findings than before:\n%s", diff)
	}
}

// jsonOf is what was read of a framework; "" where nothing was.
func jsonOf(t rapid.TB, data []byte) string {
	f, _ := load.Framework("f.yaml", data)
	if f == nil {
		return ""
	}
	f.SHA256 = ""
	var out bytes.Buffer
	if err := f.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
