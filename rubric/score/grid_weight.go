package score

import (
	"fmt"
	"math/big"
	"slices"

	"rubrickit/rubric"
)

// columnWeights is the weight of each column in a step: the product of its
// group's and its occasion's.
func (g *grid) columnWeights(s *step) ([]*big.Rat, error) {
	out := slices.Repeat([]*big.Rat{one}, len(g.coords))
	if s.weights == nil {
		return out, nil
	}
	for i, c := range g.coords {
		for _, word := range s.words(g.present, c) {
			w := s.weights.word(word.text)
			if w == nil {
				return nil, fmt.Errorf("the %s %q has no weight in the policy (%s); add it, or \"*\" for all that are not listed", word.dimension, word.text, s.given["weights"])
			}
			if g.alone && word.dimension == overGroup && w.Sign() == 0 {
				w = one
			}
			out[i] = new(big.Rat).Mul(out[i], w)
		}
	}
	return out, nil
}

// dimensionWord is the word that a column has in a dimension.
type dimensionWord struct{ dimension, text string }

// words are the words of a column that weigh in a step.
func (s *step) words(present dimensions, c coord) []dimensionWord {
	var out []dimensionWord
	if s.group && present.group {
		out = append(out, dimensionWord{overGroup, c.group})
	}
	if s.occasion && present.occasion {
		out = append(out, dimensionWord{overOccasion, c.occasion})
	}
	return out
}

// onlyWeightless reports whether only groups that weigh 0 rated this ratee.
// They then count, so that a self-review alone has a score of its own; a
// group that is suppressed later has rated all the same.
func (g *grid) onlyWeightless() bool {
	found := false
	for _, s := range g.plan.steps {
		if !s.group || s.weights == nil || !g.present.group {
			continue
		}
		for column, c := range g.coords {
			if !g.hasRating(column) {
				continue
			}
			if w := s.weights.word(c.group); w == nil || w.Sign() > 0 {
				return false
			}
			found = true
		}
	}
	return found
}

func (g *grid) hasRating(column int) bool {
	for _, row := range g.cells {
		if row != nil && row[column].state == rubric.Rated {
			return true
		}
	}
	return false
}
