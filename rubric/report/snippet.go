package report

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// view is a stretch of a source line that fits the terminal, with the place
// of the caret in terminal columns.
type view struct {
	text   string
	indent int // columns before the caret
	caret  int // columns that it marks
	from   int // first character shown, of the line
	width  int
}

const ellipsis = "…"

// viewAround shows a line so that the marked characters, from start up to
// end (columns that begin at 1), can be seen within width columns.
func viewAround(line string, start, end, width int) view {
	runes := []rune(line)
	start, end = min(start-1, len(runes)), min(end-1, len(runes))
	v := view{width: width}
	if columns(runes) > width && start > width/2 {
		v.from = start - width/3
	}
	v.text = v.window(line)
	shown := runes[v.from:]
	v.indent = columns(shown[:start-v.from])
	if v.from > 0 {
		v.indent++
	}
	v.caret = max(1, min(columns(runes[start:max(start, end)]), width-v.indent))
	return v
}

// window is the part of any line that stands where this view looks.
func (v view) window(line string) string {
	runes := []rune(line)
	if v.from > 0 {
		if v.from >= len(runes) {
			return ""
		}
		return ellipsis + cut(runes[v.from:], v.width-1)
	}
	return cut(runes, v.width)
}

// cut shortens a text to a number of terminal columns.
func cut(runes []rune, width int) string {
	if columns(runes) <= width {
		return string(printable(runes))
	}
	n := 0
	for n < len(runes) && columns(runes[:n+1]) < width {
		n++
	}
	return string(printable(runes[:n])) + ellipsis
}

// columns is how many terminal columns a text takes.
func columns(runes []rune) int { return uniseg.StringWidth(string(printable(runes))) }

// printable replaces tabs and control characters, so that a source line can
// neither shift the caret nor control the terminal.
func printable(runes []rune) []rune {
	return []rune(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\u00a0':
			return ' '
		case unicode.IsControl(r):
			return '\uFFFD'
		}
		return r
	}, string(runes)))
}
