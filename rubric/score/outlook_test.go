package score_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// What a policy says of a framework before any rating is read.
func TestOutlook(t *testing.T) {
	worked := loadFramework(t, workedFramework)
	for _, c := range []struct{ name, policy, bands, scales string }{
		{"means", "stages: [{over: items, how: mean}]", "", "1 1.1 1.2 1.3 2 2.1 2.2 overall"},
		{"cuts", "bands: {Low: 1, High: 2.5}", "Low High", "1 1.1 1.2 1.3 2 2.1 2.2 overall"},
		{"levels", "bands: levels", "Beginning Developing Proficient Distinguished", "1 1.1 1.2 1.3 2 2.1 2.2 overall"},
		{"a sum of means", "stages: [{over: Indicator, how: mean}, {over: Domain, how: sum}]", "", "1 1.1 1.2 1.3 2 2.1 2.2"},
		{"a sum of sums", "stages: [{over: items, how: sum}]", "", "1.1 1.2 1.3 2.1 2.2"},
		{"a share of raters", "stages: [{over: rater, how: share_at_least, level: Proficient}, {over: items, how: mean}]", "", ""},
		{"rescaled", "stages: [{over: Indicator, how: mean}, {over: Domain, how: mean, rescale: [100, 500]}]", "", "1 1.1 1.2 1.3 2 2.1 2.2"},
	} {
		p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\n"+c.policy+"\n")
		if got := strings.Join(p.Bands(worked), " "); got != c.bands {
			t.Errorf("%s: bands %q, want %q", c.name, got, c.bands)
		}
		if got := strings.Join(slices.Sorted(maps.Keys(p.Scales(worked))), " "); got != c.scales {
			t.Errorf("%s: scores on the scale: %q, want %q", c.name, got, c.scales)
		}
	}
}

// Items of different scales have none in common.
func TestScalesDiffer(t *testing.T) {
	f := parseFramework(t, "f.yaml", "rubric: v1\nid: f\ntitle: F\nscale: four-levels\nitems:\n  a: one\n  b: {text: two, scale: yes-no}\n")
	p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\n")
	got := p.Scales(f)
	if len(got) != 2 || len(got["a"].Levels) != 4 || len(got["b"].Levels) != 2 || got["overall"] != nil {
		t.Errorf("scales: %v", got)
	}
}
