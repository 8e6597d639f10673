package score_test

import (
	"fmt"
	"strings"

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
			it.Weight, it.HasWeight = rubric.NewDecimal(rapid.Int64Range(0, 40).Draw(t, "weight"), 1), true
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
// occasions, with null states, in any order. A rater may be in two groups, and
// an occasion may be written in two ways.
func drawRatings(t *rapid.T, f *rubric.Framework) []rubric.Rating {
	var out []rubric.Rating
	states := []rubric.State{rubric.Rated, rubric.Rated, rubric.Rated, rubric.NotObserved, rubric.NotApplicable, rubric.Missing}
	seen := map[rubric.Form]bool{}
	for _, ratee := range []string{"Ada", "Ben"}[:rapid.IntRange(1, 2).Draw(t, "ratees")] {
		for range rapid.IntRange(1, 7).Draw(t, "forms") {
			form := rubric.Form{
				Ratee: ratee, Group: rapid.SampledFrom([]string{"sup", "peer", "Peer ", "self"}).Draw(t, "group"),
				Rater:    fmt.Sprint("r", rapid.IntRange(0, 3).Draw(t, "rater")),
				Occasion: rapid.SampledFrom([]string{"10", "2", "30", "030"}).Draw(t, "occasion"),
			}
			if !seen[form] {
				seen[form] = true
				out = append(out, drawForm(t, f, form, states, len(out))...)
			}
		}
	}
	return out
}

func drawForm(t *rapid.T, f *rubric.Framework, form rubric.Form, states []rubric.State, before int) []rubric.Rating {
	var out []rubric.Rating
	for _, it := range f.Indicators() {
		if rapid.IntRange(0, 5).Draw(t, "absent") == 0 {
			continue
		}
		v := rubric.Rating{
			Ratee: form.Ratee, Item: it, Rater: form.Rater, Group: form.Group, Occasion: form.Occasion,
			State: rapid.SampledFrom(states).Draw(t, "state"), At: rubric.Place{File: "r.csv", Line: before + len(out) + 2},
		}
		if v.State == rubric.Rated {
			v.Value = rapid.SampledFrom(it.Scale.Levels).Draw(t, "level").Value
		}
		out = append(out, v)
	}
	return out
}

// drawnStage is a stage as these tests draw it.
type drawnStage struct {
	over      []string
	how       string
	weights   map[string]string // by word; "*" for the rest
	need      string
	missing   string
	minRaters map[string]int
	prorate   bool
	rescale   bool // to 100 … 500
	latest    string
	level     string
	times     int
}

// drawnPolicy is a policy as these tests draw it.
type drawnPolicy struct {
	stages        []drawnStage
	bands         bool // Low from 1, Mid from 2, High from 3
	rules         []string
	places        int
	mode, when    string
	truncateFirst bool // to one place more
}

// sometimes draws one of the choices, and else gives the zero value.
func sometimes[T any](t *rapid.T, name string, choices ...T) T {
	var none T
	if rapid.IntRange(0, 2).Draw(t, name+"?") > 0 {
		return none
	}
	return rapid.SampledFrom(choices).Draw(t, name)
}

// drawStages makes stages that collapse everything, in any order that is
// allowed.
func drawStages(t *rapid.T) []drawnStage {
	over := rapid.Permutation([]string{"occasion", "rater", "group", "items"}).Draw(t, "order")
	var out []drawnStage
	for len(over) > 0 {
		n := rapid.SampledFrom([]int{1, 1, 1, 2, 4}).Draw(t, "at once")
		n = min(n, len(over))
		out = append(out, drawStage(t, over[:n], out))
		over = over[n:]
	}
	return out
}

func drawStage(t *rapid.T, over []string, before []drawnStage) drawnStage {
	hows := []string{"mean", "mean", "mean", "sum", "min", "max", "median", "share_at_least", "n_times"}
	if len(over) == 1 && over[0] == "occasion" {
		hows = append(hows, "latest", "latest", "latest_weighted")
	}
	s := drawnStage{over: over, how: rapid.SampledFrom(hows).Draw(t, "how"), need: sometimes(t, "need", "1", "2", "50%", "75%"), rescale: sometimes(t, "rescale", true)}
	switch s.how {
	case "latest_weighted":
		s.latest = rapid.SampledFrom([]string{"0.65", "1", "0"}).Draw(t, "latest")
	case "share_at_least", "n_times":
		s.level, s.times = rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "level"), rapid.IntRange(1, 3).Draw(t, "times")
	}
	if s.how != "latest" && s.how != "latest_weighted" && s.how != "n_times" {
		s.missing = sometimes(t, "missing", "zero", "lowest")
	}
	s.prorate = s.how == "sum" && sometimes(t, "prorate", true)
	if weighing := s.how == "mean" || s.how == "sum" || s.how == "share_at_least"; weighing && !(len(over) == 1 && over[0] == "rater") {
		s.weights = sometimes(t, "weights", map[string]string{"*": "1", "self": "0"}, map[string]string{"*": "2", "peer": "0.5", "i0": "3", "2": "0.25"}, map[string]string{"*": "0", "sup": "1", "i1": "1", "10": "1"})
		if !s.overs("occasion") && !s.overs("group") {
			s.weights = codesOnly(s.weights)
		}
	}
	if s.overs("group") && counted(before) {
		s.minRaters = sometimes(t, "min_raters", map[string]int{"peer": 2}, map[string]int{"*": 2, "self": 1})
	}
	return s
}

// codesOnly leaves the weight of all others, since the codes that are drawn may
// not exist.
func codesOnly(weights map[string]string) map[string]string {
	if weights == nil {
		return nil
	}
	return map[string]string{"*": "2"}
}

// counted reports whether a stage over raters stands before.
func counted(before []drawnStage) bool {
	for _, s := range before {
		if s.overs("rater") {
			return true
		}
	}
	return false
}

func (s drawnStage) overs(dimension string) bool {
	for _, o := range s.over {
		if o == dimension {
			return true
		}
	}
	return false
}

func drawDrawnPolicy(t *rapid.T) drawnPolicy {
	p := drawnPolicy{
		stages: drawStages(t), bands: rapid.Bool().Draw(t, "bands"), places: rapid.IntRange(0, 3).Draw(t, "places"),
		mode:          rapid.SampledFrom([]string{"half_up", "half_even", "ceil", "floor", "truncate"}).Draw(t, "mode"),
		when:          rapid.SampledFrom([]string{"display", "before_bands", "each_stage"}).Draw(t, "when"),
		truncateFirst: sometimes(t, "truncate first", true),
	}
	return p
}

// yaml writes the policy as a file.
func (p drawnPolicy) yaml() string {
	var b strings.Builder
	b.WriteString("policy: v1\nid: drawn\nstages:\n")
	for _, s := range p.stages {
		b.WriteString("  - " + s.yaml() + "\n")
	}
	if p.bands {
		b.WriteString("bands: {Low: 1, Mid: 2, High: 3}\n")
	}
	if len(p.rules) > 0 {
		b.WriteString("rules:\n  - " + strings.Join(p.rules, "\n  - ") + "\n")
	}
	step := fmt.Sprintf("places: %d, mode: %s", p.places, p.mode)
	if p.truncateFirst {
		step = fmt.Sprintf("steps: [{places: %d, mode: truncate}, {%s}]", p.places+1, step)
	}
	fmt.Fprintf(&b, "round: {%s, when: %s}\n", step, p.when)
	return b.String()
}

func (s drawnStage) yaml() string {
	parts := []string{"over: [" + strings.Join(s.over, ", ") + "]", "how: " + s.how}
	add := func(given bool, key, value string) {
		if given {
			parts = append(parts, key+": "+value)
		}
	}
	add(s.weights != nil, "weights", inBraces(s.weights))
	add(s.minRaters != nil, "min_raters", inBraces(s.minRaters))
	add(s.need != "", "need", s.need)
	add(s.missing != "", "missing", s.missing)
	add(s.prorate, "prorate", "true")
	add(s.rescale, "rescale", "[100, 500]")
	add(s.latest != "", "latest", s.latest)
	add(s.level != "", "level", `"`+s.level+`"`)
	add(s.how == "n_times", "times", fmt.Sprint(s.times))
	return "{" + strings.Join(parts, ", ") + "}"
}

func inBraces[V any](m map[string]V) string {
	var parts []string
	for key, value := range m {
		parts = append(parts, fmt.Sprintf("%q: %v", key, value))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (p drawnPolicy) parse(t rapid.TB) *score.Policy {
	t.Helper()
	parsed, findings := score.ParsePolicy("p.yaml", []byte(p.yaml()))
	if len(findings) > 0 {
		t.Fatalf("%v\n%s", findings, p.yaml())
	}
	return parsed
}
