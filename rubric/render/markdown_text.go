package render

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/markup"
)

// markdownBlocks writes blocks as the lines of a document.
func markdownBlocks(blocks []markup.Block) []string {
	var lines []string
	alternate := false // whether a list would run into the one before it
	for i, b := range blocks {
		if i > 0 {
			lines = append(lines, "")
		}
		if b.Kind == markup.Paragraph {
			lines = append(lines, strings.Split(markdownRuns(b.Runs), "\n")...)
			alternate = false
			continue
		}
		alternate = i > 0 && blocks[i-1].Kind == b.Kind && !alternate
		for n, item := range b.Items {
			lines = append(lines, listEntry(listMarker(b, n, alternate), "", item)...)
		}
	}
	return lines
}

// listMarker begins an entry of a list. A list right after another of its
// kind has other markers, which keep the two apart.
func listMarker(b markup.Block, n int, alternate bool) string {
	switch {
	case b.Kind == markup.BulletList && alternate:
		return "* "
	case b.Kind == markup.BulletList:
		return "- "
	case alternate:
		return fmt.Sprintf("%d) ", b.Start+n)
	default:
		return fmt.Sprintf("%d. ", b.Start+n)
	}
}

// listEntry writes an entry of a list: the marker, a first line ("" for
// none), and blocks below it, indented to belong to the entry.
func listEntry(marker, first string, parts ...[]markup.Block) []string {
	var below []string
	for _, part := range parts {
		if len(part) > 0 && (first != "" && part[0].Kind != markup.BulletList || len(below) > 0) {
			below = append(below, "") // bullets alone need no empty line before them
		}
		below = append(below, markdownBlocks(part)...)
	}
	if first != "" {
		below = append([]string{first}, below...)
	}
	if len(below) == 0 {
		return []string{strings.TrimRight(marker, " ")}
	}
	lines := indented(strings.Repeat(" ", len(marker)), below)
	lines[0] = marker + below[0]
	return lines
}

// indented puts an indent before each line that is not empty.
func indented(indent string, lines []string) []string {
	out := slices.Clone(lines)
	for i, line := range out {
		if line != "" {
			out[i] = indent + line
		}
	}
	return out
}

// markdownRuns writes the runs of a paragraph. A hard break is a backslash at
// the end of a line.
func markdownRuns(runs []markup.Run) string {
	var b strings.Builder
	for i, r := range runs {
		if r.Break {
			b.WriteString("\\\n")
			continue
		}
		text := table.EscapeMarkdown(r.Text)
		if i+1 < len(runs) && runs[i+1].Break {
			text = beforeBreak(text)
		}
		if isLinked(r) {
			text = "[" + text + "](<" + strings.NewReplacer(`\`, `\\`, "<", "%3C", ">", "%3E").Replace(r.Link) + ">)"
		}
		if signs := emphasis(r); signs != "" && canEmphasise(runs, i) {
			text = signs + text + signs
		}
		b.WriteString(text)
	}
	return b.String()
}

// beforeBreak writes a backslash at the end of a text, which has one before it, as
// an entity. Of three at the end of a line some parsers make no hard break, and
// take the third for one before the first sign of the next line.
func beforeBreak(text string) string {
	if before, found := strings.CutSuffix(text, `\\`); found {
		return before + "&#92;"
	}
	return text
}

// isLinked reports whether a run is written as a link: it leads somewhere safe,
// and some viewers would not take it for a task box, as they do [x](…).
func isLinked(r markup.Run) bool {
	text := strings.TrimSpace(r.Text)
	return safeLink(r.Link) && text != "" && !strings.EqualFold(text, "x")
}

func emphasis(r markup.Run) string {
	switch {
	case r.Emphasis && r.Strong:
		return "***"
	case r.Strong:
		return "**"
	case r.Emphasis:
		return "*"
	default:
		return ""
	}
}

// canEmphasise reports whether signs around run i would be read as emphasis,
// by CommonMark's rules for what stands on both sides of them. Where they
// would not, the words go without: a lost emphasis does less harm than stray
// asterisks.
func canEmphasise(runs []markup.Run, i int) bool {
	before, after := ' ', ' '
	if i > 0 && !runs[i-1].Break {
		before, _ = utf8.DecodeLastRuneInString(runs[i-1].Text)
		if emphasis(runs[i-1]) != "" {
			return false // signs of two runs would flow together
		}
	}
	if i+1 < len(runs) && !runs[i+1].Break {
		after, _ = utf8.DecodeRuneInString(runs[i+1].Text)
	}
	first, _ := utf8.DecodeRuneInString(runs[i].Text)
	last, _ := utf8.DecodeLastRuneInString(runs[i].Text)
	if isLinked(runs[i]) {
		first, last = '[', ')'
	}
	return flanks(before, first) && flanks(after, last)
}

// flanks reports whether a sign between two characters, of which inner is
// within the emphasis, can open or close it.
func flanks(outer, inner rune) bool {
	if unicode.IsSpace(inner) {
		return false
	}
	return !isPunctuation(inner) || unicode.IsSpace(outer) || isPunctuation(outer)
}

func isPunctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// safeLink reports whether a link leads to a page or an address, and not to
// something that a viewer would run.
func safeLink(link string) bool {
	u, err := url.Parse(link)
	return err == nil && slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(u.Scheme))
}
