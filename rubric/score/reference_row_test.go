package score_test

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// row is what a result must say of an item: score, band, coverage, reason.
func (r *reference) row(code string) string {
	c := r.value(code, len(r.p.stages), rubric.Form{Ratee: r.ratee})
	var reasons []string
	if c.reason != "" {
		reasons = append(reasons, c.reason)
	}
	if r.alone {
		reasons = append(reasons, score.ReasonOnlySelf)
	}
	return strings.Join([]string{rational(c.value), r.band(code, c.value), rational(r.coverage(code)), strings.Join(reasons, "; ")}, "|")
}

func rational(x *big.Rat) string {
	if x == nil {
		return ""
	}
	return x.RatString()
}

// band is the highest that begins at or below the value, where cuts mean
// something: no later stage puts what goes into it on a scale of its own.
func (r *reference) band(code string, value *big.Rat) string {
	if !r.p.bands || value == nil {
		return ""
	}
	for _, s := range r.p.stages {
		newScale := s.how == "sum" || s.how == "share_at_least" || s.rescale
		if code != "" && s.overs("items") && newScale {
			return ""
		}
	}
	if r.p.when == "before_bands" {
		value = r.p.rounded(value)
	}
	band := ""
	for i, name := range []string{"Low", "Mid", "High"} {
		if value.Cmp(big.NewRat(int64(i+1), 1)) >= 0 {
			band = name
		}
	}
	return band
}

// coverage is the rated share of the applicable weight.
func (r *reference) coverage(code string) *big.Rat {
	if r.rated(code) {
		switch c := r.value(code, len(r.p.stages), rubric.Form{Ratee: r.ratee}); {
		case c.value != nil:
			return big.NewRat(1, 1)
		case c.state == rubric.NotApplicable:
			return nil
		default:
			return new(big.Rat)
		}
	}
	covered, total := new(big.Rat), new(big.Rat)
	r.cover(code, big.NewRat(1, 1), covered, total)
	if total.Sign() == 0 {
		return nil
	}
	return covered.Quo(covered, total)
}

// cover adds up what goes into an item, by the weights of the stage over items.
func (r *reference) cover(code string, outer, covered, total *big.Rat) {
	for _, s := range r.p.stages {
		if !s.overs("items") {
			continue
		}
		for _, child := range r.children(code) {
			weight := child.WeightOr1().Rat()
			if w, listed := s.weights[child.Code]; listed {
				weight = number(w)
			} else if s.weights != nil {
				weight = number(s.weights["*"])
			}
			weight.Mul(weight, outer)
			if len(s.over) > 1 && !r.rated(child.Code) {
				r.cover(child.Code, weight, covered, total)
			} else if share := r.coverage(child.Code); share != nil {
				total.Add(total, weight)
				covered.Add(covered, new(big.Rat).Mul(weight, share))
			}
		}
	}
}

// Whatever the framework, the policy and the ratings: the engine says of every
// row what the reference says.
func TestAgainstReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		p, r := drawDrawnPolicy(t), drawRatings(t, f)
		rows := map[string]int{}
		for row := range compute(t, f, p.parse(t), r).Rows() {
			code := row.Item
			if code == rubric.Overall {
				code = ""
			}
			got := strings.Join([]string{row.Score.String(), row.Band, row.Coverage.String(), row.Reason}, "|")
			rows[row.Ratee]++
			if want := newReference(f, p, r, row.Ratee).row(code); got != want {
				t.Fatalf("%s, %s: %s, want %s\n%s", row.Ratee, row.Item, got, want, p.yaml())
			}
		}
		for _, ratee := range []string{"Ada", "Ben"} {
			if rated := len(newReference(f, p, r, ratee).forms) > 0; rated != (rows[ratee] > 0) {
				t.Fatalf("%s has %d rows; rated: %v\n%s", ratee, rows[ratee], rated, p.yaml())
			}
		}
	})
}
