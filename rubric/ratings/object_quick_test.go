package ratings

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Lines of objects are read as any JSON is read, errors and places included.
func TestObjectLines(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		`{"a":1}`, `{"a":1,"b":"x"}`, "{", "}", `"a"`, ":", ",", "1", "-0.5", "01", "1e3", "1.", "-", "null", "true", "nul", `"\u00e9"`, `"é"`, "\"\t\"", "[", "]", " ", "\t", "\n", "\r\n", `{}`, `{"b":{"c":2}}`, `"a":2`, "\x01",
	})
	pieces := rapid.Map(rapid.SliceOfN(piece, 0, 12), func(pieces []string) string { return strings.Join(pieces, "") })
	whole := rapid.SampledFrom([]string{`{"a":1}`, `{"a":1,"b":"x"}`, `{}`, `{"a": null, "b": -0.5}`})
	texts := rapid.OneOf(pieces, whole) // plain lines are rare among pieces
	all := func(read func(io.Reader, func(node) error) error, text string) string {
		var b strings.Builder
		err := read(strings.NewReader(text), func(n node) error { fmt.Fprintf(&b, "%+v\n", n); return nil })
		return fmt.Sprint(b.String(), err)
	}
	plain := 0
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		q := quickObjects{keys: map[string]string{}}
		if _, ok := q.object([]byte(text), 1); ok {
			plain++
		}
		if want, got := all(readJSON, text), all(readObjectLines, text); got != want {
			t.Fatalf("%q:\n got %s\nwant %s", text, got, want)
		}
	})
	if plain == 0 {
		t.Error("nothing was plain")
	}
}

// A line that is longer than what is looked at at once is read all the same.
func TestLongObjectLines(t *testing.T) {
	long := `{"a": "` + strings.Repeat("x", 2*longestQuickLine) + `"}`
	var lines []int
	err := readObjectLines(strings.NewReader("{\"a\":1}\n"+long+"\n{\"a\":2}"), func(n node) error { lines = append(lines, n.line); return nil })
	if err != nil || fmt.Sprint(lines) != "[1 2 3]" {
		t.Errorf("%v %v", lines, err)
	}
}
