package score_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric/score"
)

// object is a schema, as far as these tests look into it.
type object struct {
	Ref         string
	Description string
	Properties  map[string]object
	Const       string
	AnyOf       []object
	Defs        map[string]object
}

// UnmarshalJSON reads a schema; the schemas true and false have nothing to
// look into.
func (o *object) UnmarshalJSON(data []byte) error {
	if string(data) == "false" || string(data) == "true" {
		return nil
	}
	var read struct {
		Ref         string            `json:"$ref"`
		Description string            `json:"description"`
		Properties  map[string]object `json:"properties"`
		Const       any               `json:"const"`
		AnyOf       []object          `json:"anyOf"`
		Defs        map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(data, &read); err != nil {
		return err
	}
	word, _ := read.Const.(string)
	*o = object{read.Ref, read.Description, read.Properties, word, read.AnyOf, read.Defs}
	return nil
}

// keys are the keys of an object, or of all shapes that it may have.
func (o object) keys() []string {
	all := maps.Clone(o.Properties)
	for _, shape := range o.AnyOf {
		if all == nil {
			all = map[string]object{}
		}
		maps.Copy(all, shape.Properties)
	}
	return slices.Sorted(maps.Keys(all))
}

// consts are the words that a value may be.
func (o object) consts() []string {
	var out []string
	for _, word := range o.AnyOf {
		if word.Const != "" {
			out = append(out, word.Const)
		}
	}
	return out
}

func schemaObject(t *testing.T) object {
	t.Helper()
	var root object
	if err := json.Unmarshal(frameworks.PolicySchema(), &root); err != nil {
		t.Fatal(err)
	}
	return root
}

// offered is what the reader says is allowed where something is not: the end
// of the hint of the one finding.
func offered(t *testing.T, body, marker string) []string {
	t.Helper()
	_, findings := score.ParsePolicy("p.yaml", []byte(head+body))
	if len(findings) != 1 {
		t.Fatalf("%s: %v", body, findings)
	}
	_, list, found := strings.Cut(findings[0].Hint, marker)
	if !found {
		t.Fatalf("%s: the hint %q does not say what is %s", body, findings[0].Hint, marker)
	}
	return strings.Split(list, ", ")
}

// unknownKeys puts a key that is none into each kind of object.
var unknownKeys = map[string]string{
	"":          "zzzz: 1\n",
	"source":    "source: {title: a, zzzz: 1}\n",
	"pin":       "framework: {id: a, zzzz: 1}\n",
	"stage":     "stages: [{over: rater, how: mean, zzzz: 1}]\n",
	"rule":      "bands: [a]\nrules: [{cap: a, when: {item: b, below: c}, zzzz: 1}]\n",
	"condition": "bands: [a]\nrules: [{cap: a, when: {item: b, below: c, zzzz: 1}}]\n",
	"round":     "round: {zzzz: 1}\n",
	"step":      "round: {steps: [{zzzz: 1}]}\n",
}

func TestSchemaHasTheReadersKeys(t *testing.T) {
	root := schemaObject(t)
	for name, body := range unknownKeys {
		o := root
		if name != "" {
			o = root.Defs[name]
		}
		want := offered(t, body, "allowed here: ")
		slices.Sort(want)
		if diff := cmp.Diff(want, o.keys()); diff != "" {
			t.Errorf("%q: reader and schema (-want +got):\n%s", name, diff)
		}
	}
	for name, def := range root.Defs {
		if _, tested := unknownKeys[name]; len(def.keys()) > 0 && !tested {
			t.Errorf("the schema has an object %q that this test does not compare", name)
		}
	}
}

// The words of a key are the reader's, in its order, and each is explained.
func TestSchemaHasTheReadersWords(t *testing.T) {
	root := schemaObject(t)
	for _, c := range []struct {
		body string
		got  object
	}{
		{"stages: [{over: rater, how: zzzzzzzz}]\n", root.Defs["stage"].Properties["how"]},
		{"stages: [{over: rater, how: mean, missing: zzzzzzzz}]\n", root.Defs["stage"].Properties["missing"]},
		{"round: {mode: zzzzzzzz}\n", root.Defs["mode"]},
		{"round: {when: zzzzzzzz}\n", root.Defs["round"].Properties["when"]},
		{"bands: zzzzzzzz\n", root.Defs["bands"]},
	} {
		if diff := cmp.Diff(offered(t, c.body, "allowed: "), c.got.consts()); diff != "" {
			t.Errorf("%s(-reader +schema):\n%s", c.body, diff)
		}
		for _, word := range c.got.AnyOf {
			if word.Const != "" && word.Description == "" {
				t.Errorf("the word %s is not explained", word.Const)
			}
		}
	}
}

// An editor explains every key, there or where the schema refers to. In a
// condition a key may stand in several shapes; the shapes' keys count.
func TestSchemaDescribesEveryKey(t *testing.T) {
	root := schemaObject(t)
	described := func(o object) bool {
		return o.Description != "" || root.Defs[strings.TrimPrefix(o.Ref, "#/$defs/")].Description != ""
	}
	objects := maps.Clone(root.Defs)
	objects["the policy"] = root
	for name, o := range objects {
		for _, shape := range append([]object{o}, o.AnyOf...) {
			for key, p := range shape.Properties {
				if !described(p) {
					t.Errorf("%s: the key %s has no description", name, key)
				}
			}
		}
	}
}
