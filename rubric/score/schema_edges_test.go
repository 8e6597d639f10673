package score_test

import (
	"fmt"
	"strings"
	"testing"
)

// edge is a place of a policy, VALUE, with values that just may and just may
// not stand there.
type edge struct {
	file    string // without the lines of head, unless it has its own
	yes, no []string
}

// Policies with one place open.
const (
	inPolicy    = "KEY: VALUE\n"
	inMean      = "stages: [{over: items, how: mean, KEY: VALUE}]\n"
	inTimes     = "stages: [{over: items, how: n_times, level: L3, times: VALUE}]\n"
	inWeighted  = "stages: [{over: occasion, how: latest_weighted, latest: VALUE}]\n"
	inRule      = "bands: [Low]\nrules: [{cap: Low, when: {item: a, below: b}, KEY: VALUE}]\n"
	inCondition = "bands: [Low]\nrules: [{cap: Low, when: VALUE}]\n"
	inRound     = "round: {KEY: VALUE}\n"
)

func at(place, key string) string { return strings.Replace(place, "KEY", key, 1) }

var (
	words      = []string{"1.10", "No", "true", "~a", `" a"`, "2026-11-21"}
	noWords    = []string{"~", `""`, `" "`, `"\u00a0"`, `"\u2003\n"`, "[]", "{a: b}"}
	wholes     = []string{"1", "007", "1000000", `"3"`, `"0001000000"`}
	noWholes   = []string{"0", "-1", "1.5", "1000001", `"1000001"`, "+1", "1e3", "one", "~", "true", "[1]"}
	weightsYes = []string{"0", "1", "0.5", ".5", "-0", `"-0.0"`, "-.0", "007", "123456789012345678"}
	weightsNo  = []string{"-1", "-.5", `"-0.1"`, "1e3", "1.", "0x1F", "1234567890123456789", "50%", "~", "[1]"}
	shares     = []string{"50%", "0.1%", ".5%", "100%", "100.0%", `"050 %"`, `"  7%"`, "99.99%"}
	noShares   = []string{"0%", "0.0%", "100.1%", "101%", "-5%", "%", "5 percent", `"5% "`, "1.%", "50%%", "~"}
)

var edges = []edge{
	{"policy: v1\nid: VALUE\n", []string{"x", "2019", "1.5", "true", strings.Repeat("x", 64)}, []string{"-1", "a b", "é", ".a", "~", strings.Repeat("x", 65)}},
	{"policy: VALUE\nid: x\n", []string{"v1", `"v1"`}, []string{"1", "v2", "~"}},
	{at(inPolicy, "title"), words, noWords},
	{at(inPolicy, "source"), []string{"{title: A}", "{url: a, retrieved: 2026-11-21, rights: b, note: c}", "{x-a: ~}"}, []string{"{}", "~", "Handbook", "[]", "{title: ~}", "{rihgts: A}", "{note: [a]}"}},
	{at(inPolicy, "framework"), append([]string{"{id: a}", "{id: a, version: 2}"}, words...), []string{"~", `" "`, "[]", "{}", "{version: 1}", "{id: ~}", "{id: a, x-b: c}"}},
	{at(inPolicy, "x-data"), []string{"~", "[~, {a: []}]", "{}"}, nil},
	{at(inPolicy, "X-data"), nil, []string{"1"}},
	{at(inPolicy, "stages"), []string{"[]"}, []string{"~", "{}", "mean", "[~]", "[{}]", "[[]]", "[{over: items, how: mean, x-a: 1}]"}},
	{"stages: [{over: VALUE, how: mean}]\n", append([]string{"occasion", "[rater, group]", "[items]"}, words...), append([]string{"[a, ~]", "[[a]]"}, noWords...)},
	{"stages: [{over: rater, how: VALUE}]\n", []string{"mean", "sum", "min", "max", "median"}, []string{"average", "Mean", "latest", "~", "[mean]"}},
	{at(inMean, "weights"), []string{"{a: 1}", `{"": 1, "*": 0}`}, []string{"{}", "[]", "~", "1", "{a: [1]}"}},
	{"stages: [{over: items, how: mean, weights: {a: VALUE}}]\n", weightsYes, weightsNo},
	{at(inMean, "weights_total"), weightsYes, weightsNo},
	{at(inMean, "weights_range"), []string{"[1, 2]", "[-1, .5]"}, []string{"[]", "[1]", "[1, 2, 3]", "[a, 2]", "[~, 1]", "1", "~", "{1: 2}"}},
	{at(inMean, "rescale"), []string{"[0, 1]"}, []string{"[]", "[0]", "~"}},
	{at(inMean, "need"), append(wholes, shares...), append(noWholes, noShares...)},
	{at(inMean, "missing"), []string{"skip", "zero", "lowest"}, []string{"drop", "Zero", "~", "[zero]"}},
	{"stages: [{over: rater, how: mean}, {over: group, how: mean, min_raters: VALUE}]\n", []string{"{a: 1, '*': 2}"}, []string{"{}", "3", "~", "{a: 0}", "{a: ~}"}},
	{"stages: [{over: items, how: sum, prorate: VALUE}]\n", []string{"true", "false"}, []string{"yes", `"true"`, "1", "~"}},
	{inWeighted, []string{"0", "1", "0.65", ".5", "1.0", `"1.00"`, "-0"}, []string{"1.01", "2", "-0.1", `"1.5"`, "65%", "~"}},
	{inTimes, wholes, noWholes},
	{"stages: [{over: occasion, how: latest, order: VALUE}]\n", append([]string{"[Fall, Spring]"}, words...), noWords},
	{"stages: [{over: items, how: share_at_least, level: VALUE}]\n", words, noWords},

	{at(inPolicy, "bands"), []string{"levels", "{a: 1}", "{a: -1, b: .5}", "[a]", "[1, 2]"}, []string{"level", "~", "{}", "[]", "[~]", "{a: ~}", "{a: x}", "{a: [1]}", "1"}},
	{"bands: {Low: VALUE}\n", []string{"-1", "0", "-.5", "123456789012345678", "-123456789012345678"}, []string{"1234567890123456789", "-1234567890123456789", "+1", "1 000"}},
	{at(inPolicy, "rules"), []string{"[]"}, []string{"~", "{}", "[~]", "[{}]", "[a]"}},
	{at(inRule, "on"), words, noWords},
	{at(inRule, "decide"), nil, words},
	{at(inRule, "floor"), nil, []string{"Low", "~"}},
	{at(inRule, "x-note"), nil, []string{"a"}},
	{inCondition, []string{
		"{item: a, below: b}", "{item: a, at_least: b}", "{item: 1, at_least: 2, below: 3}", "{every: T, below: b}", "{some: [a, b], below: b}", "{none: [a], at_least: b}",
		"{count: 2, of: T, below: b}", "{share: 60%, of: [a], at_least: b}", "{all: [{item: a, below: b}]}", "{any: [{not: {item: a, below: b}}]}",
	}, []string{
		"~", "[]", "{}", "a", "{item: a}", "{item: [a], below: b}", "{every: T, of: T, below: b}", "{every: [], below: b}", "{every: T, some: T, below: b}", "{every: T, below: ~}",
		"{count: 2, below: b}", "{count: 0, of: T, below: b}", "{share: 60, of: T, below: b}", "{of: T, below: b}", "{count: 1, share: 50%, of: T, below: b}",
		"{all: []}", "{all: {item: a, below: b}}", "{all: [{item: a, below: b}], below: c}", "{not: [{item: a, below: b}]}", "{not: {item: a}}", "{any: [{}]}", "{item: a, below: b, x-c: d}",
	}},
	{at(inPolicy, "round"), []string{"{}", "{places: 2, mode: half_even, when: before_bands}", "{steps: [{}], when: display}"}, []string{"~", "[]", "2", "{places: 1, steps: [{}]}", "{mode: floor, steps: [{}]}", "{steps: []}", "{steps: [2]}", "{x-a: 1}"}},
	{at(inRound, "places"), []string{"0", "30", `"2"`, "007", `"-0"`}, []string{"-1", "31", "1.5", "two", "~"}},
	{at(inRound, "mode"), []string{"half_up", "half_even", "ceil", "floor", "truncate"}, []string{"up", "~", "[floor]"}},
	{at(inRound, "when"), []string{"display", "before_bands", "each_stage"}, []string{"never", "~"}},
}

// At the edges of what is allowed, reader and schema draw the same line.
func TestSchemaEdges(t *testing.T) {
	r := reader(t)
	for _, e := range edges {
		file := e.file
		if !strings.HasPrefix(file, "policy:") {
			file = head + file
		}
		r.Draws(t, file, e.yes, e.no)
	}
}

// stageKeys are keys of a stage with values that are right by themselves.
var stageKeys = []string{
	"weights: {a: 1}", "weights: {'*': 1}", "weights_total: 1", "weights: {a: 1}, weights_total: 1", "weights: {'*': 1}, weights_total: 1",
	"weights_range: [0, 2]", "need: 1", "missing: skip", "missing: zero", "min_raters: {a: 1}", "prorate: false", "rescale: [0, 1]",
	"latest: 0.5", "order: [a]", "level: a", "times: 1",
}

// stageHeads are the ways to collapse, with and without what they need.
var stageHeads = []string{
	"mean", "sum", "min", "max", "median", "latest", "latest_weighted", "latest_weighted, latest: 1", "share_at_least", "share_at_least, level: a",
	"n_times", "n_times, level: a", "n_times, times: 1", "n_times, level: a, times: 1",
}

// Which keys go with which `how`, over which dimension: all combinations.
func TestSchemaKnowsWhatFitsAStage(t *testing.T) {
	r := reader(t)
	for _, over := range []string{"occasion", "[occasion]", "rater", "[rater]", "group", "[rater, group]", "items", "[group, Domain]"} {
		for _, how := range stageHeads {
			for _, keys := range stageKeys {
				r.Agree(t, []byte(fmt.Sprintf("%sstages: [{over: %s, how: %s, %s}]\n", head, over, how, keys)))
			}
		}
	}
}
