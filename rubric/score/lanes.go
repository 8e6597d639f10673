package score

import (
	"math/bits"

	"rubrickit/rubric"
)

// lanes tell how the marks of a form stand side by side in words, as
// [rubric.Sheet.Words] gives them. What is done to a word is done to all of its
// marks at once: the highest bit of each is free, so that a sum of two marks
// never reaches into the next.
type lanes struct {
	bits       int    // of a mark
	shift      uint   // 1<<shift marks stand in a word
	ones, high uint64 // the lowest bit of each mark, and the highest
	// What a word is added to tell, in the highest bit of each mark, what is at
	// least a word for not applicable, at least one for not observed, a rating;
	// and what is in contradiction: two ratings.
	said, seen, rated, unsettled uint64
}

func lanesOf(markBits int) lanes {
	l := lanes{bits: markBits, shift: uint(bits.TrailingZeros(uint(64 / markBits)))}
	for at := 0; at < 64; at += markBits {
		l.ones |= 1 << at
	}
	l.high = l.ones << (markBits - 1)
	l.said, l.seen, l.rated = l.reach(rubric.MarkNotApplicable), l.reach(rubric.MarkNotObserved), l.reach(rubric.MarkNotObserved+1)
	l.unsettled = l.ones // the greatest mark that fits, which reaches the highest bit with 1 more
	return l
}

// reach is the word that makes marks of at least m reach their highest bit.
func (l *lanes) reach(m rubric.Mark) uint64 { return l.high - l.ones*uint64(m) }

// words is how many words hold so many marks.
func (l *lanes) words(marks int) int { return (marks + 1<<l.shift - 1) >> l.shift }

// at is what stands in a column, in its lane.
func (l *lanes) at(words []uint64, column int) uint64 {
	return l.behind(words, column) & (1<<l.bits - 1)
}

// behind is what stands in a column and in those behind it in the same word, the
// column in the lowest lane.
func (l *lanes) behind(words []uint64, column int) uint64 {
	lane := column & (1<<l.shift - 1)
	return words[column>>l.shift] >> (uint(lane*l.bits) & 63)
}

// endOfWord is the first column of the word behind that of a column.
func (l *lanes) endOfWord(column int) int { return (column>>l.shift + 1) << l.shift }
