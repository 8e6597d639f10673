package score

import (
	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// span is neighbouring columns of a book in which each mark means the same.
type span struct {
	from, to int
	marks    []says // by mark
}

// says is what a mark adds to a pile.
type says struct {
	parts   int64 // of a rating: its value in parts of 1
	ratings int64 // 1 for a rating, else 0
}

// Bounds of values in parts, and of the parts of 1, and of weights. The product
// of both with the number of a ratee's forms, which is less than 2³¹, stays in
// a word.
const (
	mostParts  = 1 << 20
	mostWeight = 1 << 10
)

// measure lays out what the marks of a book say. It reports whether all values
// are within bounds.
func (l *lead) measure(b *rubric.Book) bool {
	for c, it := range b.Items() {
		if c > 0 && it.Scale == b.Items()[c-1].Scale {
			l.spans[len(l.spans)-1].to++
			l.parts = append(l.parts, l.parts[c-1])
			continue
		}
		marks, parts, ok := marksOf(b, c)
		if !ok {
			return false
		}
		l.spans, l.parts = append(l.spans, span{c, c + 1, marks}), append(l.parts, parts)
	}
	return true
}

// marksOf tells what the marks of a column say, and what their values are
// counted in: so many parts to 1.
func marksOf(b *rubric.Book, column int) ([]says, int64, bool) {
	n := b.Marks(column)
	marks, values := make([]says, n), make([]exact.Number, n)
	for m := range n {
		if meaning := b.Meaning(column, rubric.Mark(m)); meaning.State == rubric.Rated {
			marks[m].ratings, values[m] = 1, exactly(meaning.Value)
		}
	}
	nums, parts, ok := exact.Common(values, mostParts)
	for m, value := range nums {
		marks[m].parts = value
	}
	return marks, parts, ok
}
