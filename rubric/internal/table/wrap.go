package table

import (
	"strings"
	"unicode"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/rivo/uniseg"
)

// markers begin list entries; what follows a marker in a wrapped text is
// aligned with the first word after it.
var markers = []string{"• ", "– ", "☐ ", "○ "}

// Wrap breaks a text into lines of at most width terminal columns, at the
// places that Unicode allows (UAX #14) and at its own line breaks. A line's
// leading spaces, and the width of a bullet or box after them, indent the
// lines that continue it. A word wider than width is cut between characters.
// Control characters become visible signs. Width must be positive.
func Wrap(text string, width int) []string {
	var out []string
	for line := range strings.SplitSeq(visible(text), "\n") {
		out = append(out, wrapLine(line, width)...)
	}
	return out
}

// wrapCell is Wrap as one text; a width of 0, that of an empty column, leaves
// the cell alone.
func wrapCell(cell string, width int) string {
	if width <= 0 {
		return visible(cell)
	}
	return strings.Join(Wrap(cell, width), "\n")
}

// wrapLine breaks one line.
func wrapLine(line string, width int) []string {
	indent := hangingIndent(line)
	if len(indent) >= width/2 { // too narrow to indent anything
		indent, line = "", strings.TrimLeft(line, " ")
	}
	var out []string
	current, rest, state := "", line, -1
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		for textWidth(strings.TrimRight(current+segment, " ")) > width {
			var head string
			head, segment = splitAt(current, segment, indent, width)
			out = append(out, strings.TrimRight(head, " "))
			current = indent
		}
		current += segment
	}
	return append(out, strings.TrimRight(current, " "))
}

// splitAt decides what a full line holds: what stands on it already, or, when
// that is nothing but its indent, as many characters of the next segment as
// fit, at least one.
func splitAt(current, segment, indent string, width int) (line, rest string) {
	if strings.TrimSpace(current) != "" && current != indent {
		return current, segment
	}
	line = current
	for segment != "" {
		cluster, after, _, _ := uniseg.FirstGraphemeClusterInString(segment, -1)
		if line != current && textWidth(line+cluster) > width {
			break
		}
		line, segment = line+cluster, after
	}
	return line, strings.TrimLeft(segment, " ")
}

// hangingIndent is the space under a line's leading spaces and list marker.
func hangingIndent(line string) string {
	text := strings.TrimLeft(line, " ")
	n := len(line) - len(text)
	for _, marker := range markers {
		if strings.HasPrefix(text, marker) {
			return strings.Repeat(" ", n+textWidth(marker))
		}
	}
	return strings.Repeat(" ", n)
}

// textWidth is the number of terminal columns of a line; it never asks the
// locale.
func textWidth(line string) int { return twwidth.WidthWithOptions(line, twwidth.Options{}) }

// visible makes control characters visible, so that no text operates the
// terminal: ESC becomes ␛, a tab a space. Line breaks stay.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r < 0x20:
			return '␀' + r
		case r == 0x7f:
			return '␡'
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			return unicode.ReplacementChar
		default:
			return r
		}
	}, text)
}
