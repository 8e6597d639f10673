package rubric

import (
	"math/big"
	"sync"

	"rubrickit/rubric/internal/rowset"
)

// Mark is what stands in a form for an item, as a small number: nothing, a
// null state, or a value of the item's scale. Equal values have equal marks.
type Mark = rowset.Mark

// The marks that every scale has. Values follow, the scale's levels first.
const (
	MarkAbsent  Mark = iota // the form does not mention the item
	MarkBlank               // the cell is blank
	MarkMissing             // a word says that there is no answer
	MarkNotApplicable
	MarkNotObserved
	markValues
)

// Meaning is what a mark stands for: a state, and the value of a rating.
type Meaning struct {
	State State
	Value Decimal
}

// nullMeanings are the meanings of the marks before the values.
var nullMeanings = [markValues]Meaning{
	MarkAbsent: {State: Missing}, MarkBlank: {State: Missing}, MarkMissing: {State: Missing},
	MarkNotApplicable: {State: NotApplicable}, MarkNotObserved: {State: NotObserved},
}

// nullMarks are the marks of the null states, by state.
var nullMarks = [...]Mark{NotApplicable: MarkNotApplicable, NotObserved: MarkNotObserved, Missing: MarkMissing}

// vocabulary is the marks of the values of one scale. Values between levels get
// theirs when they are first met.
type vocabulary struct {
	most   Mark // the greatest mark that there can be
	mu     sync.RWMutex
	values []Decimal
	marks  map[Decimal]Mark // by value without zeros at the end
}

// newVocabulary lists the values of a scale's levels.
func newVocabulary(s *Scale) *vocabulary {
	v := &vocabulary{most: markValues, marks: map[Decimal]Mark{}}
	if s == nil {
		return v
	}
	v.most += Mark(s.valuesAtMost())
	for _, l := range s.Levels {
		v.mark(l.Value)
	}
	return v
}

// mark is the mark of a value.
func (v *vocabulary) mark(d Decimal) Mark {
	d = d.trimmed()
	v.mu.RLock()
	m, known := v.marks[d]
	v.mu.RUnlock()
	if known {
		return m
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if m, known := v.marks[d]; known {
		return m
	}
	m = markValues + Mark(len(v.values))
	v.values = append(v.values, d)
	v.marks[d] = m
	v.most = max(v.most, m)
	return m
}

// meaning is what a mark stands for.
func (v *vocabulary) meaning(m Mark) Meaning {
	if m < markValues {
		return nullMeanings[m]
	}
	v.mu.RLock()
	defer v.mu.RUnlock()
	return Meaning{Rated, v.values[m-markValues]}
}

// Mark is the mark of a meaning in a column. The value must be one that the
// item's scale accepts.
func (b *Book) Mark(column int, m Meaning) Mark {
	if m.State != Rated {
		return nullMarks[m.State]
	}
	return b.words[column].mark(m.Value)
}

// Meaning is what a mark stands for in a column.
func (b *Book) Meaning(column int, m Mark) Meaning { return b.words[column].meaning(m) }

// Marks is how many marks have been given out for a column: all are smaller.
func (b *Book) Marks(column int) int {
	v := b.words[column]
	v.mu.RLock()
	defer v.mu.RUnlock()
	return int(markValues) + len(v.values)
}

// valuesAtMost is an upper bound of how many values a scale accepts.
func (s *Scale) valuesAtMost() int {
	n := len(s.Levels)
	if s.Step.Sign() > 0 && n > 0 {
		n += stepsBetween(s.Lowest(), s.Highest(), s.Step)
	}
	for _, l := range s.Levels {
		if l.From != nil {
			n += stepsBetween(*l.From, l.Value, s.rangeStep())
		}
	}
	return n
}

// stepsBetween is how many values lie from one to another, both included. More
// than a scale of any use has are cut off.
func stepsBetween(from, to, step Decimal) int {
	distance := new(big.Rat).Sub(to.Rat(), from.Rat())
	distance.Quo(distance, step.Rat())
	n := new(big.Int).Quo(distance.Num(), distance.Denom())
	return int(min(n.Int64(), mostValues)) + 1
}

// mostValues bounds the values of a scale that are told apart in memory.
const mostValues = 1 << 30
