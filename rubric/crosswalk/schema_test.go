package crosswalk_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/yamldoc"
)

// head begins the crosswalks of these tests; their pairs follow.
const head = "crosswalk: v1\nsource: a\ntarget: {id: b, version: \"2\"}\n"

// differences are all known ones, but for those of reading YAML and for what
// depends on frameworks, which neither looks at.
var differences = []schematest.Difference{
	schematest.Differs(crosswalk.CodeTwice, "", "a schema cannot compare values in two places", "pairs: [{source: 1, target: 2, relation: same}, {source: 1, target: 2, relation: same}]\n"),
	schematest.Differs(crosswalk.CodeContradiction, "", "a schema cannot compare values in two places", "pairs: [{source: 1, target: 2, relation: same}, {source: 1, relation: none}]\n"),
	schematest.Differs(crosswalk.CodeValue, "2026-02-30", "a pattern does not know how many days a month has", "pairs: [{source: 1, target: 2, relation: same, on: 2026-02-30}]\n"),
	schematest.Differs(crosswalk.CodeValue, "1000.0", "1000.0 is a whole number in JSON", "pairs: [{source: 1, target: 2, relation: same, source_text: 1000.0}]\n"),
	schematest.Differs(yamldoc.CodeDuplicateKey, "", "in JSON a key stands once", "pairs: [{source: 1, source: 2, target: 2, relation: same}]\n"),
}

// reader is the reader of crosswalks beside their schema.
func reader(t rapid.TB) schematest.Reader {
	t.Helper()
	return schematest.Reader{
		Schema: schematest.Compile(t, "crosswalk.schema.json", frameworks.CrosswalkSchema()), Head: head, Differences: differences,
		Read:  func(data []byte) diag.List { _, findings := crosswalk.Parse("c.yaml", data); return findings },
		Hides: []diag.Code{yamldoc.CodeDuplicateKey, crosswalk.CodeTwice, crosswalk.CodeContradiction},
	}
}

func withPairs(pairs string) []byte { return []byte(head + "pairs: [" + pairs + "]\n") }

func TestSchemaDifferences(t *testing.T) { reader(t).Differ(t) }

// value is a key of a pair with values that just may and just may not stand
// there.
var values = []struct {
	key     string
	yes, no []string
}{
	{"source", []string{"1.10", "No", "true", "5", `" a"`}, []string{"~", `""`, `" "`, "[a]", "{}"}},
	{"target", []string{"1.10", "~a"}, []string{"~", `"\u00a0"`}},
	{"relation", []string{"same", "broader", "narrower", "overlaps", "related", "none", "undecided"}, []string{"Same", "~", "similar", "[same]", "1"}},
	{"note", []string{"one text", `"a: b"`}, []string{"~", "[a]"}},
	{"by", []string{"AB", "A. B."}, []string{"{a: b}"}},
	{"on", []string{"2026-11-20", `"2026-01-01"`}, []string{"2026-11-32", "20.11.2026", "2026", "~"}},
	{"source_text", []string{"9f2c", "12345678", "1e234567", `"0123"`}, []string{"9f2", "9F2C", "x123", "123", "~"}},
	{"target_text", []string{"abcdef01"}, []string{"[abcd]", "-1234"}},
	{"x-own", []string{"~", "[1]"}, nil},
	{"other", nil, []string{"1"}},
}

func pairWith(key, value string) string {
	parts := []string{key + ": " + value}
	for _, other := range []string{"source: 1", "target: 2", "relation: same"} {
		if !strings.HasPrefix(other, key+":") {
			parts = append(parts, other)
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// At the edges of what is allowed, reader and schema draw the same line.
func TestSchemaEdges(t *testing.T) {
	r := reader(t)
	for _, v := range values {
		r.Draws(t, string(withPairs(pairWith(v.key, "VALUE"))), v.yes, v.no)
	}
	for document, want := range map[string]bool{
		head + "pairs:\n": true, head + "pairs: []\n": true, head + "pairs: {}\n": false, head + "pairs: [1]\n": false, head: false,
		head + "x-own: 1\npairs: []\n": true, head + "other: 1\npairs: []\n": false,
		"crosswalk: v2\nsource: a\ntarget: b\npairs: []\n": false, "crosswalk: v1\nsource: a\npairs: []\n": false,
		"crosswalk: v1\nsource: {id: a, x-b: c}\ntarget: b\npairs: []\n": true, "crosswalk: v1\nsource: {version: 1}\ntarget: b\npairs: []\n": false,
		"crosswalk: v1\nsource: [a]\ntarget: b\npairs: []\n": false,
	} {
		r.Takes(t, []byte(document), want)
	}
	for pairs, want := range map[string]bool{
		"{source: 1, relation: none}": true, "{target: 1, relation: none}": true, "{relation: none}": false, "{relation: undecided}": false,
		"{source: 1, relation: same}": false, "{source: 1, relation: undecided}": true, "{source: 1, target: 2}": false,
		"{source: 1, target: 2, relation: none}": true, "{target: 2, relation: related}": false,
	} {
		r.Takes(t, withPairs(pairs), want)
	}
}

// Whatever rows put together of what may and may not stand in them, reader and
// schema agree, but for the known differences.
func TestSchemaAgreesOverGenerated(t *testing.T) {
	reader(t).AgreeOver(t, func(t *rapid.T) []byte {
		var pairs []string
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			v := rapid.SampledFrom(values).Draw(t, "key")
			all := slices.Concat(v.yes, v.yes, v.no)
			pairs = append(pairs, pairWith(v.key, rapid.SampledFrom(all).Draw(t, "value")))
		}
		return withPairs(strings.Join(pairs, ", "))
	})
}

// object is a schema, as far as these tests look into it.
type object struct {
	Ref         string `json:"$ref"`
	Description string
	Properties  map[string]object
	Const       string
	AnyOf       []object
	Defs        map[string]object `json:"$defs"`
}

// The schema has the reader's keys, its words for relations with their meaning,
// and explains every key.
func TestSchemaHasTheReadersKeysAndWords(t *testing.T) {
	var root object
	if err := json.Unmarshal(frameworks.CrosswalkSchema(), &root); err != nil {
		t.Fatal(err)
	}
	bodies := map[string]string{"": head + "pairs: []\nzzzzzz: 1\n", "pair": string(withPairs("{source: 1, target: 2, relation: same, zzzzzz: 1}")), "pin": "crosswalk: v1\nsource: {id: a, zzzzzz: 1}\ntarget: b\npairs: []\n"}
	root.Defs[""] = root
	for name, body := range bodies {
		_, findings := crosswalk.Parse("c.yaml", []byte(body))
		if len(findings) != 1 {
			t.Fatalf("%q: %v", name, findings)
		}
		_, list, _ := strings.Cut(findings[0].Hint, "allowed here: ")
		want := strings.Split(list, ", ")
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(root.Defs[name].Properties))); diff != "" {
			t.Errorf("%q (-reader +schema):\n%s", name, diff)
		}
		for key, p := range root.Defs[name].Properties {
			if p.Description == "" && root.Defs[strings.TrimPrefix(p.Ref, "#/$defs/")].Description == "" {
				t.Errorf("%q: the key %s has no description", name, key)
			}
		}
	}
	for i, r := range crosswalk.Relations() {
		word := root.Defs["relation"].AnyOf[i]
		if word.Const != string(r) || !strings.EqualFold(strings.TrimSuffix(word.Description, "."), r.About()) {
			t.Errorf("relation %d is %q, %q; the reader has %q, %q", i, word.Const, word.Description, r, r.About())
		}
	}
}
