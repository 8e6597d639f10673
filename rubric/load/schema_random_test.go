package load_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

func plain(value string) *yamldoc.Node  { return &yamldoc.Node{Value: value} }
func quoted(value string) *yamldoc.Node { return &yamldoc.Node{Value: value, Style: yamldoc.Quoted} }

func mapping(pairs ...yamldoc.Pair) *yamldoc.Node {
	return &yamldoc.Node{Kind: yamldoc.Map, Pairs: pairs}
}

func list(items ...*yamldoc.Node) *yamldoc.Node {
	return &yamldoc.Node{Kind: yamldoc.List, Items: items}
}

func pair(key string, value *yamldoc.Node) yamldoc.Pair {
	return yamldoc.Pair{Key: quoted(key), Value: value}
}

// bare is a scalar that YAML reads without quotes inside brackets.
var bare = regexp.MustCompile(`^-?[A-Za-z0-9]+([. _-]?[A-Za-z0-9]+)*$`)

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

// anyText draws texts that YAML reads in many ways.
var anyText = rapid.Custom(func(t *rapid.T) *yamldoc.Node {
	value := rapid.SampledFrom([]string{"Observes", "two words", "1.10", "No", "true", "007", "2026-11-21", "é — ü", "a: b # c", "- x\n- y\n", "9"}).Draw(t, "text")
	return &yamldoc.Node{Value: value, Style: rapid.SampledFrom([]yamldoc.Style{yamldoc.Plain, yamldoc.Quoted}).Draw(t, "style")}
})

// some draws each of the given pairs, or leaves it out.
func some(t *rapid.T, pairs ...yamldoc.Pair) []yamldoc.Pair {
	return slices.DeleteFunc(pairs, func(p yamldoc.Pair) bool { return rapid.Bool().Draw(t, "without "+p.Key.Value) })
}

func words(t *rapid.T) *yamldoc.Node {
	return list(rapid.SliceOfN(anyText, 1, 3).Draw(t, "words")...)
}

// aScale draws a scale that is written out; its levels are a, b, c.
func aScale(t *rapid.T) *yamldoc.Node {
	if rapid.Bool().Draw(t, "own") {
		return mapping(append(some(t, pair("step", plain("0.5")), pair("x-s", words(t))), pair("own", plain("true")))...)
	}
	levels := mapping(pair("a", plain("Low")), pair("b", mapping(some(t,
		pair("label", plain("High")), pair("text", anyText.Draw(t, "level")), pair("guidance", anyText.Draw(t, "how")), pair("aliases", list(plain("top"))), pair("x-l", plain("1")))...)))
	return mapping(append(some(t,
		pair("step", plain("0.25")), pair("blank", plain("a")),
		pair("nulls", mapping(some(t, pair("not_applicable", plain("N.A")), pair("not_observed", list(plain("Not seen"), plain("NS"))))...)),
	), pair("levels", levels))...)
}

func anyScale(t *rapid.T) *yamldoc.Node {
	switch rapid.IntRange(0, 3).Draw(t, "shape") {
	case 0:
		return plain(rapid.SampledFrom(append(load.BuiltinNames(), "own", "mine")).Draw(t, "name"))
	case 1:
		return list(plain("1"), quoted("a"))
	default:
		return aScale(t)
	}
}

// someItems draws items with codes that begin with the parent's.
func someItems(t *rapid.T, parent string, depth int) *yamldoc.Node {
	n := mapping()
	for i := range rapid.IntRange(1, 3).Draw(t, "items") {
		code := fmt.Sprintf("%s%d", parent, i+1)
		if rapid.Bool().Draw(t, "short") {
			n.Pairs = append(n.Pairs, pair(code, anyText.Draw(t, "item")))
			continue
		}
		pairs := some(t,
			pair("text", anyText.Draw(t, "text")), pair("stem", anyText.Draw(t, "stem")), pair("guidance", anyText.Draw(t, "guidance")),
			pair("notes", anyText.Draw(t, "notes")), pair("weight", plain("2.5")), pair("scale", anyScale(t)),
			pair("levels", mapping(pair("1", anyText.Draw(t, "cell")), pair("b", mapping(pair("text", anyText.Draw(t, "cell")))))),
			pair("rated", plain("false")), pair("tags", list(plain("L1"))), pair("uri", anyText.Draw(t, "uri")),
			pair("retired", anyText.Draw(t, "retired")), pair("x-i", mapping()))
		if depth > 0 && rapid.Bool().Draw(t, "parent") {
			pairs = append(pairs, pair("items", someItems(t, code+".", depth-1)))
		}
		n.Pairs = append(n.Pairs, pair(code, mapping(append(pairs, pair("title", anyText.Draw(t, "title")))...)))
	}
	return n
}

// aFramework draws a framework that is right but for what differs anyway.
func aFramework(t *rapid.T) *yamldoc.Node {
	return mapping(append(some(t,
		pair("version", anyText.Draw(t, "version")), pair("publisher", anyText.Draw(t, "publisher")), pair("language", plain("pt-BR")),
		pair("source", mapping(pair("rights", anyText.Draw(t, "rights")), pair("x-r", list()))), pair("guidance", anyText.Draw(t, "guidance")),
		pair("tiers", words(t)), pair("tags", mapping(pair("L1", anyText.Draw(t, "label")))), pair("scales", mapping(pair("mine", aScale(t)))),
		pair("x-f", list(plain(""), plain("true")))),
		pair("rubric", plain("v1")), pair("id", plain(rapid.SampledFrom([]string{"x", "2019", "a-b.c", "true"}).Draw(t, "id"))),
		pair("title", anyText.Draw(t, "title")), pair("scale", anyScale(t)), pair("items", someItems(t, "", 2)))...)
}

// oddValues and oddKeys are what slips into places where it does not belong.
func oddValues() []*yamldoc.Node {
	return []*yamldoc.Node{
		plain(""), quoted(""), quoted(" "), quoted("\n"), plain("0"), plain("-1"), plain("2"), plain("0.5"), quoted("3"), quoted(".5"), plain("1e3"), plain("007"),
		plain("true"), plain("yes"), quoted("true"), plain("v2"), plain("own"), plain("word"), list(), list(plain("a")), list(plain("")), list(mapping()),
		mapping(), mapping(pair("a", plain("b"))), mapping(pair("own", plain("true"))), mapping(pair("levels", mapping(pair("1", plain("A"))))),
	}
}

var oddKeys = []string{
	"", " ", "overall", "Overall", "(a)", "a  b", "a b", "§1", "é", "Title", "title", "text", "items", "levels", "scale", "own", "value", "x-y", "x-", "X-y",
	"profiles", "not_observed", "missing", "checklist", strings.Repeat("k", 128), strings.Repeat("k", 129),
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

// Frameworks that are drawn, and one that has every key, agree with and
// without slips.
func TestSchemaAgreesOverGenerated(t *testing.T) {
	s := schema(t)
	whole, err := os.ReadFile("testdata/whole.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var taken, refused int
	rapid.Check(t, func(t *rapid.T) {
		root, _ := yamldoc.Parse("whole.yaml", whole)
		if rapid.Bool().Draw(t, "drawn") {
			root = aFramework(t)
		}
		for range rapid.IntRange(0, 2).Draw(t, "slips") {
			slip(t, root)
		}
		data := []byte(emit(root))
		checkVerdict(t, s, data)
		if _, findings := load.Framework("f.yaml", data); findings.HasErrors() {
			refused++
		} else {
			taken++
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d frameworks without errors and %d with: both are needed", taken, refused)
	}
}

// What is drawn is read as it was drawn: no slip is lost on the way.
func TestGeneratedIsReadAsDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := aFramework(t)
		again, findings := yamldoc.Parse("f.yaml", []byte(emit(root)))
		if len(findings) > 0 || emit(again) != emit(root) {
			t.Errorf("%v\n%s\nbecame\n%s", findings, emit(root), emit(again))
		}
	})
}
