package markup

import (
	"fmt"
	"strings"
)

// Lines returns a text for plain surroundings such as a terminal: a line for
// each paragraph, list entries marked with "– " or their number and indented
// by two spaces a depth, hard breaks as line breaks.
func Lines(text string) []string { return lines(Parse(text), "") }

// LinesOf is [Lines] for a text that is parsed already.
func LinesOf(blocks []Block) []string { return lines(blocks, "") }

func lines(blocks []Block, indent string) []string {
	var out []string
	for _, b := range blocks {
		if b.Kind == Paragraph {
			for line := range strings.SplitSeq(PlainRuns(b.Runs), "\n") {
				out = append(out, indent+line)
			}
			continue
		}
		for i, item := range b.Items {
			out = append(out, itemLines(item, indent, marker(b, i))...)
		}
	}
	return out
}

// itemLines puts the marker before the first line of a list entry.
func itemLines(item []Block, indent, marker string) []string {
	deeper := indent + strings.Repeat(" ", len([]rune(marker)))
	out := lines(item, deeper)
	if len(out) == 0 {
		return []string{indent + strings.TrimRight(marker, " ")}
	}
	out[0] = indent + marker + strings.TrimPrefix(out[0], deeper)
	return out
}

func marker(b Block, i int) string {
	if b.Kind == NumberList {
		return fmt.Sprintf("%d. ", b.Start+i)
	}
	return "– "
}
