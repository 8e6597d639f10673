package ratings_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric/ratings"
)

// object is a schema, as far as these tests look into it.
type object struct {
	Ref         string `json:"$ref"`
	Description string
	Properties  map[string]object
	Const       string
	AnyOf       []object
	Examples    []any
	Defs        map[string]object `json:"$defs"`
}

func mappingObject(t *testing.T) object {
	t.Helper()
	var root object
	if err := json.Unmarshal(frameworks.MappingSchema(), &root); err != nil {
		t.Fatal(err)
	}
	return root
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

// offered is what the reader says is allowed where something is not: the end
// of the hint of the one finding.
func offered(t *testing.T, body, marker string) []string {
	t.Helper()
	_, findings := ratings.ParseMapping("m.yaml", []byte(mappingHead+body))
	if len(findings) != 1 {
		t.Fatalf("%s: %v", body, findings)
	}
	_, list, found := strings.Cut(findings[0].Hint, marker)
	if !found {
		t.Fatalf("%s: the hint %q does not say what is %s", body, findings[0].Hint, marker)
	}
	return strings.Split(list, ", ")
}

// Each object has the reader's keys and no other.
func TestMappingSchemaHasTheReadersKeys(t *testing.T) {
	root := mappingObject(t)
	bodies := map[string]string{
		"": "zzzz: 1\n", "pin": "framework: {id: a, zzzz: 1}\n", "dialect": "dialect: {zzzz: 1}\n", "remark": "columns: {a: {role: comment, item: b, zzzz: 1}}\n",
	}
	for name, body := range bodies {
		o := root
		if name != "" {
			o = root.Defs[name]
		}
		want := offered(t, body, "allowed here: ")
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(o.Properties))); diff != "" {
			t.Errorf("%q: reader and schema (-want +got):\n%s", name, diff)
		}
	}
	for name, def := range root.Defs {
		if _, tested := bodies[name]; len(def.Properties) > 0 && !tested {
			t.Errorf("the schema has an object %q that this test does not compare", name)
		}
	}
}

// The words of a key are the reader's, in its order, and each is explained.
func TestMappingSchemaHasTheReadersWords(t *testing.T) {
	root := mappingObject(t)
	for body, got := range map[string]object{
		"columns: {a: zzzzzzzz}\n": root.Defs["column"],
		"nulls: {a: zzzzzzzz}\n":   root.Defs["state"],
	} {
		if diff := cmp.Diff(offered(t, body, "write one of: "), got.consts()); diff != "" {
			t.Errorf("%s(-reader +schema):\n%s", body, diff)
		}
	}
	if diff := cmp.Diff(ratings.DateOrders(), root.Properties["dates"].consts()); diff != "" {
		t.Error(diff)
	}
	settable := offered(t, "set: {zzzzzzzz: a}\n", "write one of: ")
	slices.Sort(settable)
	if diff := cmp.Diff(settable, slices.Sorted(maps.Keys(root.Properties["set"].Properties))); diff != "" {
		t.Error(diff)
	}
	var encodings []any
	for _, name := range ratings.Encodings() {
		encodings = append(encodings, name)
	}
	if diff := cmp.Diff(encodings, root.Defs["dialect"].Properties["encoding"].Examples); diff != "" {
		t.Error(diff)
	}
}

// An editor explains every key and every word, there or where the schema
// refers to.
func TestMappingSchemaDescribesEverything(t *testing.T) {
	root := mappingObject(t)
	described := func(o object) bool {
		return o.Description != "" || root.Defs[strings.TrimPrefix(o.Ref, "#/$defs/")].Description != ""
	}
	objects := maps.Clone(root.Defs)
	objects["the mapping"], objects["set"], objects["dates"] = root, root.Properties["set"], root.Properties["dates"]
	for name, o := range objects {
		for key, p := range o.Properties {
			if !described(p) {
				t.Errorf("%s: the key %s has no description", name, key)
			}
		}
		for _, word := range o.AnyOf {
			if word.Const != "" && word.Description == "" {
				t.Errorf("%s: the word %s is not explained", name, word.Const)
			}
		}
	}
}
