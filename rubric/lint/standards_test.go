package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/lint"
)

// How often each rule that is on, and single-child, speaks in four published
// standards, some 1,500 items. The comments of the rules say how many of these
// are right; whoever changes a number reads the findings again.
func TestStandards(t *testing.T) {
	want := map[string]int{
		"code-sequence": 6, "double-barrelled": 24, "duplicate-text": 19, "inconsistent-punctuation": 5,
		"invisible-character": 2, "mixed-quotes": 1, "single-child": 2, "truncated-text": 12,
	}
	got := map[string]int{}
	for _, name := range []string{"nist-csf-1.1", "nist-csf-2.0", "nist-sp-800-53-rev5", "nist-sp-800-66-rev2"} {
		text := standard(t, filepath.Join("../../testdata/crosswalks", name+".tsv"))
		for _, finding := range foundWith(t, text, lint.Options{Select: append(lint.Default(), "single-child")}) {
			_, rest, _ := strings.Cut(finding, " ")
			code, _, _ := strings.Cut(rest, ":")
			got[code]++
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// standard writes a table of code, parent, title and text as a framework file.
// What its publisher has withdrawn is retired.
func standard(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	below := map[string][][]string{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		below[cells[1]] = append(below[cells[1]], cells)
	}
	delete(below, "parent") // the header
	var out strings.Builder
	out.WriteString(head)
	writeItems(&out, below, "", "")
	return out.String()
}

func writeItems(out *strings.Builder, below map[string][][]string, parent, indent string) {
	fmt.Fprintf(out, "%sitems:\n", indent)
	for _, cells := range below[parent] {
		fmt.Fprintf(out, "%s  %q:\n", indent, cells[0])
		key := "text"
		if strings.HasPrefix(cells[3], "[Withdrawn") {
			key = "retired"
		}
		for i, name := range []string{2: "title", 3: key} {
			if name != "" && cells[i] != "" {
				fmt.Fprintf(out, "%s    %s: '%s'\n", indent, name, strings.ReplaceAll(cells[i], "'", "''"))
			}
		}
		if len(below[cells[0]]) > 0 {
			writeItems(out, below, cells[0], indent+"    ")
		}
	}
}
