package render_test

import (
	"strings"
	"testing"

	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"rubrickit/rubric/form"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/render"
)

// Each row stands on the terminal once, with its words and its choices, within
// the width.
func TestTextHoldsEveryRow(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		for _, width := range []int{80, 120} {
			text := written(t, f, "text", render.Options{Width: width})
			for line := range strings.Lines(text) {
				if w := twwidth.WidthWithOptions(strings.TrimSuffix(line, "\n"), twwidth.Options{}); w > width {
					t.Errorf("%d columns, not %d: %s", w, width, line)
				}
			}
			for _, r := range f.Rows() {
				if n := countLead(text, r.Code); n != 1 {
					t.Errorf("width %d: row %s stands there %d times", width, r.Code, n)
				}
			}
		}
	})
}

// countLead counts the lines that begin with a code and two spaces, or are
// only the code.
func countLead(text, code string) int {
	n := 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, code+"  ") || strings.TrimSpace(line) == code {
			n++
		}
	}
	return n
}

// Whatever the layout, the words of a narrow terminal are those of the rows.
func TestTextKeepsWords(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		text := squeezed(written(t, f, "text", render.Options{Width: 40}))
		for _, r := range f.Rows() {
			for _, words := range []string{markup.PlainRuns(r.Title), markup.PlainBlocks(r.Text[:min(len(r.Text), 1)])} {
				if !strings.Contains(text, squeezed(words)) {
					t.Errorf("row %s has lost %q", r.Code, words)
				}
			}
		}
	})
}

func TestTextColour(t *testing.T) {
	f := blank(t, everyFramework(t)[0], form.Options{})
	if text := written(t, f, "text", render.Options{}); strings.Contains(text, "\x1b") {
		t.Error("colour unasked")
	}
	coloured := written(t, f, "text", render.Options{Color: true})
	if !strings.HasPrefix(coloured, "\x1b[1mCambridge Leader Standards\x1b[0m\n") {
		t.Errorf("no colour: %q", coloured[:60])
	}
}
