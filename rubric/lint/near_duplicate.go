package lint

import (
	"hash/fnv"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var nearDuplicate = Rule{
	Code:     "near-duplicate",
	Severity: diag.Note,
	About:    "two items, or descriptors of two levels, that say nearly the same",
	check:    checkNearDuplicate,
}

// nearWords is how many words the longer text has at least: a shorter one may
// well repeat another but for a word.
const nearWords = 7

// checkNearDuplicate compares the wording of items with each other, and every
// descriptor with those of other levels of other items; within an item, levels
// differ in a word on purpose. Texts are nearly the same where one word was
// added, left out or replaced. Texts below titles that differ are let pass: such
// families are written alike. Measured: no findings.
func checkNearDuplicate(p *pass) {
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
	words []string
}

// nearness leads from what is left of a text without one of its words, or
// with all of them, to the statement. Texts that differ in a word have one of
// these in common, so that no pairs need to be tried.
type nearness map[uint64]*statement

// compare reports a statement that is nearly one before it.
func (n nearness) compare(p *pass, s *statement) {
	s.words = strings.Fields(wordsOf(s.text))
	var before *statement
	for _, rest := range remainders(s.words) {
		switch known := n[rest]; {
		case known == nil || !s.comparable(known):
			n[rest] = s
		case before == nil && max(len(s.words), len(known.words)) >= nearWords && differInOne(known.words, s.words):
			before = known
		}
	}
	if before != nil {
		p.reportWith(s.at, diag.Related{Span: before.at, Message: before.what + " says it first"},
			"do the two differ in what they ask? Then say so in more than a word; else keep one of them",
			"%s says nearly the same as %s", s.what, before.what)
	}
}

func (s *statement) comparable(t *statement) bool {
	if s.level == "" || t.level == "" {
		return s.level == t.level && (s.item.Title == "" || s.item.Title == t.item.Title)
	}
	return s.level != t.level && s.item != t.item
}

// remainders are hashes of a text, and of what is left of it without each of
// its words in turn. The hash of words w0, w1 … is Σ hash(wi)·m^i.
func remainders(words []string) []uint64 {
	const m = 0x9E3779B97F4A7C15
	behind := make([]uint64, len(words)+1) // of the words from each on
	for i := len(words) - 1; i >= 0; i-- {
		behind[i] = hashOf(words[i]) + m*behind[i+1]
	}
	out := []uint64{behind[0]}
	ahead, power := uint64(0), uint64(1) // of the words before, and m^i
	for i, w := range words {
		out = append(out, ahead+power*behind[i+1])
		ahead, power = ahead+power*hashOf(w), power*m
	}
	return out
}

func hashOf(w string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(w)) // never fails
	return h.Sum64()
}

// differInOne reports whether one word was added, left out or replaced.
func differInOne(a, b []string) bool {
	ahead, behind, n := 0, 0, min(len(a), len(b))
	for ahead < n && a[ahead] == b[ahead] {
		ahead++
	}
	for behind < n-ahead && a[len(a)-1-behind] == b[len(b)-1-behind] {
		behind++
	}
	return ahead+behind == max(len(a), len(b))-1
}
