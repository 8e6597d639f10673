package score_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/score"
	"rubrickit/rubric/yamldoc"
)

func plain(value string) *yamldoc.Node  { return &yamldoc.Node{Value: value} }
func quoted(value string) *yamldoc.Node { return &yamldoc.Node{Value: value, Style: yamldoc.Quoted} }

func list(items ...*yamldoc.Node) *yamldoc.Node {
	return &yamldoc.Node{Kind: yamldoc.List, Items: items}
}

func mapping(pairs ...yamldoc.Pair) *yamldoc.Node {
	return &yamldoc.Node{Kind: yamldoc.Map, Pairs: pairs}
}

func pair(key string, value *yamldoc.Node) yamldoc.Pair {
	return yamldoc.Pair{Key: quoted(key), Value: value}
}

// bare is a scalar that YAML reads without quotes inside brackets.
var bare = regexp.MustCompile(`^-?[A-Za-z0-9]+([. _-]?[A-Za-z0-9]+)*%?$`)

// emit writes a tree as YAML in brackets, on one line.
func emit(n *yamldoc.Node) string {
	var parts []string
	switch n.Kind {
	case yamldoc.Map:
		for _, p := range n.Pairs {
			parts = append(parts, emit(quoted(p.Key.Value))+": "+emit(p.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yamldoc.List:
		for _, item := range n.Items {
			parts = append(parts, emit(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	switch {
	case n.IsEmpty():
		return "~"
	case n.Style == yamldoc.Plain && bare.MatchString(n.Value):
		return n.Value
	}
	text, err := json.Marshal(n.Value)
	if err != nil {
		panic(err) // a string is always JSON
	}
	return string(text)
}

// oneOf draws one of some plain words.
func oneOf(t *rapid.T, what string, words ...string) *yamldoc.Node {
	return plain(rapid.SampledFrom(words).Draw(t, what))
}

// some draws each of the given pairs, or leaves it out.
func some(t *rapid.T, pairs ...yamldoc.Pair) []yamldoc.Pair {
	return slices.DeleteFunc(pairs, func(p yamldoc.Pair) bool { return rapid.Bool().Draw(t, "without "+p.Key.Value) })
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

// oddValues and oddKeys are what slips into places where it does not belong.
func oddValues() []*yamldoc.Node {
	return []*yamldoc.Node{
		plain(""), quoted(""), quoted(" "), quoted("\n"), plain("0"), plain("-1"), plain("2"), plain("0.5"), quoted("3"), quoted(".5"), plain("1e3"), plain("007"),
		plain("true"), plain("yes"), quoted("true"), plain("v2"), plain("mean"), plain("latest"), plain("rater"), plain("levels"), plain("50%"), quoted("101%"),
		list(), list(plain("a")), list(plain("")), list(mapping()), list(plain("1"), plain("2")), mapping(), mapping(pair("a", plain("1"))), mapping(pair("over", plain("rater"))),
		mapping(pair("item", plain("a")), pair("below", plain("b"))),
	}
}

var oddKeys = []string{
	"", " ", "policy", "Policy", "id", "over", "how", "weights", "weights_total", "weights_range", "need", "missing", "min_raters", "prorate", "rescale", "latest", "order", "level",
	"times", "on", "decide", "cap", "when", "every", "count", "of", "item", "all", "not", "below", "places", "mode", "steps", "*", "x-y", "x-", "X-y",
}

// slip changes one place of a tree as an editor might.
func slip(t *rapid.T, root *yamldoc.Node) {
	n := rapid.SampledFrom(nodes(root)).Draw(t, "place")
	if n.Kind != yamldoc.Map || len(n.Pairs) == 0 || rapid.Bool().Draw(t, "value") {
		*n = *rapid.SampledFrom(oddValues()).Draw(t, "odd value")
		return
	}
	i, key := rapid.IntRange(0, len(n.Pairs)-1).Draw(t, "pair"), rapid.SampledFrom(oddKeys).Draw(t, "odd key")
	switch rapid.IntRange(0, 2).Draw(t, "change") {
	case 0:
		n.Pairs = slices.Delete(n.Pairs, i, i+1)
	case 1:
		n.Pairs[i].Key = quoted(key)
	default:
		n.Pairs = append(n.Pairs, pair(key, rapid.SampledFrom(oddValues()).Draw(t, "odd value")))
	}
}

// nodes lists all values of a tree.
func nodes(n *yamldoc.Node) []*yamldoc.Node {
	out := []*yamldoc.Node{n}
	for _, p := range n.Pairs {
		out = append(out, nodes(p.Value)...)
	}
	for _, item := range n.Items {
		out = append(out, nodes(item)...)
	}
	return out
}

// Policies that are drawn, and every policy file of the project, agree with
// and without slips.
func TestSchemaAgreesOverGenerated(t *testing.T) {
	s := schema(t)
	files := map[string][]byte{}
	for _, file := range policyFiles(t) {
		files[file] = readFile(t, file)
	}
	names := slices.Sorted(maps.Keys(files))
	var taken, refused int
	rapid.Check(t, func(t *rapid.T) {
		root, _ := yamldoc.Parse("p.yaml", files[rapid.SampledFrom(names).Draw(t, "file")])
		if root == nil || rapid.Bool().Draw(t, "drawn") {
			root = aPolicy(t)
		}
		for range rapid.IntRange(0, 2).Draw(t, "slips") {
			slip(t, root)
		}
		data := []byte(emit(root))
		checkVerdict(t, s, data)
		if _, findings := score.ParsePolicy("p.yaml", data); findings.HasErrors() {
			refused++
		} else {
			taken++
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d policies without errors and %d with: both are needed", taken, refused)
	}
}

// What is drawn is read as it was drawn: no slip is lost on the way.
func TestGeneratedIsReadAsDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := aPolicy(t)
		again, findings := yamldoc.Parse("p.yaml", []byte(emit(root)))
		if len(findings) > 0 || emit(again) != emit(root) {
			t.Errorf("%v\n%s\nbecame\n%s", findings, emit(root), emit(again))
		}
	})
}
