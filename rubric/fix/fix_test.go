package fix_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
)

func edited(edits ...diag.Edit) diag.Diagnostic { return diag.Diagnostic{Edits: edits} }

func edit(line, column, endLine, endColumn int, text string) diag.Edit {
	return diag.Edit{Span: between(line, column, endLine, endColumn), Text: text}
}

func TestApply(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		list diag.List
		want string
		made int
	}{
		"nothing":                      {"abc", diag.List{edited()}, "abc", 0},
		"put in":                       {"abc", diag.List{edited(edit(1, 2, 1, 2, "-"))}, "a-bc", 1},
		"taken away":                   {"abc", diag.List{edited(edit(1, 2, 1, 3, ""))}, "ac", 1},
		"at the end":                   {"abc", diag.List{edited(edit(1, 4, 1, 4, "d"))}, "abcd", 1},
		"characters, not bytes":        {"école 校長x", diag.List{edited(edit(1, 9, 1, 10, "y"))}, "école 校長y", 1},
		"behind a byte order mark":     {"\uFEFFab", diag.List{edited(edit(1, 1, 1, 2, "x"))}, "\uFEFFxb", 1},
		"a line break as in the file":  {"a b\r\nc", diag.List{edited(edit(1, 2, 1, 3, "\n"))}, "a\r\nb\r\nc", 1},
		"a line taken away":            {"a\r\nb\r\nc", diag.List{edited(edit(2, 1, 3, 1, ""))}, "a\r\nc", 1},
		"old line ends":                {"a\rb\rc", diag.List{edited(edit(2, 1, 2, 2, "x"))}, "a\rx\rc", 1},
		"two that touch":               {"abcd", diag.List{edited(edit(1, 1, 1, 3, "x")), edited(edit(1, 3, 1, 5, "y"))}, "xy", 2},
		"two that overlap":             {"abcd", diag.List{edited(edit(1, 1, 1, 3, "x")), edited(edit(1, 2, 1, 4, "y"))}, "xcd", 1},
		"two within one":               {"abcd", diag.List{edited(edit(1, 1, 1, 5, "x")), edited(edit(1, 2, 1, 3, "y"))}, "x", 1},
		"two in one place":             {"ab", diag.List{edited(edit(1, 2, 1, 2, "x")), edited(edit(1, 2, 1, 2, "y"))}, "axb", 1},
		"two of one finding":           {"ab", diag.List{edited(edit(1, 2, 1, 2, "x"), edit(1, 2, 1, 2, "y"))}, "axyb", 1},
		"half of a finding overlaps":   {"abcd", diag.List{edited(edit(1, 1, 1, 2, "x")), edited(edit(1, 1, 1, 2, "y"), edit(1, 4, 1, 5, "z"))}, "xbcd", 1},
		"overlapping itself":           {"abcd", diag.List{edited(edit(1, 1, 1, 3, "x"), edit(1, 2, 1, 4, "y"))}, "abcd", 0},
		"no such line":                 {"ab", diag.List{edited(edit(2, 1, 2, 1, "x"))}, "ab", 0},
		"no such column":               {"ab\nc", diag.List{edited(edit(1, 4, 1, 4, "x"))}, "ab\nc", 0},
		"backwards":                    {"ab", diag.List{edited(edit(1, 2, 1, 1, "x"))}, "ab", 0},
		"no place":                     {"ab", diag.List{edited(edit(0, 0, 0, 0, "x"))}, "ab", 0},
		"bytes that are no characters": {"\xe9\xffa", diag.List{edited(edit(1, 3, 1, 4, "x"))}, "\xe9\xffx", 1},
	} {
		t.Run(name, func(t *testing.T) {
			got, made := fix.Apply([]byte(c.data), c.list)
			if string(got) != c.want || len(made) != c.made {
				t.Errorf("got %q with %d made, want %q with %d", got, len(made), c.want, c.made)
			}
		})
	}
}

// Edits that do not overlap are made whatever their order: the text is the
// pieces between them and their own.
func TestApplyInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.StringMatching("[aé校 \n]{1,5}"), 3, 9).Draw(t, "pieces")
		var list diag.List
		var want strings.Builder
		at := diag.Pos{Line: 1, Column: 1}
		for i, piece := range pieces {
			end := after(at, piece)
			if i%2 == 1 {
				list.Add(edited(diag.Edit{Span: diag.Span{Start: at, End: end}, Text: strings.ToUpper(piece) + "x"}))
				want.WriteString(strings.ToUpper(piece) + "x")
			} else {
				want.WriteString(piece)
			}
			at = end
		}
		got, made := fix.Apply([]byte(strings.Join(pieces, "")), rapid.Permutation(list).Draw(t, "order"))
		if string(got) != want.String() || len(made) != len(list) {
			t.Errorf("got %q, want %q", got, want.String())
		}
	})
}

// after is the place behind a text.
func after(at diag.Pos, text string) diag.Pos {
	for _, r := range text {
		if at.Column++; r == '\n' {
			at = diag.Pos{Line: at.Line + 1, Column: 1}
		}
	}
	return at
}
