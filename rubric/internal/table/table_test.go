package table_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"pgregory.net/rapid"

	"rubrickit/rubric/internal/table"
)

func sample() table.Table {
	return table.Table{
		Header: []string{"item", "What is rated", "n_rated", "score"},
		Align:  []table.Align{table.Left, table.Left, table.Right, table.Right},
		Rows: [][]string{
			{"1.1", "develop an understanding of the school and its community", "12", "3.17"},
			{"1.10", "日本語の文章は空白なしでも改行されるべきです", "3", "=2"},
			{"x"},
			{"b", "• a bullet long enough to wrap around\n  – one below it, even longer than that", "", "-0.5"},
		},
		Width: 52,
	}
}

func text(t interface{ Fatal(...any) }, tb table.Table) string {
	var b bytes.Buffer
	if err := tb.Text(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	want := `
item  What is rated                   n_rated  score
────────────────────────────────────────────────────
1.1   develop an understanding of          12   3.17
      the school and its community
1.10  日本語の文章は空白なしでも改行        3     =2
      されるべきです
x
b     • a bullet long enough to wrap            -0.5
        around
        – one below it, even longer
          than that
`[1:]
	if diff := cmp.Diff(want, text(t, sample())); diff != "" {
		t.Error(diff)
	}
}

// Columns that all want more share the width to the last column.
func TestTextUsesTheWidth(t *testing.T) {
	word := strings.Repeat("a", 40)
	for width := 20; width < 30; width++ {
		got := text(t, table.Table{Header: []string{"x", "y", "z"}, Rows: [][]string{{word, word, word}}, Width: width})
		if w := strings.Count(got, "─"); w != width {
			t.Errorf("width %d: the line under the header has %d\n%s", width, w, got)
		}
	}
}

func TestTextRuled(t *testing.T) {
	tb := table.Table{Rows: [][]string{{"a", "b"}, {"c", "d"}}, Ruled: true}
	if got, want := text(t, tb), "a  b\n────\nc  d\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextOfNothing(t *testing.T) {
	if got := text(t, table.Table{}); got != "" {
		t.Errorf("got %q", got)
	}
}

// The library measures ambiguous characters by the locale unless it is told
// not to.
func TestTextAsksNoLocale(t *testing.T) {
	want := text(t, sample())
	twwidth.SetEastAsian(true)
	if got := text(t, sample()); got != want {
		t.Errorf("another locale draws\n%s\ninstead of\n%s", got, want)
	}
}

func TestTextKeepsTheCallersRows(t *testing.T) {
	tb, untouched := sample(), sample()
	text(t, tb)
	if diff := cmp.Diff(untouched, tb); diff != "" {
		t.Error(diff)
	}
}

func TestTextNeutralisesControlCharacters(t *testing.T) {
	got := text(t, table.Table{Rows: [][]string{{"\x1b[31mred\a\u009b", "a\tb"}}})
	if want := "␛[31mred␇\ufffd  a b\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	var b bytes.Buffer
	tb := table.Table{
		Header: []string{"a|b", "n"},
		Align:  []table.Align{table.Left, table.Right},
		Rows:   [][]string{{"two\nlines", "1.5"}, {"*not* <b>bold</b>"}},
	}
	if err := tb.Markdown(&b); err != nil {
		t.Fatal(err)
	}
	want := `
| a\|b | n |
| --- | --: |
| two <br>lines | 1.5 |
| \*not\* \<b>bold\</b> | |
`[1:]
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestCSVForExcel(t *testing.T) {
	tb := table.Table{Header: []string{"a", "b"}, Rows: [][]string{{"=1+1", "x, y"}, {"-", "@a"}, {"\tb", "it's"}}}
	var b bytes.Buffer
	if err := tb.CSV(&b, true); err != nil {
		t.Fatal(err)
	}
	want := "\ufeffa,b\r\n'=1+1,\"x, y\"\r\n'-,'@a\r\n'\tb,it's\r\n"
	if got := b.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// cell draws any text that a framework may hold: several lines, wide
// characters, words longer than a column.
func cell() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("ab c.d|*_`<&é語👍\n -=•")), 0, 40, -1)
}

func rows() *rapid.Generator[[][]string] {
	return rapid.SliceOfN(rapid.SliceOfN(cell(), 2, 4), 1, 5)
}

func TestTextFitsAndKeepsEveryCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tb := table.Table{Rows: rows().Draw(t, "rows"), Width: rapid.IntRange(20, 90).Draw(t, "width")}
		got := text(t, tb)
		for line := range strings.Lines(got) {
			if w := twwidth.WidthWithOptions(strings.TrimSuffix(line, "\n"), twwidth.Options{}); w > tb.Width {
				t.Fatalf("%d columns wide, not %d: %q", w, tb.Width, line)
			}
		}
		var all strings.Builder
		for _, row := range tb.Rows {
			all.WriteString(strings.Join(row, ""))
		}
		if got, want := counts(got), counts(all.String()); !cmp.Equal(got, want) {
			t.Fatal(cmp.Diff(want, got))
		}
	})
}

// counts tells how often each visible character stands in a text.
func counts(text string) map[rune]int {
	out := map[rune]int{}
	for _, r := range text {
		if !unicode.IsSpace(r) {
			out[r]++
		}
	}
	return out
}

func TestWrapKeepsOrder(t *testing.T) {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	rapid.Check(t, func(t *rapid.T) {
		s, width := cell().Draw(t, "text"), rapid.IntRange(1, 30).Draw(t, "width")
		lines := table.Wrap(s, width)
		if got, want := squeeze(strings.Join(lines, "")), squeeze(s); got != want {
			t.Fatalf("%q became %q", want, got)
		}
		for _, line := range lines {
			if w := twwidth.WidthWithOptions(line, twwidth.Options{}); w > max(width, 2) { // no less than one wide character
				t.Fatalf("%q is %d columns wide, not %d", line, w, width)
			}
		}
	})
}

func TestCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tb := table.Table{Header: []string{"a", "b", "c", "d"}, Rows: rows().Draw(t, "rows")}
		var b bytes.Buffer
		if err := tb.CSV(&b, false); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range tb.Rows {
			if got := records[i+1][:len(row)]; !cmp.Equal(got, row) {
				t.Fatal(cmp.Diff(row, got))
			}
		}
	})
}
