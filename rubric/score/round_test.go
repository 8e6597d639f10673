package score_test

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/exact"
	"rubrickit/rubric/score"
)

func rat(t *testing.T, text string) exact.Number {
	t.Helper()
	x, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("no number: %q", text)
	}
	return exact.FromRat(x)
}

// roundingOf is the rounding of a policy that says only this.
func roundingOf(t *testing.T, round string) score.Rounding {
	t.Helper()
	f := parseFramework(t, "framework.yaml", flat)
	p := parsePolicy(t, "policy.yaml", "policy: v1\nid: test\nround: "+round+"\n")
	return run(t, f, p, "ratee,rater,item,rating\nAda,r,a,1\n").Display
}

func TestRounding(t *testing.T) {
	for _, c := range []struct{ round, cases string }{
		{"{places: 2, mode: half_up}", "211/72=2.93 5/2=2.50 499/200=2.50 0.004=0.00 0.005=0.01 -0.005=-0.01 -0.004=0.00 4=4.00"},
		{"{places: 0, mode: half_up}", "5/2=3 3/2=2 -5/2=-3 2.49=2"},
		{"{places: 0, mode: half_even}", "5/2=2 3/2=2 7/2=4 -5/2=-2 2.51=3"},
		{"{places: 1, mode: ceil}", "2.01=2.1 2=2.0 -2.01=-2.0"},
		{"{places: 1, mode: floor}", "2.09=2.0 -2.01=-2.1"},
		{"{places: 1, mode: truncate}", "2.09=2.0 -2.09=-2.0"},
		{"{steps: [{places: 3, mode: truncate}, {places: 2, mode: half_up}]}", "2.4949=2.49 2.4951=2.50 2.3449999=2.34"},
		{"{steps: [{places: 1, mode: half_up}, {places: 0, mode: half_up}]}", "2.45=3"},
		{"{when: before_bands}", "2.345=2.35"},
	} {
		display := roundingOf(t, c.round)
		for _, word := range strings.Fields(c.cases) {
			x, want, _ := strings.Cut(word, "=")
			if got := display.Show(rat(t, x)); got != want {
				t.Errorf("%s: %s is shown as %s, want %s", c.round, x, got, want)
			}
		}
	}
}

// A rounded number is the nearest of its places in the direction of the mode,
// and rounding it again changes nothing.
func TestRoundingIsNearest(t *testing.T) {
	unit := big.NewRat(1, 10)
	nearest := func(x, r *big.Rat) bool {
		d := distance(x, r)
		return d.Add(d, d).Cmp(unit) <= 0
	}
	near := func(x, r *big.Rat) bool { return distance(x, r).Cmp(unit) < 0 }
	modes := map[string]func(x, rounded *big.Rat) bool{
		"half_up":   nearest,
		"half_even": nearest,
		"ceil":      func(x, r *big.Rat) bool { return r.Cmp(x) >= 0 && near(x, r) },
		"floor":     func(x, r *big.Rat) bool { return r.Cmp(x) <= 0 && near(x, r) },
		"truncate":  func(x, r *big.Rat) bool { return new(big.Rat).Abs(r).Cmp(new(big.Rat).Abs(x)) <= 0 && near(x, r) },
	}
	for mode, holds := range modes {
		display := roundingOf(t, "{places: 1, mode: "+mode+"}")
		rapid.Check(t, func(t *rapid.T) {
			x := big.NewRat(rapid.Int64Range(-10000, 10000).Draw(t, "numerator"), rapid.Int64Range(1, 400).Draw(t, "denominator"))
			rounded := display.Round(exact.FromRat(x)).Rat()
			if !holds(x, rounded) {
				t.Errorf("%s: %s → %s", mode, x, rounded)
			}
			if again := display.Round(exact.FromRat(rounded)).Rat(); again.Cmp(rounded) != 0 {
				t.Errorf("%s: %s → %s → %s", mode, x, rounded, again)
			}
		})
	}
}

func distance(x, y *big.Rat) *big.Rat {
	d := new(big.Rat).Sub(x, y)
	return d.Abs(d)
}

// When a rounding applies: to what is shown, to what bands see, or to every
// stage and with it to everything above.
func TestWhenToRound(t *testing.T) {
	const ratings = "r:a=1 r:b=2 r:c=2" // 5/3
	stages := "\nstages: [{over: Item, how: mean}]\nbands: {Low: 1, High: 1.7}\nround: {places: 1, when: "
	for _, c := range []scored{
		{"display", flat, stages + "display}", ratings, "overall=5/3|Low"},
		{"before bands", flat, stages + "before_bands}", ratings, "overall=5/3|High"},
		{"each stage", flat, stages + "each_stage}", ratings, "overall=17/10|High"},
		{
			"each stage: rounded too soon", deep, "stages: [{over: items, how: mean}]\nround: {places: 0, when: each_stage}",
			"r:a1=2 r:a2=2 r:b1=2 r:b2=3", "B=3 overall=3",
		},
	} {
		t.Run(c.name, c.run)
	}
}

// Where what is shown would be in another band, a note says so; and where a
// rule makes the band.
func TestNotes(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	rounded := parsePolicy(t, "p.yaml", "policy: v1\nid: p\nstages: [{over: Item, how: mean}]\nbands: {Low: 1, High: 1.7}\nround: {places: 1}\n")
	ruled := parsePolicy(t, "p.yaml", "policy: v1\nid: p\nstages: [{over: Item, how: mean}]\nbands: {Low: 1, High: 1.6}\nrules:\n  - {cap: Low, when: {item: a, below: High}}\n")
	const ratings = "ratee,rater,item,rating\nAda,r,a,1\nAda,r,b,2\nAda,r,c,2\n"
	for _, c := range []struct {
		name   string
		policy *score.Policy
		want   []score.Note
	}{
		{"shown in another band", rounded, []score.Note{{"Ada", "overall", "the score is shown rounded; Low is the band of 5/3"}}},
		{"with places enough it is not", rounded.WithPlaces(2), nil},
		{"a rule", ruled, []score.Note{{"Ada", "overall", "the score alone is High; the rule at p.yaml:6:5 makes it Low"}}},
	} {
		got := run(t, f, c.policy, ratings).Notes
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("%s: notes %v, want %v", c.name, got, c.want)
		}
	}
}
