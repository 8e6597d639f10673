package lint

import (
	"strings"

	"rubrickit/rubric/diag"
)

var repeatedDescriptor = Rule{
	Code:     "repeated-descriptor",
	Severity: diag.Warning,
	About:    "a sentence or bullet that stands under two levels",
	check:    checkRepeatedDescriptor,
}

// maxRepeated is how many of its findings a cell gets at most: where one is a
// copy of another, more would say nothing new.
const maxRepeated = 10

// checkRepeatedDescriptor compares the paragraphs and list entries, of four
// words at least, of all cells: the same one under two different levels, of one
// item or of two. Under the same level of another item it is a formula of the
// framework. Whole cells of adjacent levels are left to [sameDescriptor].
// Measured: 3 findings, in monzo, all right.
func checkRepeatedDescriptor(p *pass) {
	first := map[string]part{}
	for _, it := range p.f.Indicators() {
		for i, l := range it.Levels {
			if i > 0 && wordsOf(l.Text) == wordsOf(it.Levels[i-1].Text) {
				continue
			}
			found := 0
			for _, e := range entriesOf(l.Text) {
				if found < maxRepeated && p.comparePart(first, part{cell(it, l), l.Code, e}) {
					found++
				}
			}
		}
	}
}

// part is an entry or paragraph of a cell.
type part struct {
	prose
	level string
	entry entry
}

// comparePart reports a part that stood under another level before, and whether
// it did.
func (p *pass) comparePart(first map[string]part, now part) bool {
	words := wordsOf(now.entry.text)
	if strings.Count(words, " ") < 3 {
		return false
	}
	before, known := first[words]
	if !known {
		first[words] = now
	}
	if !known || before.level == now.level {
		return false
	}
	p.reportWith(now.place(p), diag.Related{Span: before.place(p), Message: before.what + " says it first"},
		"a rater who sees this cannot tell the levels apart: keep it where it belongs, or say how the two differ",
		"%s repeats what %s says", now.what, before.what)
	return true
}

func (t part) place(p *pass) diag.Span {
	return p.place(t.prose, t.entry.from, t.entry.from+len(t.entry.text))
}
