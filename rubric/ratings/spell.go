package ratings

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// Speller writes ratings as cells that are read as just that, whatever words the
// files had that they come from.
type Speller struct{ session *session }

// NewSpeller returns the speller of a framework.
func NewSpeller(f *rubric.Framework) *Speller { return &Speller{newSession(f, Options{})} }

// Cell is the shortest usual text for what a rating of an item means: the code of
// a level, with its name where the code alone is in doubt; a number between the
// levels; or a word for a null state. The error says that every such word means
// something else on the item's scale.
func (s *Speller) Cell(it *rubric.Item, m rubric.Meaning) (string, error) {
	words := nullCells(it, m.State)
	if m.State == rubric.Rated {
		words = levelCells(it, m.Value)
	}
	i := slices.IndexFunc(words, func(text string) bool { return s.means(it, text, m) })
	if i < 0 {
		return "", fmt.Errorf("the scale of item %s has no word for %s that means nothing else: give it one among its nulls", it.Code, m.State)
	}
	return words[i], nil
}

// means reports whether a cell of an item is read as this.
func (s *Speller) means(it *rubric.Item, text string, m rubric.Meaning) bool {
	read, p := s.session.matcher(it).read(text)
	return p == nil && read.state == m.State && read.value.Cmp(m.Value) == 0
}

// levelCells are the cells that may stand for a value, the best first.
func levelCells(it *rubric.Item, value rubric.Decimal) []string {
	var out []string
	if it.Scale != nil {
		for i := range it.Scale.Levels {
			if l := &it.Scale.Levels[i]; l.Value.Cmp(value) == 0 {
				out = append(out, l.Code, l.Code+" – "+l.Name(), l.Name())
			}
		}
	}
	return append(out, value.String())
}

// nullCells are the words that may stand for a null state, the scale's own first.
func nullCells(it *rubric.Item, state rubric.State) []string {
	all := usualNulls
	if it.Scale != nil {
		all = slices.Concat(it.Scale.Nulls, usualNulls)
	}
	var out []string
	for _, null := range all {
		if null.State == state {
			out = append(out, null.Words...)
		}
	}
	return out
}
