package score_test

import (
	"math/big"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/score"
)

func compute(t rapid.TB, f *rubric.Framework, p *score.Policy, ratings []rubric.Rating) *score.Result {
	t.Helper()
	book := rubric.BookOf(f, ratings)
	book.HasRater, book.HasGroup, book.HasOccasion = true, true, true
	out, err := score.Compute(f, p, book)
	if err != nil {
		t.Fatal(err)
	}
	return out
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
		shuffled := slices.Clone(r)
		rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed"))).Shuffle(len(shuffled), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		if got := text(compute(t, f, p, shuffled)); got != want {
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
		renamed := slices.Clone(r)
		for i := range renamed {
			renamed[i].Ratee = "x " + renamed[i].Ratee
		}
		if got, want := strings.ReplaceAll(text(compute(t, f, p, renamed)), "x ", ""), text(all); got != want {
			t.Errorf("renamed:\n%s\nwas:\n%s", got, want)
		}
		alone := slices.DeleteFunc(slices.Clone(r), func(v rubric.Rating) bool { return v.Ratee != "Ada" })
		if len(alone) > 0 {
			if got, want := text(compute(t, f, p, alone)), textOf(all, func(ratee string) bool { return ratee == "Ada" }); got != want {
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
		if len(r) == 0 {
			t.Skip("nobody is rated")
		}
		more := slices.Clone(r)
		for _, it := range f.Indicators() {
			more = append(more, rubric.Rating{Ratee: r[0].Ratee, Item: it, Rater: "new", Group: "peer", Occasion: "999", State: rubric.Missing})
		}
		before, after := compute(t, f, score.DefaultPolicy(), r), compute(t, f, score.DefaultPolicy(), more)
		rest := slices.Collect(after.Rows())
		for row := range before.Rows() {
			now := rest[0]
			rest = rest[1:]
			rated := f.Item(row.Item) != nil && f.Item(row.Item).IsRated()
			if row.Score.String() != now.Score.String() || row.Band != now.Band || rated && row.Rated != now.Rated {
				t.Errorf("%s, %s: %s, now %s", row.Ratee, row.Item, row.Score.String(), now.Score.String())
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
		for row := range out.Rows() {
			leaves := row.Rated + row.NotApplicable + row.NotObserved + row.Missing
			switch c := row.Coverage; {
			case row.Score.IsNone() && row.Reason == "":
				t.Errorf("%+v: no score and no reason", row)
			case c.Sign() < 0 || c.Cmp(exact.Int(1)) > 0:
				t.Errorf("%+v: coverage %s", row, c)
			case c.IsNone() && row.NotApplicable < leaves && !weightless(f):
				t.Errorf("%+v: no coverage, and something is applicable", row)
			case row.Item == rubric.Overall && leaves != len(f.Indicators()):
				t.Errorf("%+v: %d leaves of %d", row, leaves, len(f.Indicators()))
			}
		}
	})
}

// weightless reports whether anything weighs nothing.
func weightless(f *rubric.Framework) bool {
	for it := range f.All() {
		if it.WeightOr1().Sign() == 0 {
			return true
		}
	}
	return false
}
