package table_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"rubrickit/rubric/internal/table"
)

// Whatever a cell holds, the table is lines of printable characters, as many as
// it has rows, and the header's number of cells in each.
func TestMarkdownIsPrintable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOf(rapid.SampledFrom([]rune("ab \x00\x07\x1b\t\r\n\x7f\u0085\u2028|\\é")))
		var b strings.Builder
		drawn := table.Table{Header: []string{cell.Draw(t, "head"), "b"}, Rows: [][]string{{cell.Draw(t, "cell"), cell.Draw(t, "other")}}}
		if err := drawn.Markdown(&b); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		for _, line := range lines {
			if strings.ContainsFunc(line, unicode.IsControl) || strings.ContainsRune(line, '\u2028') {
				t.Fatalf("the line %q holds a control character", line)
			}
			if cells := strings.Count(strings.ReplaceAll(strings.ReplaceAll(line, `\\`, ""), `\|`, ""), "|"); cells != 3 {
				t.Fatalf("the line %q has %d marks between cells", line, cells)
			}
		}
		if len(lines) != 3 {
			t.Fatalf("%d lines: %q", len(lines), lines)
		}
	})
}

func TestMarkdownCellShowsControlCharacters(t *testing.T) {
	for text, want := range map[string]string{
		"a\x1b[31mb":  `a␛\[31mb`,
		"a\tb\x00":    "a b␀",
		"a\nb":        "a <br>b",
		"a\r\nb\r":    "a <br>b",
		"a\u0085\x7f": "a\uFFFD␡",
	} {
		if got := table.MarkdownCell(text); got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}
