package load_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric/load"
)

// object is a schema, as far as these tests look into it.
type object struct {
	Ref         string            `json:"$ref"`
	Description string            `json:"description"`
	Properties  map[string]object `json:"properties"`
	Enum        []string          `json:"enum"`
	AnyOf       []object          `json:"anyOf"`
	Names       *object           `json:"propertyNames"`
	Not         *object           `json:"not"`
	Defs        map[string]object `json:"$defs"`
}

func schemaObject(t *testing.T) object {
	t.Helper()
	var root object
	if err := json.Unmarshal(frameworks.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	return root
}

// unknownKeys puts a key that is none into each kind of object.
var unknownKeys = map[string]string{
	"":            "zzzz: 1\nscale: four-levels\nitems: {a: Observes}\n",
	"source":      "source: {zzzz: 1}\nscale: four-levels\nitems: {a: Observes}\n",
	"itemObject":  "scale: four-levels\nitems: {a: {text: Observes, zzzz: 1}}\n",
	"level":       "scale: {levels: {1: {zzzz: 1}}}\nitems: {a: Observes}\n",
	"scaleObject": "scale: {levels: {1: A}, zzzz: 1}\nitems: {a: Observes}\n",
	"nulls":       "scale: {levels: {1: A}, nulls: {zzzz: 1}}\nitems: {a: Observes}\n",
}

// The keys of the schema are the ones that the loader allows, but for a
// reserved one.
func TestSchemaHasTheLoadersKeys(t *testing.T) {
	root := schemaObject(t)
	for name, body := range unknownKeys {
		properties := root.Properties
		if name != "" {
			properties = root.Defs[name].Properties
		}
		_, findings := read(body)
		if len(findings) != 1 {
			t.Fatalf("%q: %v", name, findings)
		}
		_, allowed, _ := strings.Cut(findings[0].Hint, "allowed here: ")
		want := slices.DeleteFunc(strings.Split(allowed, ", "), func(key string) bool { return key == "profiles" })
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(properties))); diff != "" {
			t.Errorf("%q: loader and schema (-want +got):\n%s", name, diff)
		}
	}
	for name, def := range root.Defs {
		if _, tested := unknownKeys[name]; len(def.Properties) > 0 && !tested {
			t.Errorf("the schema has an object %q that this test does not compare", name)
		}
	}
}

// An editor explains every key, there or where the schema refers to.
func TestSchemaDescribesEveryKey(t *testing.T) {
	root := schemaObject(t)
	described := func(o object) bool {
		return o.Description != "" || root.Defs[strings.TrimPrefix(o.Ref, "#/$defs/")].Description != ""
	}
	objects := maps.Clone(root.Defs)
	objects["the framework"] = root
	for name, o := range objects {
		for key, p := range o.Properties {
			if !described(p) {
				t.Errorf("%s: the key %s has no description", name, key)
			}
		}
	}
}

func TestSchemaNamesTheBuiltinScales(t *testing.T) {
	want := append(load.BuiltinNames(), "own")
	slices.Sort(want)
	root := schemaObject(t)
	for where, got := range map[string][]string{
		"offered":  root.Defs["scale"].AnyOf[0].Enum,
		"reserved": root.Properties["scales"].Names.Not.Enum,
	} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", where, diff)
		}
	}
}
