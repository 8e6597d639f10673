package lint

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var nearDuplicate = Rule{
	Code:     "near-duplicate",
	Severity: diag.Note,
	About:    "two items, or descriptors of two levels, that differ in small words and endings only",
	check:    checkNearDuplicate,
}

// nearWords is how many words of substance two texts share at least: shorter
// ones, titles above all, may well be meant.
const nearWords = 4

// checkNearDuplicate compares the wording of items with each other, and every
// descriptor with those of other levels of other items; within an item, levels
// differ in a word on purpose. Texts are nearly the same where they differ in
// [smallWords] and in the endings of words alone. Measured: no findings, in some
// 2,000 texts with those of the NIST standards. There 17 pairs differ in one word
// of substance, such as software and hardware; all are meant, and are let pass.
func checkNearDuplicate(p *pass) {
	if !p.english {
		return
	}
	n := nearness{}
	for it := range p.f.All() {
		if it.IsRetired() {
			continue
		}
		n.compare(p, &statement{prose: wording(it), item: it})
		for _, l := range it.Levels {
			n.compare(p, &statement{prose: cell(it, l), item: it, level: l.Code})
		}
	}
}

// statement is a text that is compared with others.
type statement struct {
	prose
	item  *rubric.Item
	level string // of a descriptor
}

// nearness leads from what texts have in common to the first that has it.
type nearness map[gist]*statement

// gist is what two texts have in common that are nearly the same.
type gist struct {
	of   company
	cell bool
	text string
}

// compare reports a statement that is nearly one before it.
func (n nearness) compare(p *pass, s *statement) {
	text := substance(s.text)
	if strings.Count(text, " ") < nearWords-1 {
		return
	}
	key := gist{companyOf(s.item), s.level != "", text}
	before, known := n[key]
	if !known {
		n[key] = s
	}
	if !known || s.item == before.item || s.level != "" && s.level == before.level || wordsOf(s.text) == wordsOf(before.text) {
		return
	}
	p.reportWith(s.at, diag.Related{Span: before.at, Message: before.what + " says it first"},
		"do the two differ in what they ask? Then say so in words that a rater notices; else keep one of them",
		"%s says nearly the same as %s", s.what, before.what)
}
