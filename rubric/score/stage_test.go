package score_test

import (
	"strings"
	"testing"
)

// flat is four rated items in one tier, on four levels.
const flat = `
rubric: v1
id: flat
title: Flat
tiers: [Item]
scale: {levels: {1: Low, 2: Fair, 3: Good, 4: Top}}
items: {a: A, b: B, c: C, d: D}
`

// deep is two domains of two items each; the items of the first weigh 1 and 3.
const deep = `
rubric: v1
id: deep
title: Deep
tiers: [Domain, Item]
scale: {levels: {1: Low, 2: Fair, 3: Good, 4: Top}}
items:
  A: {title: A, items: {a1: {text: A1, weight: 1}, a2: {text: A2, weight: 3}}}
  B: {title: B, items: {b1: B1, b2: B2}}
`

// scored is a case: a policy's stages over ratings, and rows that come out.
// Ratings are words of the form rater.group.occasion:item=rating; what a word
// leaves empty has no column.
type scored struct {
	name      string
	framework string
	policy    string // everything below `id`
	ratings   string
	want      string // item=score|band|reason words, in the order of the rows
}

func (c scored) run(t *testing.T) {
	t.Helper()
	f := parseFramework(t, "framework.yaml", c.framework)
	p := parsePolicy(t, "policy.yaml", "policy: v1\nid: test\n"+c.policy)
	var got []string
	wanted := strings.Fields(c.want)
	result := run(t, f, p, csvOf(t, c.ratings))
	for _, word := range wanted {
		item, _, _ := strings.Cut(word, "=")
		row := find(t, result, "Ada", item)
		got = append(got, item+"="+strings.TrimRight(strings.Join([]string{row.Score.String(), strings.ReplaceAll(row.Band, " ", "_"), strings.ReplaceAll(row.Reason, " ", "_")}, "|"), "|"))
	}
	if g := strings.Join(got, " "); g != strings.Join(wanted, " ") {
		t.Errorf("%s\n%s\ngot  %s\nwant %s", c.policy, c.ratings, g, strings.Join(wanted, " "))
	}
}

// csvOf writes the words of a case as a table. The columns are those that the
// first word uses.
func csvOf(t *testing.T, words string) string {
	t.Helper()
	var b strings.Builder
	names := []string{"rater", "group", "occasion"}
	for i, word := range strings.Fields(words) {
		who, what, ok := strings.Cut(word, ":")
		item, rating, ok2 := strings.Cut(what, "=")
		if !ok || !ok2 {
			t.Fatalf("no rating: %q", word)
		}
		fields := strings.Split(who, ".")
		if i == 0 {
			b.WriteString("ratee," + strings.Join(names[:len(fields)], ",") + ",item,rating\n")
		}
		rating = map[string]string{"NA": "N/A", "NO": "Not observed"}[rating] + strings.NewReplacer("NA", "", "NO", "").Replace(rating)
		b.WriteString("Ada," + strings.Join(fields, ",") + "," + item + "," + rating + "\n")
	}
	return b.String()
}

func TestStages(t *testing.T) {
	overItems := func(stage string) string { return "stages: [{over: Item, " + stage + "}]" }
	for _, c := range []scored{
		{"mean", flat, overItems("how: mean"), "r:a=1 r:b=2 r:c=4 r:d=4", "overall=11/4"},
		{"mean skips what is not rated", flat, overItems("how: mean"), "r:a=1 r:b=2 r:c=NO r:d=", "overall=3/2"},
		{"weighted mean", flat, overItems(`how: mean, weights: {a: 0.5, "*": 0.25}`), "r:a=1 r:b=2 r:c=4 r:d=4", "overall=12/5"},
		{"weights are normalised over the rest", flat, overItems(`how: mean, weights: {a: 3, "*": 1}`), "r:a=1 r:b=3", "overall=3/2"},
		{"an item that weighs 0 does not count", flat, overItems(`how: mean, weights: {a: 0, "*": 1}`), "r:a=4 r:b=1", "overall=1"},
		{"only items that weigh 0", flat, overItems(`how: mean, weights: {a: 0, "*": 1}`), "r:a=4", "overall=||no-rated-items"},
		{"sum", flat, overItems("how: sum"), "r:a=1 r:b=2 r:c=4 r:d=4", "overall=11"},
		{"sum never renormalises", flat, overItems("how: sum"), "r:a=1 r:b=2", "overall=3"},
		{"weighted sum", flat, overItems(`how: sum, weights: {a: 2.5, "*": 1}`), "r:a=1 r:b=2", "overall=9/2"},
		{"prorated sum", flat, overItems("how: sum, prorate: true"), "r:a=1 r:b=2 r:c=NA", "overall=9/2"},
		{"min", flat, overItems("how: min"), "r:a=3 r:b=2 r:c=4", "overall=2"},
		{"max", flat, overItems("how: max"), "r:a=3 r:b=2 r:c=4", "overall=4"},
		{"median of three", flat, overItems("how: median"), "r:a=4 r:b=2 r:c=3", "overall=3"},
		{"median of four", flat, overItems("how: median"), "r:a=4 r:b=2 r:c=3 r:d=1", "overall=5/2"},
		{"share", flat, overItems("how: share_at_least, level: Good"), "r:a=3 r:b=2 r:c=4", "overall=2/3"},
		{"weighted share", flat, overItems(`how: share_at_least, level: 3, weights: {a: 2, "*": 1}`), "r:a=3 r:b=2 r:c=2", "overall=1/2"},
		{"share of nothing", flat, overItems("how: share_at_least, level: 3"), "r:a=NO", "overall=||no-rated-items"},
		{"n times", flat, overItems("how: n_times, level: Good, times: 2"), "r:a=3 r:b=1 r:c=4", "overall=7/2"},
		{"fewer than n times", flat, overItems("how: n_times, level: Good, times: 3"), "r:a=3 r:b=1 r:c=2", "overall=||insufficient:1/3"},

		{"need a number", flat, overItems("how: mean, need: 3"), "r:a=3 r:b=1", "overall=||insufficient:2/3"},
		{"need a number, met", flat, overItems("how: mean, need: 2"), "r:a=3 r:b=1", "overall=2"},
		{"need a share", flat, overItems("how: mean, need: 60%"), "r:a=3 r:b=1", "overall=||insufficient:2/4"},
		{"need a share, met exactly", flat, overItems("how: mean, need: 50%"), "r:a=3 r:b=1", "overall=2"},
		{"need a share of the applicable", flat, overItems("how: mean, need: 60%"), "r:a=3 r:b=1 r:c=NA", "overall=2"},
		{"nothing rated comes before need", flat, overItems("how: mean, need: 3"), "r:a=NO", "overall=||no-rated-items"},
		{"nothing applicable comes before need", flat, overItems("how: mean, need: 3"), "r:a=NA r:b=NA r:c=NA r:d=NA", "overall=||all-not-applicable"},

		{"missing counts zero", flat, overItems("how: mean, missing: zero"), "r:a=4 r:b=4 r:c=", "overall=2"},
		{"not observed is never filled", flat, overItems("how: mean, missing: zero"), "r:a=4 r:b=2 r:c=NO r:d=NA", "overall=3"},
		{"missing counts the lowest", flat, overItems("how: mean, missing: lowest"), "r:a=4 r:b=4", "overall=5/2"},
		{"an empty form is not filled", flat, overItems("how: mean, missing: zero"), "r:a=", "overall=||no-rated-items"},

		{"rescaled sum", flat, overItems("how: sum, rescale: [0, 100]"), "r:a=2 r:b=3 r:c=NA r:d=NA", "overall=50"},
		{"rescaled sum of the lowest", flat, overItems("how: sum, rescale: [0, 1]"), "r:a=1 r:b=1 r:c=1 r:d=1", "overall=0"},
		{"rescaled with a missing one", flat, overItems("how: sum, rescale: [0, 1]"), "r:a=4 r:b=4 r:c=4", "overall=2/3"},
		{"rescaled mean", flat, overItems("how: mean, rescale: [100, 500]"), "r:a=3 r:b=2", "overall=300"},
		{"rescaled n times: from the level up", flat, overItems("how: n_times, level: Good, times: 1, rescale: [0, 1]"), "r:a=3 r:b=4", "overall=1/2"},
		{"nothing to rescale", flat, overItems("how: share_at_least, level: Low, rescale: [0, 1]"), "r:a=3", "overall=||no-range"},

		{"framework weights", deep, "stages: [{over: items, how: mean}]", "r:a1=1 r:a2=3 r:b1=2 r:b2=2", "A=5/2 B=2 overall=9/4"},
		{"the policy's weights outrank them", deep, `stages: [{over: Item, how: mean, weights: {"*": 1}}, {over: Domain, how: mean}]`, "r:a1=1 r:a2=3 r:b1=2 r:b2=2", "A=2 overall=2"},
		{"flat over two tiers: weights multiply", deep, "stages: [{over: [Domain, Item], how: mean}]", "r:a1=1 r:a2=3 r:b1=2 r:b2=2", "A=5/2 B=2 overall=7/3"},
		{"flat over all tiers", deep, "stages: [{over: [rater, items], how: mean}]", "r:a1=1 r:a2=3 r:b1=2 r:b2=2 s:a1=4", "a1=5/2 overall=18/7"},
		{"max leaves weights alone", deep, "stages: [{over: items, how: max}]", "r:a1=1 r:a2=3 r:b1=2 r:b2=2", "A=3 B=2 overall=3"},
		{"no stage above the items", deep, "stages: [{over: Item, how: mean}]", "r:a1=1 r:a2=3 r:b1=2 r:b2=2", "A=5/2 overall=||no-stage"},
		{"no stages: the default's", deep, "bands: {Low: 1, High: 3}", "r:a1=1 r:a2=3 r:b1=2 r:b2=4", "A=5/2|Low B=3|High overall=11/4|Low"},
		{"domains before raters", deep, "stages: [{over: Item, how: max}, {over: rater, how: mean}, {over: Domain, how: mean}]", "r:a1=1 r:a2=3 s:a1=4 s:a2=1 r:b1=2 s:b1=2", "a1=5/2 a2=2 A=7/2 overall=11/4"},

		{"raters", flat, "stages: [{over: rater, how: mean}, {over: Item, how: mean}]", "r:a=1 s:a=2 t:a=2 r:b=4", "a=5/3 b=4 overall=17/6"},
		{"raters of whom too few rated", flat, "stages: [{over: rater, how: mean, need: 2}, {over: Item, how: mean}]", "r:a=1 s:a=2 r:b=4 s:b=NO", "a=3/2 b=||insufficient:1/2 overall=3/2"},
		{"median of raters", flat, "stages: [{over: rater, how: median}, {over: Item, how: mean}]", "r:a=1 s:a=2 t:a=4", "a=2"},
		{"groups without a column", flat, "stages: [{over: rater, how: mean}, {over: group, how: share_at_least, level: 3}, {over: Item, how: mean}]", "r:a=1 s:a=3", "a=2"},
	} {
		t.Run(c.name, c.run)
	}
}

func TestStagesOverOccasions(t *testing.T) {
	stages := func(stage string) string {
		return "stages: [{over: occasion, " + stage + "}, {over: rater, how: mean}, {over: Item, how: mean}]"
	}
	for _, c := range []scored{
		{"latest date", flat, stages("how: latest"), "r.g.2026-02-01:a=2 r.g.2025-10-01:a=4", "a=2"},
		{"latest rated", flat, stages("how: latest"), "r.g.2026-02-01:a=NO r.g.2025-10-01:a=4", "a=4"},
		{"latest number, not text", flat, stages("how: latest"), "r.g.9:a=2 r.g.10:a=4", "a=4"},
		{"latest month", flat, stages("how: latest"), "r.g.2025-10:a=2 r.g.2025-09:a=4", "a=2"},
		{"order of words", flat, stages("how: latest, order: [Fall, Spring]"), "r.g.Spring:a=2 r.g.Fall:a=4", "a=2"},
		{"one word needs no order", flat, stages("how: latest"), "r.g.Spring:a=2 s.g.Spring:a=4", "a=3"},
		{"latest for each rater", flat, stages("how: latest"), "r.g.1:a=2 r.g.2:a=3 s.g.1:a=4", "a=7/2"},
		{"one occasion in two spellings, neither rated", flat, "stages: [{over: occasion, how: latest}, {over: rater, how: mean}, {over: Item, how: mean, missing: zero}]", "r.g.1:a=NO r.g.01:a= r.g.01:b=4", "overall=1"},
		{"one occasion in two spellings", flat, stages("how: latest"), "r.g.1:a=2 r.g.02:a=3 r.g.2:a=3", "a=3"},
		{"weighted latest", flat, stages("how: latest_weighted, latest: 0.65"), "r.g.1:a=1 r.g.2:a=3 r.g.3:a=4", "a=33/10"},
		{"weighted latest alone", flat, stages("how: latest_weighted, latest: 0.65"), "r.g.1:a=3", "a=3"},
		{"mean with weights", flat, stages("how: mean, weights: {Fall: 1, spring: 3}"), "r.g.Fall:a=1 r.g.Spring:a=3", "a=5/2"},
		{"highest", flat, stages("how: max"), "r.g.1:a=3 r.g.2:a=2", "a=3"},
		{"n times over occasions", flat, stages("how: n_times, level: Good, times: 2"), "r.g.1:a=3 r.g.2:a=2 r.g.3:a=4", "a=7/2"},
	} {
		t.Run(c.name, c.run)
	}
}

func TestStagesOverGroups(t *testing.T) {
	stages := func(stage string) string {
		return "stages: [{over: rater, how: mean}, {over: group, " + stage + "}, {over: Item, how: mean}]"
	}
	self := stages(`how: mean, weights: {self: 0, "*": 1}`)
	few := stages(`how: mean, weights: {self: 0, "*": 1}, min_raters: {peer: 2}`)
	for _, c := range []scored{
		{"groups weigh alike, however many raters", flat, self, "r.sup:a=1 s.peer:a=4 t.peer:a=3", "a=9/4"},
		{"self weighs 0", flat, self, "r.sup:a=1 me.self:a=4", "a=1 overall=1"},
		{"Self is self", flat, self, "r.sup:a=1 me.Self:a=4", "a=1"},
		{"self alone", flat, self, "me.self:a=4 me.self:b=2", "a=4||only-self b=2||only-self c=||no-rated-items;_only-self overall=3||only-self"},
		{"self beside others who rated one item", flat, self, "me.self:a=4 me.self:b=2 r.sup:b=1", "a=||no-rated-items b=1 overall=1"},
		{"self beside others who rated nothing", flat, self, "me.self:a=4 r.sup:a=NO", "a=4||only-self"},
		{"a group too small", flat, few, "r.sup:a=1 s.peer:a=4", "a=1||suppressed:n=1<2 overall=1"},
		{"a group large enough", flat, few, "r.sup:a=1 s.peer:a=4 t.peer:a=4", "a=5/2"},
		{"too small for one item", flat, few, "s.peer:a=4 t.peer:a=4 s.peer:b=2 t.peer:b=NO", "a=4 b=||suppressed:n=1<2 overall=4"},
		{"self beside a suppressed group", flat, few, "me.self:a=4 s.peer:a=3", "a=||suppressed:n=1<2 overall=||no-rated-items"},
		{"at least two groups", flat, stages("how: mean, need: 2"), "r.sup:a=1 s.peer:a=4 r.sup:b=3", "a=5/2 b=||insufficient:1/2"},
		{"pooled raters, without self", flat, `stages: [{over: [rater, group], how: mean, weights: {self: 0, "*": 1}}, {over: Item, how: mean}]`, "r.sup:a=1 s.peer:a=4 t.peer:a=3 me.self:a=4", "a=8/3"},
	} {
		t.Run(c.name, c.run)
	}
}
