package score_test

import "testing"

func TestRules(t *testing.T) {
	bands := "bands: {Low: 1, Mid: 2, High: 3}\nstages: [{over: items, how: mean}]\nrules:\n"
	levels := "bands: levels\nstages: [{over: items, how: mean}]\nrules:\n"
	for _, c := range []scored{
		{"bands are half-open", deep, bands + "  []", "r:a1=2 r:a2=2 r:b1=4 r:b2=4", "A=2|Mid B=4|High overall=3|High"},
		{"below the first band there is none", flat, "bands: {Mid: 2, High: 3}\nstages: [{over: Item, how: mean}]", "r:a=1 r:b=2", "a=1 b=2|Mid overall=3/2"},
		{"the scale's levels as bands", flat, "bands: levels\nstages: [{over: Item, how: mean}]", "r:a=1 r:b=4", "a=1|Low b=4|Top overall=5/2|Fair"},
		{"cap", deep, bands + "  - {cap: Low, when: {some: Domain, below: Mid}}", "r:a1=1 r:a2=1 r:b1=4 r:b2=4", "A=1|Low overall=5/2|Low"},
		{"cap that does not hold", deep, bands + "  - {cap: Low, when: {some: Domain, below: Mid}}", "r:a1=2 r:a2=2 r:b1=4 r:b2=4", "overall=3|High"},
		{"a cap never raises", deep, bands + "  - {cap: High, when: {some: Domain, below: Mid}}", "r:a1=1 r:a2=1 r:b1=1 r:b2=4", "overall=7/4|Low"},
		{"floor", deep, bands + "  - {floor: High, when: {item: B, at_least: High}}", "r:a1=1 r:a2=1 r:b1=4 r:b2=4", "overall=5/2|High"},
		{"floor below the first band", flat, "bands: {Mid: 2, High: 3}\nstages: [{over: Item, how: mean}]\nrules:\n  - {floor: Mid, when: {item: b, at_least: Mid}}", "r:a=1 r:b=2", "overall=3/2|Mid"},
		{"decide comes first, then caps and floors as written", deep, bands + "  - {cap: Mid, when: {item: A, below: Mid}}\n  - {decide: High, when: {item: B, at_least: High}}\n  - {floor: High, when: {item: a1, below: Mid}}", "r:a1=1 r:a2=1 r:b1=4 r:b2=4", "overall=5/2|High"},
		{"the first that decides", deep, bands + "  - {decide: Mid, when: {item: B, at_least: High}}\n  - {decide: Low, when: {item: A, at_least: Low}}", "r:a1=1 r:a2=1 r:b1=4 r:b2=4", "overall=5/2|Mid"},
		{"no rule decides: the band of the score", deep, bands + "  - {decide: High, when: {item: A, at_least: High}}", "r:a1=1 r:a2=1 r:b1=4 r:b2=4", "overall=5/2|Mid"},
		{"at least and below together", deep, bands + "  - {decide: Low, when: {item: B, at_least: Mid, below: High}}", "r:a1=4 r:a2=4 r:b1=2 r:b2=3", "overall=13/4|Low"},
		{"a list of codes", deep, bands + "  - {decide: Low, when: {every: [a1, b1], at_least: High}}", "r:a1=3 r:a2=4 r:b1=3 r:b2=4", "overall=29/8|Low"},
		{"a share of codes", flat, "bands: [No, Yes]\nstages: []\nrules:\n  - {decide: Yes, when: {share: 60%, of: Item, at_least: Good}}\n  - {decide: No, when: {not: {share: 60%, of: Item, at_least: Good}}}", "r:a=3 r:b=3 r:c=1 r:d=NA", "overall=|Yes|no-stage"},
		{"a share that is not reached", flat, "bands: [No, Yes]\nstages: []\nrules:\n  - {decide: Yes, when: {share: 60%, of: Item, at_least: Good}}\n  - {decide: No, when: {not: {share: 60%, of: Item, at_least: Good}}}", "r:a=3 r:b=3 r:c=1 r:d=1", "overall=|No|no-stage"},
		{"any", deep, bands + "  - {decide: Low, when: {any: [{item: A, at_least: High}, {item: B, at_least: High}]}}", "r:a1=1 r:a2=1 r:b1=4 r:b2=4", "overall=5/2|Low"},
		{"a tier's verdict, and the one above sees it", deep, bands + "  - {on: Domain, cap: Low, when: {some: Item, below: Mid}}\n  - {cap: Mid, when: {item: A, below: Mid}}", "r:a1=1 r:a2=4 r:b1=4 r:b2=4", "A=13/4|Low B=4|High overall=29/8|Mid"},
		{"a rule of a tier for the one item that has its codes", deep, bands + "  - {on: Domain, cap: Low, when: {item: a1, below: Mid}}", "r:a1=1 r:a2=4 r:b1=1 r:b2=4", "A=13/4|Low B=5/2|Mid"},
		{"a level by its code where levels are the bands", flat, levels + "  - {cap: '2', when: {item: a, below: Good}}", "r:a=1 r:b=4 r:c=4 r:d=4", "overall=13/4|Fair"},
		{"a level where there are no bands for items", flat, "bands: {Failed: 0, Passed: 10}\nstages: [{over: Item, how: sum}]\nrules:\n  - {cap: Failed, when: {some: Item, below: Fair}}", "r:a=1 r:b=4 r:c=4 r:d=4", "a=1 overall=13|Failed"},
		{"unknown, and it could matter", deep, bands + "  - {cap: Low, when: {some: Domain, below: Mid}}", "r:a1=NO r:a2=NO r:b1=4 r:b2=4", "A=||no-rated-items overall=4||undecided"},
		{"unknown, and the verdict is the same either way", deep, bands + "  - {cap: Mid, when: {some: Domain, below: Mid}}", "r:a1=NO r:a2=NO r:b1=2 r:b2=2", "overall=2|Mid"},
		{"not applicable is left out", deep, bands + "  - {cap: Low, when: {some: Domain, below: Mid}}", "r:a1=NA r:a2=NA r:b1=4 r:b2=4", "A=||all-not-applicable overall=4|High"},
		{"nothing left is unknown", deep, bands + "  - {cap: Low, when: {item: A, below: Mid}}", "r:a1=NA r:a2=NA r:b1=4 r:b2=4", "overall=4||undecided"},
		{"an empty form never passes an every", deep, bands + "  - {decide: High, when: {every: Item, at_least: Mid}}", "r:a1=", "overall=||no-rated-items;_undecided"},
		{"no score stays without a band under a cap", deep, bands + "  - {cap: Low, when: {item: A, below: Mid}}", "r:a1=", "overall=||no-rated-items"},
		{"nor does a floor give one", deep, "bands: {Low: 1, High: 3}\nstages: [{over: Item, how: mean}, {over: Domain, how: mean, need: 2}]\nrules:\n  - {floor: High, when: {item: A, at_least: High}}", "r:a1=3 r:a2=4", "overall=||insufficient:1/2"},
		{"a tier without a stage that is not applicable is left out", deep, "bands: {Low: 1, High: 3}\nstages: []\nrules:\n  - {on: Domain, decide: High, when: {some: Item, at_least: High}}\n  - {decide: High, when: {every: Domain, at_least: High}}", "r:a1=4 r:a2=1 r:b1=NA r:b2=NA", "A=|High|no-stage B=||undecided overall=|High|no-stage"},
		{"rounding before bands", flat, "bands: {Low: 1, High: 2.5}\nround: {places: 0, when: before_bands}\nstages: [{over: Item, how: mean}]\nrules:\n  - {floor: High, when: {item: b, at_least: High}}", "r:a=3 r:b=2 r:c=2 r:d=3", "overall=5/2|High"},
	} {
		t.Run(c.name, c.run)
	}
}
