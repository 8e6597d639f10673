package ratings

import (
	"slices"

	"rubrickit/rubric"
)

// Distribution is how often each level and each null state was given to an
// item.
type Distribution struct {
	Item *rubric.Item
	// Counts are those of the levels in the order of the scale, levels that
	// nobody gave included, with the values between levels that somebody gave;
	// then those of the null states.
	Counts []Count
}

// Count is how many ratings say the same.
type Count struct {
	State rubric.State
	Value rubric.Decimal // where State is Rated
	Level *rubric.Level  // that has this value; nil between levels
	N     int
}

// Distribute counts the ratings of each item, in the framework's order. A
// rating that stands twice counts once.
func Distribute(b *rubric.Book) []Distribution {
	counts := b.Counts()
	out := make([]Distribution, len(counts))
	for column, it := range b.Items() {
		out[column] = Distribution{it, countsOf(b, column, counts[column])}
	}
	return out
}

// countsOf sums the counts of marks that mean the same: a blank cell and a word
// for it are both a missing rating.
func countsOf(b *rubric.Book, column int, marks []int) []Count {
	nulls := []Count{{State: rubric.NotApplicable}, {State: rubric.NotObserved}, {State: rubric.Missing}}
	rated := levelsOf(b.Items()[column].Scale)
	for i, n := range marks {
		mark := rubric.Mark(i)
		if mark == rubric.MarkAbsent || n == 0 {
			continue
		}
		says := b.Meaning(column, mark)
		if says.State != rubric.Rated {
			nulls[slices.IndexFunc(nulls, func(c Count) bool { return c.State == says.State })].N += n
			continue
		}
		rated = addRated(rated, says.Value, n)
	}
	return append(rated, nulls...)
}

func levelsOf(s *rubric.Scale) []Count {
	var out []Count
	if s != nil {
		for i := range s.Levels {
			out = append(out, Count{State: rubric.Rated, Value: s.Levels[i].Value, Level: &s.Levels[i]})
		}
	}
	return out
}

// addRated counts ratings of a value, which stands in its place between the
// levels.
func addRated(counts []Count, value rubric.Decimal, n int) []Count {
	i, found := slices.BinarySearchFunc(counts, value, func(c Count, v rubric.Decimal) int { return c.Value.Cmp(v) })
	if !found {
		counts = slices.Insert(counts, i, Count{State: rubric.Rated, Value: value})
	}
	counts[i].N += n
	return counts
}
