package score

import (
	"fmt"

	"rubrickit/rubric/exact"
)

// columnWeights is the weight of each column in a step: the product of its
// group's and its occasion's; nil where they weigh alike.
func (g *grid) columnWeights(s *step) ([]exact.Number, error) {
	if s.weights == nil || g.frozen {
		return nil, nil
	}
	out := g.room.weights[:0]
	for _, c := range g.columns {
		weight := one
		if s.group && g.present.group {
			w := s.groupWeights[c.group]
			if w.weight.IsNone() {
				return nil, s.unlisted(overGroup, w.text)
			}
			if weight = w.weight; g.alone && weight.Sign() == 0 {
				weight = one
			}
		}
		if s.occasion && g.present.occasion {
			w := s.occasionWeights[c.occasion]
			if w.weight.IsNone() {
				return nil, s.unlisted(overOccasion, w.text)
			}
			weight = weight.Mul(w.weight)
		}
		out = append(out, weight)
	}
	g.room.weights = out
	return out, nil
}

// unlisted is the error for a word without a weight.
func (s *step) unlisted(dimension, text string) error {
	return fmt.Errorf("the %s %q has no weight in the policy (%s); add it, or \"*\" for all that are not listed", dimension, text, s.given["weights"])
}

// onlyWeightless reports whether only groups that weigh 0 rated this ratee.
// They then count, so that a self-review alone has a score of its own; a
// group that is suppressed later has rated all the same.
func (g *grid) onlyWeightless(hasRating func(column int) bool) bool {
	found := false
	for _, s := range g.steps {
		if s.groupWeights == nil || !g.present.group {
			continue
		}
		for at, c := range g.columns {
			if !hasRating(at) {
				continue
			}
			if w := s.groupWeights[c.group].weight; w.IsNone() || w.Sign() > 0 {
				return false
			}
			found = true
		}
	}
	return found
}

func (g *grid) hasRating(column int) bool {
	for _, row := range g.rows {
		if row != nil && row[column].rated() {
			return true
		}
	}
	return false
}
