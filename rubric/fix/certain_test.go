package fix_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/fix"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/yamldoc"
)

// Each repair that is made has an example of what it repairs, and is of a
// finding that there is.
func TestEveryKindHasAnExample(t *testing.T) {
	known := append(yamldoc.Codes(), lint.All()...)
	for _, code := range fix.CertainCodes() {
		if !slices.Contains(known, code) {
			t.Errorf("%s is no finding", code)
		}
		if !slices.ContainsFunc(certain, func(c example) bool { return c.code == string(code) }) {
			t.Errorf("%s has no example", code)
		}
	}
}

// The keys that may have been glued to a text are those of the format.
func TestFormatKeysAreThoseOfTheSchema(t *testing.T) {
	data, err := os.ReadFile("../../frameworks/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema any
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	want := properties(schema, nil)
	got := slices.Sorted(slices.Values(fix.FormatKeys()))
	if slices.Sort(want); !slices.Equal(slices.Compact(want), got) {
		t.Errorf("the schema has the keys\n%v\nand here are\n%v", want, got)
	}
}

// properties collects the names of all properties of a JSON Schema.
func properties(v any, out []string) []string {
	switch v := v.(type) {
	case []any:
		for _, element := range v {
			out = properties(element, out)
		}
	case map[string]any:
		named, _ := v["properties"].(map[string]any)
		for name := range named {
			if !strings.HasPrefix(name, "x-") {
				out = append(out, name)
			}
		}
		for _, value := range v {
			out = properties(value, out)
		}
	}
	return out
}
