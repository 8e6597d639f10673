package load_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// Short names for what trees are made of.
var (
	plain, quoted, mapping = schematest.Plain, schematest.Quoted, schematest.Mapping
	list, pair, some       = schematest.List, schematest.Pair, schematest.Some
)

// anyText draws texts that YAML reads in many ways.
var anyText = rapid.Custom(func(t *rapid.T) *yamldoc.Node {
	value := rapid.SampledFrom([]string{"Observes", "two words", "1.10", "No", "true", "007", "2026-11-21", "é — ü", "a: b # c", "- x\n- y\n", "9"}).Draw(t, "text")
	return &yamldoc.Node{Value: value, Style: rapid.SampledFrom([]yamldoc.Style{yamldoc.Plain, yamldoc.Quoted}).Draw(t, "style")}
})

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

// slips are what slips into places where it does not belong.
var slips = schematest.Slips{
	Values: func() []*yamldoc.Node {
		return append(schematest.OddValues(), plain("own"), plain("word"), mapping(pair("a", plain("b"))), mapping(pair("own", plain("true"))), mapping(pair("levels", mapping(pair("1", plain("A"))))))
	},
	Keys: []string{
		"", " ", "overall", "Overall", "(a)", "a  b", "a b", "§1", "é", "Title", "title", "text", "items", "levels", "scale", "own", "value", "x-y", "x-", "X-y",
		"profiles", "not_observed", "missing", "checklist", strings.Repeat("k", 128), strings.Repeat("k", 129),
	},
}

// Frameworks that are drawn, and one that has every key, agree with and
// without slips.
func TestSchemaAgreesOverGenerated(t *testing.T) {
	whole, err := os.ReadFile("testdata/whole.yaml")
	if err != nil {
		t.Fatal(err)
	}
	reader(t).AgreeOverTrees(t, func(t *rapid.T) *yamldoc.Node {
		if rapid.Bool().Draw(t, "drawn") {
			return aFramework(t)
		}
		root, _ := yamldoc.Parse("whole.yaml", whole)
		return root
	}, slips)
}

func TestGeneratedIsReadAsDrawn(t *testing.T) { schematest.ReadAsDrawn(t, aFramework) }
