package score_test

import (
	"strings"
	"testing"
)

// Counts (rated/not applicable/not observed/missing) and coverage: of a rated
// item, its ratings and whether it has a score; of others, the items below and
// their weighted share.
func TestCountsAndCoverage(t *testing.T) {
	const plain = "stages: [{over: rater, how: mean}, {over: items, how: mean}]"
	const few = "stages: [{over: rater, how: mean}, {over: group, how: mean, min_raters: {peer: 2}}, {over: items, how: mean}]"
	for _, c := range []struct{ name, framework, policy, ratings, want string }{
		{"all rated", deep, plain, "r:a1=1 r:a2=1 r:b1=1 r:b2=1", "a1=1/0/0/0|1 A=2/0/0/0|1 overall=4/0/0/0|1"},
		{"weights count", deep, plain, "r:a1=1 r:b1=1 r:b2=1", "a2=0/0/0/1|0 A=1/0/0/1|1/4 B=2/0/0/0|1 overall=3/0/0/1|5/8"},
		{"not applicable leaves both", deep, plain, "r:a1=1 r:a2=NA r:b1=NA r:b2=NA", "a2=0/1/0/0| A=1/1/0/0|1 B=0/2/0/0| overall=1/3/0/0|1"},
		{"not observed leaves the rated", deep, plain, "r:a1=NO r:a2=3 r:b1=NO r:b2=NO", "A=1/0/1/0|3/4 B=0/0/2/0|0 overall=1/0/3/0|3/8"},
		{"what a form leaves out is missing", deep, plain, "r:a1=1 s:a1=2 s:a2=3", "a1=2/0/0/0|1 a2=1/0/0/1|1 b1=0/0/0/2|0"},
		{"a state without a rating", deep, plain, "r:a1=NA s:a1=NO r:a2=NO s:a2= r:b1=NA s:b1=NA r:b2=NA s:b2=", "A=0/0/1/1|0 B=0/1/0/1|0"},
		{"a suppressed item gives nothing", deep, few, "r.peer:a1=3 r.sup:a2=2", "a1=1/0/0/1|0 A=1/0/0/1|3/4"},
		{"flat over two tiers: the items' weights", deep, "stages: [{over: [Domain, Item], how: mean}]", "r:a2=1 r:b1=1", "A=1/0/0/1|3/4 B=1/0/0/1|1/2 overall=2/0/0/2|2/3"},
		{"without a stage: the framework's weights", deep, "stages: []", "r:a2=1 r:b1=1 r:b2=1", "A=1/0/0/1|3/4 overall=3/0/0/1|7/8"},
		{"an item that weighs nothing does not cover", flat, "stages: [{over: Item, how: mean, weights: {a: 0, '*': 1}}]", "r:a=1 r:b=1 r:c=NA", "overall=2/1/0/1|1/2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := parseFramework(t, "framework.yaml", c.framework)
			p := parsePolicy(t, "policy.yaml", "policy: v1\nid: test\n"+c.policy+"\n")
			result := run(t, f, p, csvOf(t, c.ratings))
			for _, word := range strings.Fields(c.want) {
				item, want, _ := strings.Cut(word, "=")
				row := find(t, result, "Ada", item)
				if got := counts(row) + "|" + row.Coverage.String(); got != want {
					t.Errorf("%s: %s, want %s", item, got, want)
				}
			}
		})
	}
}
