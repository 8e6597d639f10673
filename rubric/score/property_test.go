package score_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// drawFramework makes a tree of up to three tiers on four levels, with weights
// here and there.
func drawFramework(t *rapid.T) *rubric.Framework {
	scale := &rubric.Scale{Levels: []rubric.Level{
		{Code: "1", Value: rubric.NewDecimal(1, 0)}, {Code: "2", Value: rubric.NewDecimal(2, 0)},
		{Code: "3", Value: rubric.NewDecimal(3, 0)}, {Code: "4", Value: rubric.NewDecimal(45, 1)},
	}}
	f := &rubric.Framework{ID: "drawn", Title: "Drawn", Scale: scale}
	depth := rapid.IntRange(1, 3).Draw(t, "depth")
	f.Items = drawItems(t, scale, "i", depth)
	f.Index()
	return f
}

func drawItems(t *rapid.T, scale *rubric.Scale, prefix string, depth int) []*rubric.Item {
	var out []*rubric.Item
	for i := range rapid.IntRange(1, 3).Draw(t, prefix) {
		it := &rubric.Item{Code: fmt.Sprintf("%s%d", prefix, i), Text: "text", Scale: scale}
		if rapid.Bool().Draw(t, "weighted") {
			it.Weight, it.HasWeight = rubric.NewDecimal(rapid.Int64Range(1, 40).Draw(t, "weight"), 1), true
		}
		// Not every branch is as deep as the others.
		if depth > 1 && rapid.IntRange(0, 4).Draw(t, "leaf") > 0 {
			it.Items = drawItems(t, scale, it.Code+".", depth-1)
		}
		out = append(out, it)
	}
	return out
}

// drawRatings makes ratings of a few people by a few raters in groups on a few
// occasions, with null states, in any order.
func drawRatings(t *rapid.T, f *rubric.Framework) *rubric.Ratings {
	out := &rubric.Ratings{HasRater: true, HasGroup: true, HasOccasion: true}
	states := []rubric.State{rubric.Rated, rubric.Rated, rubric.Rated, rubric.NotObserved, rubric.NotApplicable, rubric.Missing}
	line := 1
	for _, ratee := range []string{"Ada", "Ben"}[:rapid.IntRange(1, 2).Draw(t, "ratees")] {
		for form := range rapid.IntRange(1, 6).Draw(t, "forms") {
			group := rapid.SampledFrom([]string{"sup", "peer", "self"}).Draw(t, "group")
			for _, it := range f.Indicators() {
				if rapid.IntRange(0, 5).Draw(t, "absent") == 0 {
					continue
				}
				line++
				v := rubric.Rating{
					Ratee: ratee, Item: it, Rater: group + fmt.Sprint(form/2), Group: group, Occasion: fmt.Sprint(10 * form),
					State: rapid.SampledFrom(states).Draw(t, "state"), At: rubric.Place{File: "r.csv", Line: line},
				}
				if v.State == rubric.Rated {
					v.Value = rapid.SampledFrom(it.Scale.Levels).Draw(t, "level").Value
				}
				out.Ratings = append(out.Ratings, v)
				out.Ledger.Count(v.State, 1)
			}
		}
	}
	return out
}

// reference is the default policy said in plain loops over maps, as slow and
// as obvious as can be.
func reference(f *rubric.Framework, ratings []rubric.Rating, ratee, code string) *big.Rat {
	if code == rubric.Overall {
		return referenceMean(f, ratings, ratee, f.Items)
	}
	it := f.Item(code)
	if !it.IsRated() {
		return referenceMean(f, ratings, ratee, it.Items)
	}
	others := false
	for _, v := range ratings {
		others = others || v.Ratee == ratee && v.State == rubric.Rated && v.Group != "self"
	}
	var means []*big.Rat
	for _, group := range []string{"sup", "peer", "self"} {
		if group == "self" && others {
			continue
		}
		var latest []*big.Rat
		for rater := range 4 {
			if v := referenceLatest(ratings, ratee, code, group, group+fmt.Sprint(rater)); v != nil {
				latest = append(latest, v)
			}
		}
		if len(latest) > 0 {
			means = append(means, plainMean(latest))
		}
	}
	if len(means) == 0 {
		return nil
	}
	return plainMean(means)
}

func referenceLatest(ratings []rubric.Rating, ratee, code, group, rater string) *big.Rat {
	var best *rubric.Rating
	for i, v := range ratings {
		if v.Ratee == ratee && v.Item.Code == code && v.Group == group && v.Rater == rater && v.State == rubric.Rated &&
			(best == nil || len(v.Occasion) > len(best.Occasion) || len(v.Occasion) == len(best.Occasion) && v.Occasion > best.Occasion) {
			best = &ratings[i]
		}
	}
	if best == nil {
		return nil
	}
	return best.Value.Rat()
}

func plainMean(values []*big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, v := range values {
		total.Add(total, v)
	}
	return total.Quo(total, big.NewRat(int64(len(values)), 1))
}

func referenceMean(f *rubric.Framework, ratings []rubric.Rating, ratee string, items []*rubric.Item) *big.Rat {
	total, weights := new(big.Rat), new(big.Rat)
	for _, it := range items {
		if v := reference(f, ratings, ratee, it.Code); v != nil {
			w := it.WeightOr1().Rat()
			weights.Add(weights, w)
			total.Add(total, w.Mul(w, v))
		}
	}
	if weights.Sign() == 0 {
		return nil
	}
	return total.Quo(total, weights)
}

func compute(t rapid.TB, f *rubric.Framework, p *score.Policy, r *rubric.Ratings) *score.Result {
	t.Helper()
	out, err := score.Compute(f, p, r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDefaultPolicyAgainstReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		r := drawRatings(t, f)
		for _, row := range compute(t, f, score.DefaultPolicy(), r).Rows {
			want := reference(f, r.Ratings, row.Ratee, row.Item)
			if (want == nil) != (row.Score == nil) || want != nil && want.Cmp(row.Score) != 0 {
				t.Errorf("%s, %s: %v, want %v", row.Ratee, row.Item, row.Score, want)
			}
		}
	})
}

// policies that between them use most of what a policy can say, on any
// framework that drawFramework makes.
var policies = []string{
	"",
	"stages: [{over: [occasion, rater, group, items], how: mean, weights: {self: 0, '*': 1}}]",
	"stages: [{over: occasion, how: latest_weighted, latest: 0.65}, {over: [rater, group], how: median}, {over: items, how: mean, need: 50%}]\nbands: levels",
	"stages: [{over: items, how: sum, prorate: true, rescale: [0, 100]}, {over: occasion, how: max}, {over: rater, how: min}, {over: group, how: mean}]\nbands: {Low: 0, High: 50}",
	"stages: [{over: rater, how: mean}, {over: occasion, how: mean, missing: lowest}, {over: group, how: mean, weights: {self: 0, '*': 2}, min_raters: {peer: 2}}, {over: items, how: share_at_least, level: '3', missing: zero}]\nround: {places: 1, when: each_stage}",
	"stages: [{over: [occasion, rater, group], how: n_times, level: '2', times: 2}, {over: items, how: mean}]\nbands: {Low: 1, Mid: 2, High: 3}\nrules: [{cap: Mid, when: {some: tier-1, below: Mid}}, {decide: High, when: {share: 50%, of: tier-1, at_least: Mid, below: High}}]\nround: {places: 0, mode: half_even, when: before_bands}",
}

func drawPolicy(t *rapid.T) *score.Policy {
	text := "policy: v1\nid: drawn\n" + rapid.SampledFrom(policies).Draw(t, "policy") + "\n"
	p, findings := score.ParsePolicy("p.yaml", []byte(text))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return p
}

// The order of the rows changes nothing, nor does computing twice.
func TestOrderOfRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		r, p := drawRatings(t, f), drawPolicy(t)
		want := text(compute(t, f, p, r))
		shuffled := *r
		shuffled.Ratings = slices.Clone(r.Ratings)
		rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed"))).Shuffle(len(shuffled.Ratings), func(i, j int) {
			shuffled.Ratings[i], shuffled.Ratings[j] = shuffled.Ratings[j], shuffled.Ratings[i]
		})
		if got := text(compute(t, f, p, &shuffled)); got != want {
			t.Errorf("in another order:\n%s\nwas:\n%s", got, want)
		}
	})
}

// Names do not matter: with other ratees, in the same order, everything else
// is the same. A ratee alone has the same rows as among others.
func TestRateesDoNotMatterToEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		r, p := drawRatings(t, f), drawPolicy(t)
		all := compute(t, f, p, r)
		renamed := *r
		renamed.Ratings = slices.Clone(r.Ratings)
		for i := range renamed.Ratings {
			renamed.Ratings[i].Ratee = "x " + renamed.Ratings[i].Ratee
		}
		if got, want := strings.ReplaceAll(text(compute(t, f, p, &renamed)), "x ", ""), text(all); got != want {
			t.Errorf("renamed:\n%s\nwas:\n%s", got, want)
		}
		alone := *r
		alone.Ratings = slices.DeleteFunc(slices.Clone(r.Ratings), func(v rubric.Rating) bool { return v.Ratee != "Ada" })
		own := *all
		own.Rows = slices.DeleteFunc(slices.Clone(all.Rows), func(row score.Row) bool { return row.Ratee != "Ada" })
		own.Notes = slices.DeleteFunc(slices.Clone(all.Notes), func(n score.Note) bool { return n.Ratee != "Ada" })
		if len(alone.Ratings) > 0 {
			if got, want := text(compute(t, f, p, &alone)), text(&own); got != want {
				t.Errorf("alone:\n%s\namong others:\n%s", got, want)
			}
		}
	})
}

// Weights are relative: all ten times as heavy give the same scores.
func TestScaledWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		r := drawRatings(t, f)
		want := text(compute(t, f, score.DefaultPolicy(), r))
		for it := range f.All() {
			it.Weight, it.HasWeight = scaled(it.WeightOr1()), true
		}
		if got := text(compute(t, f, score.DefaultPolicy(), r)); got != want {
			t.Errorf("with ten times the weights:\n%s\nwas:\n%s", got, want)
		}
	})
}

func scaled(d rubric.Decimal) rubric.Decimal {
	whole := new(big.Rat).Mul(d.Rat(), big.NewRat(100, 1)).Num().Int64()
	return rubric.NewDecimal(whole, 1)
}

// A form in which nothing is rated adds to what is missing and to nothing
// else: scores, bands and the counts of ratings stay.
func TestEmptyFormChangesNoScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		r := drawRatings(t, f)
		if len(r.Ratings) == 0 {
			t.Skip("nobody is rated")
		}
		more := *r
		more.Ratings = slices.Clone(r.Ratings)
		for _, it := range f.Indicators() {
			more.Ratings = append(more.Ratings, rubric.Rating{Ratee: r.Ratings[0].Ratee, Item: it, Rater: "new", Group: "peer", Occasion: "999", State: rubric.Missing})
		}
		before, after := compute(t, f, score.DefaultPolicy(), r), compute(t, f, score.DefaultPolicy(), &more)
		for i, row := range before.Rows {
			now := after.Rows[i]
			rated := f.Item(row.Item) != nil && f.Item(row.Item).IsRated()
			if exact(row) != exact(now) || row.Band != now.Band || rated && row.Rated != now.Rated {
				t.Errorf("%s, %s: %s, now %s", row.Ratee, row.Item, exact(row), exact(now))
			}
		}
	})
}

// What must hold of every result, whatever the policy.
func TestRowsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		r := drawRatings(t, f)
		out := compute(t, f, drawPolicy(t), r)
		if !out.Ledger.Balanced() {
			t.Errorf("ledger %+v", out.Ledger)
		}
		for _, row := range out.Rows {
			leaves := row.Rated + row.NotApplicable + row.NotObserved + row.Missing
			switch c := row.Coverage; {
			case row.Score == nil && row.Reason == "":
				t.Errorf("%+v: no score and no reason", row)
			case c != nil && (c.Sign() < 0 || c.Cmp(big.NewRat(1, 1)) > 0):
				t.Errorf("%+v: coverage %s", row, c)
			case c == nil && row.NotApplicable < leaves:
				t.Errorf("%+v: no coverage, and something is applicable", row)
			case row.Item == rubric.Overall && leaves != len(f.Indicators()):
				t.Errorf("%+v: %d leaves of %d", row, leaves, len(f.Indicators()))
			}
		}
	})
}
