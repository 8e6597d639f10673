package score_test

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/yamldoc"
)

// Short names for what trees are made of.
var (
	plain, quoted, mapping = schematest.Plain, schematest.Quoted, schematest.Mapping
	list, pair, some       = schematest.List, schematest.Pair, schematest.Some
)

// oneOf draws one of some plain words.
func oneOf(t *rapid.T, what string, words ...string) *yamldoc.Node {
	return plain(rapid.SampledFrom(words).Draw(t, what))
}

// aStage draws a stage over a dimension, with keys that may not fit it.
func aStage(t *rapid.T, over string) *yamldoc.Node {
	how := oneOf(t, "how", "mean", "sum", "min", "max", "median", "latest", "latest_weighted", "share_at_least", "n_times")
	pairs := []yamldoc.Pair{pair("over", plain(over)), pair("how", how)}
	needed := map[string][]yamldoc.Pair{
		"latest_weighted": {pair("latest", plain("0.65"))},
		"share_at_least":  {pair("level", plain("Good"))},
		"n_times":         {pair("level", plain("3")), pair("times", plain("2"))},
	}
	pairs = append(pairs, needed[how.Value]...)
	if rapid.Bool().Draw(t, "weighted") {
		pairs = append(pairs, pair("weights", mapping(pair("self", plain("0")), pair("*", oneOf(t, "weight", "1", "0.5", "2")))))
	}
	return mapping(append(pairs, some(t, pair("need", oneOf(t, "need", "2", "50%")), pair("missing", oneOf(t, "missing", "skip", "zero")))...)...)
}

// aCondition draws a condition over items of no framework.
func aCondition(t *rapid.T, depth int) *yamldoc.Node {
	compared := []yamldoc.Pair{pair("at_least", plain("Mid")), pair("below", plain("High"))}[rapid.IntRange(0, 1).Draw(t, "first"):]
	shape := rapid.IntRange(0, 7).Draw(t, "shape")
	switch {
	case shape == 0 && depth > 0:
		return mapping(pair(rapid.SampledFrom([]string{"all", "any"}).Draw(t, "key"), list(aCondition(t, depth-1), aCondition(t, depth-1))))
	case shape == 1 && depth > 0:
		return mapping(pair("not", aCondition(t, depth-1)))
	case shape < 4:
		return mapping(append(compared, pair("item", plain("1.1")))...)
	case shape == 4:
		return mapping(append(compared, pair("share", plain("60%")), pair("of", plain("Domain")))...)
	case shape == 5:
		return mapping(append(compared, pair("count", plain("2")), pair("of", list(plain("1"), plain("2"))))...)
	default:
		return mapping(append(compared, pair(rapid.SampledFrom([]string{"every", "some", "none"}).Draw(t, "key"), plain("Domain")))...)
	}
}

// aPolicy draws a policy that is nearly right.
func aPolicy(t *rapid.T) *yamldoc.Node {
	stages := list()
	for _, over := range []string{"occasion", "rater", "group", "items"} {
		if rapid.Bool().Draw(t, "over "+over) {
			stages.Items = append(stages.Items, aStage(t, over))
		}
	}
	rules := list()
	for i := range rapid.IntRange(0, 2).Draw(t, "rules") {
		verb := rapid.SampledFrom([]string{"decide", "cap", "floor"}).Draw(t, "verb "+strconv.Itoa(i))
		rules.Items = append(rules.Items, mapping(append(some(t, pair("on", plain("Domain"))), pair(verb, plain("Mid")), pair("when", aCondition(t, 2)))...))
	}
	bands := []*yamldoc.Node{mapping(pair("Mid", plain("1")), pair("High", plain("2.5"))), list(plain("Mid"), plain("High")), plain("levels")}
	rounds := []*yamldoc.Node{
		mapping(pair("places", plain("3")), pair("mode", plain("half_even")), pair("when", plain("before_bands"))),
		mapping(pair("steps", list(mapping(pair("places", plain("3")), pair("mode", plain("truncate"))), mapping())), pair("when", plain("each_stage"))),
	}
	return mapping(append(some(t,
		pair("title", plain("Drawn")), pair("source", mapping(pair("title", plain("A rule")), pair("note", plain("all but this")))),
		pair("framework", mapping(pair("id", plain("worked")), pair("version", quoted("1")))), pair("stages", stages), pair("rules", rules),
		pair("round", rapid.SampledFrom(rounds).Draw(t, "round")), pair("x-p", list(plain("")))),
		pair("policy", plain("v1")), pair("id", plain("drawn")), pair("bands", rapid.SampledFrom(bands).Draw(t, "bands")))...)
}

// slips are what slips into places where it does not belong.
var slips = schematest.Slips{
	Values: func() []*yamldoc.Node {
		return append(schematest.OddValues(), plain("mean"), plain("latest"), plain("rater"), plain("levels"), plain("50%"), quoted("101%"), list(plain("1"), plain("2")),
			mapping(pair("a", plain("1"))), mapping(pair("over", plain("rater"))), mapping(pair("item", plain("a")), pair("below", plain("b"))))
	},
	Keys: []string{
		"", " ", "policy", "Policy", "id", "over", "how", "weights", "weights_total", "weights_range", "need", "missing", "min_raters", "prorate", "rescale", "latest", "order", "level",
		"times", "on", "decide", "cap", "when", "every", "count", "of", "item", "all", "not", "below", "places", "mode", "steps", "*", "x-y", "x-", "X-y",
	},
}

// Policies that are drawn, and every policy file of the project, agree with
// and without slips.
func TestSchemaAgreesOverGenerated(t *testing.T) {
	files := map[string][]byte{}
	for _, file := range policyFiles(t) {
		files[file] = readFile(t, file)
	}
	names := slices.Sorted(maps.Keys(files))
	reader(t).AgreeOverTrees(t, func(t *rapid.T) *yamldoc.Node {
		root, _ := yamldoc.Parse("p.yaml", files[rapid.SampledFrom(names).Draw(t, "file")])
		if root == nil || rapid.Bool().Draw(t, "drawn") {
			return aPolicy(t)
		}
		return root
	}, slips)
}

func TestGeneratedIsReadAsDrawn(t *testing.T) { schematest.ReadAsDrawn(t, aPolicy) }
