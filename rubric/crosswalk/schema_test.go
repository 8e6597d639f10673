package crosswalk_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/schematest"
	"rubrickit/rubric/yamldoc"
)

// head begins the crosswalks of these tests; their pairs follow.
const head = "crosswalk: v1\nsource: a\ntarget: {id: b, version: \"2\"}\n"

// differences are what the reader sees and a schema cannot, but for those of
// reading YAML and for what depends on frameworks, which neither looks at.
var differences = []struct {
	code    diag.Code
	reason  string
	example string // of a pair, or several
}{
	{crosswalk.CodeTwice, "a schema cannot compare values in two places", "{source: 1, target: 2, relation: same}, {source: 1, target: 2, relation: same}"},
	{crosswalk.CodeContradiction, "a schema cannot compare values in two places", "{source: 1, target: 2, relation: same}, {source: 1, relation: none}"},
	{crosswalk.CodeValue, "a pattern does not know how many days a month has", "{source: 1, target: 2, relation: same, on: 2026-02-30}"},
	{crosswalk.CodeValue, "1000.0 is a whole number in JSON", "{source: 1, target: 2, relation: same, source_text: 1000.0}"},
	{yamldoc.CodeDuplicateKey, "in JSON a key stands once", "{source: 1, source: 2, target: 2, relation: same}"},
}

func schema(t rapid.TB) *jsonschema.Schema {
	t.Helper()
	return schematest.Compile(t, "crosswalk.schema.json", frameworks.CrosswalkSchema())
}

func withPairs(pairs string) []byte { return []byte(head + "pairs: [" + pairs + "]\n") }

func TestSchemaDifferences(t *testing.T) {
	s := schema(t)
	for _, d := range differences {
		_, findings := crosswalk.Parse("c.yaml", withPairs(d.example))
		if len(findings) != 1 || findings[0].Code != d.code {
			t.Errorf("%s: the reader finds %v", d.example, findings)
		}
		if err := schematest.Validate(t, s, withPairs(d.example)); err != nil {
			t.Errorf("%s: the schema sees it as well, so it is no difference: %v", d.example, err)
		}
		if d.reason == "" {
			t.Errorf("%s: no reason why a schema cannot see it", d.example)
		}
	}
}

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
	s := schema(t)
	check := func(data []byte, want bool) {
		t.Helper()
		_, findings := crosswalk.Parse("c.yaml", data)
		if err := schematest.Validate(t, s, data); (err == nil) != want || findings.HasErrors() == want {
			t.Errorf("want it taken: %t; the schema says %v, the reader %v\n%s", want, err, findings, data)
		}
	}
	for _, v := range values {
		for _, yes := range v.yes {
			check(withPairs(pairWith(v.key, yes)), true)
		}
		for _, no := range v.no {
			check(withPairs(pairWith(v.key, no)), false)
		}
	}
	for document, want := range map[string]bool{
		head + "pairs:\n": true, head + "pairs: []\n": true, head + "pairs: {}\n": false, head + "pairs: [1]\n": false, head: false,
		head + "x-own: 1\npairs: []\n": true, head + "other: 1\npairs: []\n": false,
		"crosswalk: v2\nsource: a\ntarget: b\npairs: []\n": false, "crosswalk: v1\nsource: a\npairs: []\n": false,
		"crosswalk: v1\nsource: {id: a, x-b: c}\ntarget: b\npairs: []\n": true, "crosswalk: v1\nsource: {version: 1}\ntarget: b\npairs: []\n": false,
		"crosswalk: v1\nsource: [a]\ntarget: b\npairs: []\n": false,
	} {
		check([]byte(document), want)
	}
	for pairs, want := range map[string]bool{
		"{source: 1, relation: none}": true, "{target: 1, relation: none}": true, "{relation: none}": false, "{relation: undecided}": false,
		"{source: 1, relation: same}": false, "{source: 1, relation: undecided}": true, "{source: 1, target: 2}": false,
		"{source: 1, target: 2, relation: none}": true, "{target: 2, relation: related}": false,
	} {
		check(withPairs(pairs), want)
	}
}

// Whatever rows put together of what may and may not stand in them, reader and
// schema agree, but for the known differences.
func TestSchemaAgreesOverGenerated(t *testing.T) {
	s := schema(t)
	var taken, refused int
	rapid.Check(t, func(t *rapid.T) {
		var pairs []string
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			v := rapid.SampledFrom(values).Draw(t, "key")
			all := slices.Concat(v.yes, v.yes, v.no)
			pairs = append(pairs, pairWith(v.key, rapid.SampledFrom(all).Draw(t, "value")))
		}
		data := withPairs(strings.Join(pairs, ", "))
		_, findings := crosswalk.Parse("c.yaml", data)
		seen := slices.ContainsFunc(findings, func(d diag.Diagnostic) bool {
			return !slices.ContainsFunc(differences, func(k struct {
				code            diag.Code
				reason, example string
			}) bool {
				return k.code == d.Code
			})
		})
		err := schematest.Validate(t, s, data)
		if seen && err == nil && !slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return d.Code == crosswalk.CodeValue }) || err != nil && !findings.HasErrors() {
			t.Errorf("the schema says %v, the reader %v\n%s", err, findings, data)
		}
		if findings.HasErrors() {
			refused++
		} else {
			taken++
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d files without errors and %d with: both are needed", taken, refused)
	}
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
