package score_test

import (
	"fmt"
	"strings"
	"testing"
)

// listed makes a framework of one tier: codes over a scale of levels.
func listed(tier, levels, codes string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "rubric: v1\nid: test\ntitle: Test\ntiers: [%s]\nscale: {levels: %s}\nitems:\n", tier, levels)
	for _, code := range strings.Fields(codes) {
		fmt.Fprintf(&b, "  %s: The item %s\n", code, code)
	}
	return b.String()
}

// The scoring rules of real systems: what a policy file must be able to say.
func TestRealSystems(t *testing.T) {
	four := "{1: L1, 2: L2, 3: L3, 4: L4}"
	pennsylvania := listed("Factor", "{0: Failing, 1: Needs Improvement, 2: Proficient, 3: Distinguished}", "p1 p2 p3 p4")
	sixStandards := listed("Standard", "{1: Ineffective, 2: Developing, 3: Accomplished, 4: Exemplary}", "s1 s2 s3 s4 s5 s6")
	sixRules := `bands: [Ineffective, Developing, Accomplished, Exemplary]
stages: []
rules:
  - {decide: Ineffective, when: {count: 2, of: Standard, below: Developing}}
  - {decide: Exemplary, when: {all: [{count: 4, of: Standard, at_least: Exemplary}, {none: Standard, below: Accomplished}]}}
  - {decide: Accomplished, when: {count: 4, of: Standard, at_least: Accomplished}}
  - {decide: Developing, when: {not: {count: 2, of: Standard, below: Developing}}}`
	carolina := listed("Standard", "{1: Developing, 2: Proficient, 3: Accomplished, 4: Distinguished}", "s1 s2 s3")
	carolinaRules := `bands: [Needs Improvement, Effective, Highly Effective]
stages: []
rules:
  - {decide: Highly Effective, when: {every: Standard, at_least: Accomplished}}
  - {decide: Effective, when: {every: Standard, at_least: Proficient}}
  - {decide: Needs Improvement, when: {some: Standard, below: Proficient}}`
	canvas := listed("Outcome", four, "o")
	for _, c := range []scored{
		{
			"Pennsylvania: truncate to 3 places, then round to 2", pennsylvania,
			`stages: [{over: Factor, how: mean, weights: {p1: 30, p2: 30, p3: 20, p4: 20}, weights_total: 100, weights_range: [10, 30]}]
bands: {Failing: 0, Needs Improvement: 0.5, Proficient: 1.5, Distinguished: 2.5}
round: {steps: [{places: 3, mode: truncate}, {places: 2, mode: half_up}], when: before_bands}`,
			"r:p1=1 r:p2=2 r:p3=1 r:p4=2", "overall=3/2|Proficient",
		},
		{
			"Prince George's: a sum, whose cuts are not for its parts", listed("Domain", four, "a b c"),
			`stages: [{over: Domain, how: sum, weights: {a: 5, b: 5, c: 2.5}}]
bands: {Ineffective: 12.5, Effective: 32.5, Highly Effective: 42.5}`,
			"r:a=4 r:b=3 r:c=1", "a=4 overall=75/2|Effective",
		},
		{
			"Tennessee: parts scaled to 100–500", listed("Part", "{1: L1, 2: L2, 3: L3, 4: L4, 5: L5}", "observation growth achievement"),
			`stages: [{over: Part, how: mean, weights: {observation: 50, growth: 35, achievement: 15}, weights_total: 100, rescale: [100, 500]}]
bands: {Level 1: 100, Level 2: 200, Level 3: 275, Level 4: 350, Level 5: 425}`,
			"r:observation=4 r:growth=3 r:achievement=5", "growth=3 overall=380|Level_4",
		},
		{"six standards: exemplary", sixStandards, sixRules, "r:s1=4 r:s2=4 r:s3=4 r:s4=4 r:s5=3 r:s6=3", "overall=|Exemplary|no-stage"},
		{"six standards: one below accomplished", sixStandards, sixRules, "r:s1=4 r:s2=4 r:s3=4 r:s4=4 r:s5=3 r:s6=2", "overall=|Accomplished|no-stage"},
		{"six standards: two ineffective outrank the rest", sixStandards, sixRules, "r:s1=4 r:s2=4 r:s3=4 r:s4=4 r:s5=1 r:s6=1", "overall=|Ineffective|no-stage"},
		{"six standards: developing", sixStandards, sixRules, "r:s1=2 r:s2=2 r:s3=4 r:s4=2 r:s5=1 r:s6=2", "overall=|Developing|no-stage"},
		{"six standards: an unrated one decides", sixStandards, sixRules, "r:s1=4 r:s2=4 r:s3=4 r:s4=4 r:s5=3", "overall=||undecided"},
		{"six standards: an unrated one cannot matter", sixStandards, sixRules, "r:s1=3 r:s2=3 r:s3=3 r:s4=3 r:s5=2", "overall=|Accomplished|no-stage"},
		{"six standards: a standard that does not apply", sixStandards, sixRules, "r:s1=4 r:s2=4 r:s3=4 r:s4=4 r:s5=3 r:s6=NA", "overall=|Exemplary|no-stage"},
		{"six standards: an empty form", sixStandards, sixRules, "r:s1=", "overall=||undecided"},
		{"North Carolina: all accomplished", carolina, carolinaRules, "r:s1=3 r:s2=4 r:s3=3", "overall=|Highly_Effective|no-stage"},
		{"North Carolina: all proficient", carolina, carolinaRules, "r:s1=2 r:s2=4 r:s3=3", "overall=|Effective|no-stage"},
		{"North Carolina: one developing", carolina, carolinaRules, "r:s1=2 r:s2=4 r:s3=1", "overall=|Needs_Improvement|no-stage"},
		{"North Carolina: one unrated, one developing", carolina, carolinaRules, "r:s1=NO r:s2=4 r:s3=1", "overall=|Needs_Improvement|no-stage"},
		{"North Carolina: one unrated", carolina, carolinaRules, "r:s1=NO r:s2=4 r:s3=4", "overall=||undecided"},
		{"Moodle", flat, "stages: [{over: Item, how: sum, rescale: [0, 100]}]", "r:a=2 r:b=3 r:c=NA r:d=NA", "overall=50"},
		{"Canvas: highest", canvas, "stages: [{over: occasion, how: max}]", "r.g.1:o=2 r.g.2:o=3 r.g.3:o=1", "o=3"},
		{"Canvas: weighted latest", canvas, "stages: [{over: occasion, how: latest_weighted, latest: 0.65}]", "r.g.1:o=2 r.g.2:o=4 r.g.3:o=1", "o=17/10"},
		{"Canvas: mastery three times", canvas, "stages: [{over: occasion, how: n_times, level: L3, times: 3}]", "r.g.1:o=3 r.g.2:o=4 r.g.3:o=1", "o=||insufficient:2/3"},
	} {
		t.Run(c.name, c.run)
	}
}
