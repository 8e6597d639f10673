package load_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// The model is right when it holds frameworks without loss: every value of
// the file stands in the JSON form under the same key.
func TestNothingIsLost(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../frameworks/*.yaml", "../../testdata/foreign/*.yaml", "testdata/whole.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no files at %s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		if filepath.Base(file) == "scales.yaml" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) { checkLossless(t, file) })
	}
}

func checkLossless(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, findings := load.Framework(file, data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(&out)
	decoder.UseNumber()
	var got map[string]any
	if err := decoder.Decode(&got); err != nil {
		t.Fatal(err)
	}
	root, _ := yamldoc.Parse(file, data)
	walker{t}.object(root, got, "")
}

type walker struct{ t *testing.T }

// object compares a map of the file with the JSON object of it.
func (w walker) object(n *yamldoc.Node, got map[string]any, path string) {
	for _, p := range n.Pairs {
		w.value(p.Key.Value, p.Value, got[p.Key.Value], path+"/"+p.Key.Value)
	}
}

func (w walker) value(key string, n *yamldoc.Node, got any, path string) {
	switch {
	case strings.HasPrefix(key, "x-"):
		w.generic(n, got, path)
	case n.Kind == yamldoc.Map && (key == "items" || key == "levels" || key == "tags" || key == "scales"):
		w.coded(key, n, got, path)
	case key == "scale" && n.Kind != yamldoc.Map:
		w.scale(n, got, path)
	case key == "nulls":
		w.nulls(n, got, path)
	case n.Kind == yamldoc.Map:
		object, _ := got.(map[string]any)
		w.object(n, object, path)
	default:
		w.generic(n, got, path)
	}
}

// coded compares a map of codes with the array of objects made of it; order
// counts.
func (w walker) coded(key string, n *yamldoc.Node, got any, path string) {
	array, _ := got.([]any)
	if len(array) != len(n.Pairs) {
		w.t.Errorf("%s: %d entries became %d", path, len(n.Pairs), len(array))
		return
	}
	identity, plain := "code", "text"
	switch {
	case key == "scales":
		identity = "name"
	case key == "tags", key == "levels" && strings.Contains(path, "scale"):
		plain = "label"
	}
	for i, p := range n.Pairs {
		element := array[i].(map[string]any)
		if element[identity] != p.Key.Value {
			w.t.Errorf("%s: entry %d is %v, want %s", path, i, element[identity], p.Key.Value)
		}
		if p.Value.Kind == yamldoc.Scalar {
			w.generic(p.Value, element[plain], path+"/"+p.Key.Value)
		} else {
			w.object(p.Value, element, path+"/"+p.Key.Value)
		}
	}
}

func (w walker) scale(n *yamldoc.Node, got any, path string) {
	object, _ := got.(map[string]any)
	if n.Kind == yamldoc.Scalar {
		w.generic(n, object["name"], path)
		return
	}
	levels, _ := object["levels"].([]any)
	if len(levels) != len(n.Items) {
		w.t.Errorf("%s: %d levels became %d", path, len(n.Items), len(levels))
		return
	}
	for i, code := range n.Items {
		w.generic(code, levels[i].(map[string]any)["code"], path)
	}
}

func (w walker) nulls(n *yamldoc.Node, got any, path string) {
	object, _ := got.(map[string]any)
	for _, p := range n.Pairs {
		words, _ := object[p.Key.Value].([]any)
		if p.Value.Kind == yamldoc.List {
			w.generic(p.Value, words, path)
		} else if len(words) != 1 || words[0] != p.Value.Value {
			w.t.Errorf("%s: %v, want %s", path, words, p.Value.Value)
		}
	}
}

// generic compares any value as it stands.
func (w walker) generic(n *yamldoc.Node, got any, path string) {
	switch n.Kind {
	case yamldoc.Map:
		object, _ := got.(map[string]any)
		for _, p := range n.Pairs {
			w.generic(p.Value, object[p.Key.Value], path+"/"+p.Key.Value)
		}
	case yamldoc.List:
		array, _ := got.([]any)
		if len(array) != len(n.Items) {
			w.t.Errorf("%s: %d entries became %d", path, len(n.Items), len(array))
			return
		}
		for i, item := range n.Items {
			w.generic(item, array[i], path+"/"+strconv.Itoa(i))
		}
	default:
		if text := asText(got); text != strings.TrimRight(n.Value, "\n") {
			w.t.Errorf("%s: %q became %q", path, n.Value, text)
		}
	}
}

func asText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	default:
		return ""
	}
}
