package score_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/score"
)

// findingsOf are the findings of a policy, alone and on the worked framework,
// one line each.
func findingsOf(t *testing.T, policy string) []string {
	t.Helper()
	p, findings := score.ParsePolicy("p.yaml", []byte(policy))
	if p != nil {
		findings = append(findings, p.Check(loadFramework(t, workedFramework))...)
	}
	var out []string
	for _, d := range findings.Sorted() {
		out = append(out, fmt.Sprintf("%d:%d %s", d.Start.Line, d.Start.Column, d.Code))
	}
	return out
}

// Every problem of a policy is reported at once, in its place, and once. The
// cases leave out `policy` and `id`, which stand in lines 1 and 2.
func TestPolicyFindings(t *testing.T) {
	for _, c := range []struct{ policy, want string }{
		{"stages:\n  - {over: occasion, how: latest}", ""},
		{"x-source: a remark for other programs", ""},
		{"title: T\nsource: {title: Handbook, url: u, retrieved: 2026-11-21, rights: none stated, note: N, x-page: 3}", ""},
		{"titel: T", "3:1 unknown-key"},
		{"title: T # and more", "3:10 text-cut"},
		{"source: Handbook", "3:9 wrong-type"},
		{"source: {}", "3:9 empty-value"},
		{"source: {name: Handbook}", "3:10 unknown-key"},
		{"stages: mean", "3:9 wrong-type"},
		{"stages: [{over: rater}]", "3:10 missing-key"},
		{"stages: [{how: mean}]", "3:10 missing-key"},
		{"stages: [{over: rater, how: average}]", "3:29 policy-word"},
		{"stages: [{over: rater, how: mean, wieghts: {}}]", "3:35 unknown-key"},
		{"stages: [{over: [], how: mean}]", "3:17 empty-value"},
		{"stages: [{over: [rater, rater], how: mean}]", "3:25 duplicate-key"},
		{"stages: [{over: rater, how: mean}, {over: rater, how: max}]", "3:43 stage-twice"},
		{"stages: [{over: items, how: mean}, {over: Domain, how: max}]", "3:36 stage-twice"},
		{"stages: [{over: items, how: mean}, {over: [rater, items], how: max}]", "3:51 stage-twice"},
		{"stages: [{over: Domain, how: mean}]", "3:10 stage-order"},
		{"stages: [{over: [Domain], how: mean}, {over: Indicator, how: mean}]", "3:10 stage-order"},
		{"stages: [{over: group, how: mean, min_raters: {peer: 3}}]", "3:47 stage-order"},
		{"stages: [{over: rater, how: mean, min_raters: {peer: 3}}]", "3:47 stage-parameter"},
		{"stages: [{over: indicator, how: mean}]", "3:17 unknown-dimension"},
		{"stages: [{over: Indicators, how: mean}, {over: Domain, how: mean, weights: {'3': 1, '*': 1}}]", "3:17 unknown-dimension 3:77 unknown-weight"},
		{"stages: [{over: Indicator, how: avg}, {over: [rater, Domain], how: mean, weights: {'*': 1}}]", "3:33 policy-word"},
		{"stages: [{over: tier-2, how: mean}]", "3:17 unknown-dimension"},
		{"stages: [{over: rater, how: median, weights: {a: 1}}]", "3:46 stage-parameter"},
		{"stages: [{over: Indicator, how: mean, weights: {'1.1': 1}}]", "3:48 unlisted-weight"},
		{"stages: [{over: Indicator, how: mean, weights: {'1.9': 1, '*': 1}}]", "3:49 unknown-weight"},
		{"stages: [{over: Indicator, how: mean, weights: {'1': 1, '*': 1}}]", "3:49 unknown-weight"},
		{"stages: [{over: items, how: mean, weights: {'1': 1, '1.1': 2, '*': 1}}]", ""},
		{"stages: [{over: items, how: mean, weights: {overall: 1, '*': 1}}]", "3:45 unknown-weight"},
		{"stages: [{over: items, how: mean, weights: {'1': 1}}]", "3:44 unlisted-weight"},
		{"stages: [{over: Indicator, how: mean, weights: {'1.1': -1, '*': x}}]", "3:56 policy-number 3:65 policy-number"},
		{"stages: [{over: Indicator, how: mean, weights: {'1.1': 1, '1.1': 2, '*': 1}}]", "3:59 duplicate-key"},
		{"stages: [{over: Indicator, how: mean, weights: {}}]", "3:48 empty-value"},
		{"stages: [{over: Indicator, how: mean, weights_total: 4}]", "3:54 weights-total 3:54 weights-total"},
		{"stages: [{over: group, how: mean, weights: {a: 1, b: 2}, weights_total: 4}]", "3:73 weights-total"},
		{"stages: [{over: group, how: mean, weights: {a: 1, '*': 2}, weights_total: 4}]", "3:75 stage-parameter"},
		{"stages: [{over: group, how: mean, weights: {a: 1, b: 5}, weights_range: [0, 4]}]", "3:51 weights-range"},
		{"stages: [{over: Indicator, how: mean, weights: {'1.1': 9, '*': 1}, weights_range: [0, 4]}]", "3:49 weights-range"},
		{"stages: [{over: Indicator, how: mean, weights_range: [2, 4]}]", "3:54 weights-range"},
		{"stages: [{over: Indicator, how: mean, weights_range: [4, 2]}]", "3:54 policy-number"},
		{"stages: [{over: Indicator, how: mean, weights_range: []}]", "3:54 policy-number"},
		{"stages: [{over: Indicator, how: mean, rescale: []}]", "3:48 policy-number"},
		{"stages: [{over: Indicator, how: mean, weights: {<<: {a: 1}}}]", "3:49 anchor"},
		{"stages: [{over: rater, how: mean, need: 0}]", "3:41 policy-number"},
		{"stages: [{over: rater, how: mean, need: 101%}]", "3:41 policy-number"},
		{"stages: [{over: rater, how: mean, missing: drop}]", "3:44 policy-word"},
		{"stages: [{over: occasion, how: latest, missing: skip}]", ""},
		{"stages: [{over: occasion, how: latest, missing: zero}]", "3:49 stage-parameter"},
		{"stages: [{over: rater, how: latest}]", "3:29 stage-parameter"},
		{"stages: [{over: occasion, how: latest_weighted}]", "3:32 stage-parameter"},
		{"stages: [{over: occasion, how: latest_weighted, latest: 1.5}]", "3:57 policy-number"},
		{"stages: [{over: rater, how: n_times, level: Good, times: 2}]", "3:45 policy-level"},
		{"stages: [{over: rater, how: n_times}]", "3:29 stage-parameter 3:29 stage-parameter"},
		{"bands: {Low: 2, High: 1}", "3:23 band-cuts"},
		{"bands: {Low: 2, High: 2}", "3:23 band-cuts"},
		{"bands: {Low: 2, Low: 3}", "3:17 duplicate-key"},
		{"bands: level", "3:8 policy-word"},
		{"bands: {}", "3:8 empty-value"},
		{"rules: [{cap: Low, when: {item: '1', below: Low}}]", "3:15 unknown-band 3:45 policy-level"},
		{"bands: [Low]\nrules: [{cap: Low}]", "4:9 missing-key"},
		{"bands: [Low]\nrules: [{when: {item: '1', below: Low}}]", "4:9 rule-shape"},
		{"bands: {Low: 1}\nrules: [{cap: Low, floor: Low, when: {item: '1', below: Low}}]", "4:9 rule-shape"},
		{"bands: {Low: 1}\nrules: [{cap: Low, when: {item: '1'}}]", "4:26 rule-shape"},
		{"bands: {Low: 1}\nrules: [{cap: Low, when: {item: '1', every: Domain, below: Low}}]", "4:26 rule-shape"},
		{"bands: {Low: 1}\nrules: [{cap: Low, when: {item: '1', of: Domain, below: Low}}]", "4:38 rule-shape"},
		{"bands: {Low: 1}\nrules: [{cap: Low, when: {count: 2, below: Low}}]", "4:26 rule-shape"},
		{"bands: {Low: 1}\nrules: [{cap: Low, when: {item: '9', below: Low}}]", "4:33 rule-reach"},
		{"bands: {Low: 1}\nrules: [{cap: Low, when: {every: Standard, below: Low}}]", "4:34 rule-reach"},
		{"bands: {Low: 1}\nrules: [{on: Indicator, cap: Low, when: {every: Domain, below: Low}}]", "4:49 rule-reach"},
		{"bands: {Low: 1}\nrules: [{on: Domain, cap: Low, when: {every: ['1.1', '2.1'], below: Low}}]", "4:9 rule-reach"},
		{"bands: {Low: 1}\nrules: [{on: Domains, cap: Low, when: {every: Indicator, below: Low}}]", "4:14 unknown-dimension"},
		{"bands: {Low: 1}\nrules: [{cap: Low, when: {every: Indicator, below: Lov}}]", "4:52 policy-level"},
		{"bands: levels\nrules: [{cap: Low, when: {every: Indicator, below: Proficient}}]", "4:15 unknown-band"},
		{"round: {places: 31}", "3:17 policy-number"},
		{"round: {mode: up}", "3:15 policy-word"},
		{"round: {steps: []}", "3:16 empty-value"},
		{"round: {places: 2, steps: [{places: 3}]}", "3:8 policy-word"},
		{"framework: worked", ""},
		{"framework: {id: worked, version: '1'}", ""},
		{"framework: {id: worked, version: '2'}", "3:34 policy-framework"},
		{"framework: cambridge", "3:12 policy-framework"},
		{"framework: {version: '1'}", "3:12 missing-key"},
		{"round: {mode: up}\nbands: level\nstages: [{over: rater, how: average}, {over: rater}]", "3:15 policy-word 4:8 policy-word 5:29 policy-word 5:39 missing-key"},
	} {
		if got := strings.Join(findingsOf(t, "policy: v1\nid: test\n"+c.policy+"\n"), " "); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.policy, got, c.want)
		}
	}
}

// A policy says what it is called and whose rule it states.
func TestPolicyNamesItsSource(t *testing.T) {
	p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\ntitle: Ours\nsource: {title: Handbook, url: u, retrieved: 2026-11-21, rights: free, note: no growth}\n")
	want := rubric.Source{Title: "Handbook", URL: "u", Retrieved: "2026-11-21", Rights: "free", Note: "no growth"}
	if diff := cmp.Diff(want, p.Source); diff != "" || p.Title != "Ours" {
		t.Errorf("title %q, source %s", p.Title, diff)
	}
	if said := p.Provenance(); said.Title != "Ours" || said.Source.Get("note").Value != "no growth" {
		t.Errorf("the provenance says %+v", said)
	}
}

func TestPolicyHead(t *testing.T) {
	for _, c := range []struct{ policy, want string }{
		{"id: test", "1:1 missing-key"},
		{"policy: v2\nid: test", "1:9 policy-format"},
		{"policy: v1\nid: a b", "2:5 policy-id"},
		{"policy: v1", "1:1 missing-key"},
		{"", "0:0 empty-file"},
		{"[]", "1:1 wrong-type"},
	} {
		if got := strings.Join(findingsOf(t, c.policy), " "); got != c.want {
			t.Errorf("%q: got %s, want %s", c.policy, got, c.want)
		}
	}
}

// A policy with errors does not score, and one for another framework neither.
func TestComputeRefusesPolicies(t *testing.T) {
	f := loadFramework(t, workedFramework)
	ratings := table(t, f, "r.csv", "ratee,rater,item,rating\nAda,r,1.1,3\n")
	for _, text := range []string{"policy: v1\nid: x\nround: {mode: up}\n", "policy: v1\nid: x\nframework: other\n"} {
		p, _ := score.ParsePolicy("p.yaml", []byte(text))
		var findings diag.List
		if _, err := score.Compute(f, p, ratings); !errors.As(err, &findings) || !findings.HasErrors() {
			t.Errorf("%s: %v, want findings", text, err)
		}
	}
}

// What the ratings leave open is an error that names it.
func TestComputeErrors(t *testing.T) {
	f := loadFramework(t, workedFramework)
	for _, c := range []struct{ stages, ratings, want string }{
		{"[]", "r:1.1=3 s:1.1=3", "differ in rater (r, s), and the policy test has no stage over it"},
		{"[]", "a:1.1=3 b:1.1=3 c:1.1=3 d:1.1=3 e:1.1=3", "has 5 ratings of 1.1 that differ in rater (a, b, c, d …)"},
		{"[{over: rater, how: mean}]", "r.g:1.1=3 s.h:1.1=3", "differ in group (g, h)"},
		{"[{over: rater, how: mean}]", "r.g.1:1.1=3 s.g.2:1.1=3", "differ in occasion (1, 2)"},
		{"[{over: Indicator, how: mean}]", "r:1.1=3 s:1.2=3", "differ in rater (r, s)"},
		{"[{over: group, how: mean, weights: {self: 0}}]", "r.peer:1.1=3", `the group "peer" has no weight in the policy (p.yaml:3:44)`},
		{"[{over: occasion, how: mean, weights: {Fall: 1}}]", "r.g.Spring:1.1=3", `the occasion "Spring" has no weight`},
	} {
		p := parsePolicy(t, "p.yaml", "policy: v1\nid: test\nstages: "+c.stages+"\n")
		_, err := score.Compute(f, p, table(t, f, "r.csv", csvOf(t, c.ratings)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.stages, err, c.want)
		}
	}
}

// One value in each dimension needs no stage, and an empty form is no value.
func TestOneValueNeedsNoStage(t *testing.T) {
	scored{"one rater", flat, "stages: []", "r:a=3 s:a=NO", "a=3 overall=||no-stage"}.run(t)
}

func TestWords(t *testing.T) {
	if got, want := score.DefaultPolicy().Words(), "occasion latest → rater mean → group mean (weights self 0, others 1) → items mean"; got != want {
		t.Errorf("the default: %s", got)
	}
	p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\nstages: [{over: rater, how: share_at_least, level: Good, need: 50%}, {over: [group, items], how: sum, rescale: [0, 1]}]\n")
	if got, want := p.Words(), "rater share at least (level Good; need 50%) → group and items sum (rescale 0, 1)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
