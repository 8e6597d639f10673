// Package markup reads the CommonMark subset of framework texts (paragraphs,
// emphasis, strong emphasis, links, nested lists) into blocks and runs that
// every output format draws in its own way. User text never becomes markup:
// raw HTML and everything else outside the subset stays the text it is.
package markup

import "strings"

// Kind is the kind of a block.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	BulletList
	NumberList
)

// Block is a paragraph (Runs) or a list (Items, each a sequence of blocks).
type Block struct {
	Kind  Kind
	Runs  []Run
	Items [][]Block
	Start int // first number of a NumberList
}

// Run is a stretch of text of one look. Break marks a hard line break, which
// has no text.
type Run struct {
	Text     string
	Emphasis bool
	Strong   bool
	Break    bool
	Link     string // destination, "" outside links
}

// Plain returns the words of a text without its markup: one line for each
// paragraph and list entry.
func Plain(text string) string { return PlainBlocks(Parse(text)) }

// PlainBlocks is [Plain] for a text that is parsed already.
func PlainBlocks(blocks []Block) string {
	var lines []string
	for _, b := range blocks {
		if b.Kind == Paragraph {
			lines = append(lines, PlainRuns(b.Runs))
		}
		for _, item := range b.Items {
			lines = append(lines, PlainBlocks(item))
		}
	}
	return strings.Join(lines, "\n")
}

// PlainRuns returns the words of one paragraph.
func PlainRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Break {
			b.WriteByte('\n')
		}
		b.WriteString(r.Text)
	}
	return b.String()
}
